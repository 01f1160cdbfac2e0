import type { Repositories } from '../repositories.ts';
import { alertRepository } from './alerts.ts';
import { auditRepository } from './audit.ts';
import { claimRepository } from './claims.ts';
import { commandRepository } from './commands.ts';
import { deviceRepository } from './devices.ts';
import { keyRepository } from './keys.ts';
import { noticeRepository } from './notices.ts';
import { libraryRepository } from './library.ts';
import { phoneAnswerRepository } from './phone-answers.ts';
import { reportHeadingRepository } from './report-headings.ts';
import { servicePointRepository } from './service-points.ts';
import type { SqlStore } from './sql-store.ts';
import { staffRepository } from './staff.ts';
import { summaryRepository } from './summaries.ts';
import { targetRepository } from './targets.ts';
import { tryRepository } from './tries.ts';

/** Every repository that both databases share. */
export function sqlRepositories(store: SqlStore): Omit<Repositories, 'ledger' | 'care'> {
  return {
    devices: deviceRepository(store),
    commands: commandRepository(store),
    points: servicePointRepository(store),
    staff: staffRepository(store),
    summaries: summaryRepository(store),
    audit: auditRepository(store),
    keys: keyRepository(store),
    tries: tryRepository(store),
    notices: noticeRepository(store),
    library: libraryRepository(store),
    targets: targetRepository(store),
    alerts: alertRepository(store),
    headings: reportHeadingRepository(store),
    claims: claimRepository(store),
    phoneAnswers: phoneAnswerRepository(store),
  };
}
