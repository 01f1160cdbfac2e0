import type { AlertRepository } from './alerts.ts';
import type { AuditRepository } from './audit.ts';
import type { ClaimRepository } from './claims.ts';
import type { DatabaseCare } from './care.ts';
import type { CommandRepository } from './commands.ts';
import type { DeviceRepository } from './devices.ts';
import type { KeyRepository } from './keys.ts';
import type { LedgerRepository } from './ledger.ts';
import type { NoticeRepository } from './notices.ts';
import type { LibraryRepository } from './library.ts';
import type { PhoneAnswerRepository } from './phone-answers.ts';
import type { ReportHeadingRepository } from './report-headings.ts';
import type { ServicePointRepository } from './service-points.ts';
import type { StaffRepository } from './staff.ts';
import type { SummaryRepository } from './summaries.ts';
import type { TargetRepository } from './targets.ts';
import type { TryRepository } from './tries.ts';

export type { AuditRecord, AuditRepository } from './audit.ts';

export type { DatabaseCare, Finding } from './care.ts';

export type Repositories = {
  readonly ledger: LedgerRepository;
  readonly devices: DeviceRepository;
  readonly commands: CommandRepository;
  readonly points: ServicePointRepository;
  readonly staff: StaffRepository;
  readonly summaries: SummaryRepository;
  readonly audit: AuditRepository;
  readonly keys: KeyRepository;
  readonly tries: TryRepository;
  readonly notices: NoticeRepository;
  readonly library: LibraryRepository;
  readonly targets: TargetRepository;
  readonly alerts: AlertRepository;
  readonly headings: ReportHeadingRepository;
  readonly claims: ClaimRepository;
  readonly phoneAnswers: PhoneAnswerRepository;
  readonly care: DatabaseCare;
};

/** `migrated`: names of the migrations that ran when the database was opened. */
export type OpenedRepositories = { readonly repositories: Repositories; readonly migrated: readonly string[] };
