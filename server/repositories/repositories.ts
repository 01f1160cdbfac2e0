import type { AlertRepository } from './alerts.ts';
import type { DatabaseCare } from './care.ts';
import type { ClaimRepository } from './claims.ts';
import type { DeviceRepository } from './devices.ts';
import type { KeyRepository } from './keys.ts';
import type { LedgerRepository } from './ledger.ts';
import type { LibraryRepository } from './library.ts';
import type { ReportHeadingRepository } from './report-headings.ts';
import type { ServicePointRepository } from './service-points.ts';
import type { StaffRepository } from './staff.ts';
import type { SummaryRepository } from './summaries.ts';
import type { TargetRepository } from './targets.ts';

export type AuditRecord = {
  readonly at: number;
  /** A user's or device's id, or 'command-line'. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Plain values, no secrets. */
  readonly detail: Readonly<Record<string, unknown>>;
};

export type AuditRepository = { add(record: AuditRecord): Promise<void>; list(): Promise<readonly AuditRecord[]> };

export type { DatabaseCare, Finding } from './care.ts';

export type Repositories = {
  readonly ledger: LedgerRepository;
  readonly devices: DeviceRepository;
  readonly points: ServicePointRepository;
  readonly staff: StaffRepository;
  readonly summaries: SummaryRepository;
  readonly audit: AuditRepository;
  readonly keys: KeyRepository;
  readonly library: LibraryRepository;
  readonly targets: TargetRepository;
  readonly alerts: AlertRepository;
  readonly headings: ReportHeadingRepository;
  readonly claims: ClaimRepository;
  readonly care: DatabaseCare;
};

/** `migrated`: names of the migrations that ran when the database was opened. */
export type OpenedRepositories = { readonly repositories: Repositories; readonly migrated: readonly string[] };
