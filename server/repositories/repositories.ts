import type { DeviceRepository } from './devices.ts';
import type { KeyRepository } from './keys.ts';
import type { LedgerRepository } from './ledger.ts';
import type { LibraryRepository } from './library.ts';
import type { ServicePointRepository } from './service-points.ts';
import type { StaffRepository } from './staff.ts';
import type { SummaryRepository } from './summaries.ts';

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

/** One thing that `db check` found wrong. */
export type Finding = { readonly check: string; readonly detail: string };

export type DatabaseCare = {
  /** True when the database answers and every migration has run. */
  ready(): Promise<boolean>;
  /** File integrity, marks against entries, rollups against raw entries. Empty when all is well. */
  check(): Promise<readonly Finding[]>;
  /** Ends every connection; what was begun is finished first. */
  close(): Promise<void>;
};

export type Repositories = {
  readonly ledger: LedgerRepository;
  readonly devices: DeviceRepository;
  readonly points: ServicePointRepository;
  readonly staff: StaffRepository;
  readonly summaries: SummaryRepository;
  readonly audit: AuditRepository;
  readonly keys: KeyRepository;
  readonly library: LibraryRepository;
  readonly care: DatabaseCare;
};

/** `migrated`: names of the migrations that ran when the database was opened. */
export type OpenedRepositories = { readonly repositories: Repositories; readonly migrated: readonly string[] };
