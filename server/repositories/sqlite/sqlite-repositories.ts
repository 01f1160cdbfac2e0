import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Repositories } from '../repositories.ts';
import { auditRepository } from './audit.ts';
import { databaseCare } from './care.ts';
import { openDatabase } from './database.ts';
import { deviceRepository } from './devices.ts';
import { ledgerRepository } from './ledger.ts';
import { migrate } from './migrate.ts';
import { servicePointRepository } from './service-points.ts';
import { staffRepository } from './staff.ts';
import { summaryRepository } from './summaries.ts';

export type OpenedRepositories = { readonly repositories: Repositories; readonly migrated: readonly string[] };

/** Opens the SQLite file, makes it and its folder when missing, and runs waiting migrations. `now` in ms. */
export async function openSqliteRepositories(file: string, now: number): Promise<OpenedRepositories> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = openDatabase(file);
  const migrated = await migrate(database, now);
  return {
    migrated,
    repositories: {
      ledger: ledgerRepository(database),
      devices: deviceRepository(database),
      points: servicePointRepository(database),
      staff: staffRepository(database),
      summaries: summaryRepository(database),
      audit: auditRepository(database),
      care: databaseCare(database),
    },
  };
}
