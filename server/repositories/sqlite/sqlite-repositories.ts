import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Repositories } from '../repositories.ts';
import { auditRepository } from '../sql/audit.ts';
import { deviceRepository } from '../sql/devices.ts';
import { keyRepository } from '../sql/keys.ts';
import { servicePointRepository } from '../sql/service-points.ts';
import { staffRepository } from '../sql/staff.ts';
import { summaryRepository } from '../sql/summaries.ts';
import { databaseCare } from './care.ts';
import { openDatabase } from './database.ts';
import { ledgerRepository } from './ledger.ts';
import { migrate } from './migrate.ts';
import { sqliteStore } from './sqlite-store.ts';

export type OpenedRepositories = { readonly repositories: Repositories; readonly migrated: readonly string[] };

/** Opens the SQLite file, makes it and its folder when missing, and runs waiting migrations. `now` in ms. */
export async function openSqliteRepositories(file: string, now: number): Promise<OpenedRepositories> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = openDatabase(file);
  const migrated = await migrate(database, now);
  const store = sqliteStore(database);
  return {
    migrated,
    repositories: {
      ledger: ledgerRepository(database),
      devices: deviceRepository(store),
      points: servicePointRepository(store),
      staff: staffRepository(store),
      summaries: summaryRepository(store),
      audit: auditRepository(store),
      keys: keyRepository(store),
      care: databaseCare(database),
    },
  };
}
