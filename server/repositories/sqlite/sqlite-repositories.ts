import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OpenedRepositories } from '../repositories.ts';
import { sqlRepositories } from '../sql/sql-repositories.ts';
import { databaseCare } from './care.ts';
import { openDatabase } from './database.ts';
import { ledgerRepository } from './ledger.ts';
import { migrate } from './migrate.ts';
import { sqliteStore } from './sqlite-store.ts';

/** Opens the SQLite file, makes it and its folder when missing, and runs waiting migrations. `now` in ms. */
export async function openSqliteRepositories(file: string, now: number): Promise<OpenedRepositories> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  keepFromOthers(file);
  const database = openDatabase(file);
  const migrated = await migrate(database, now);
  return {
    migrated,
    repositories: { ...sqlRepositories(sqliteStore(database)), ledger: ledgerRepository(database), care: databaseCare(database, file) },
  };
}

/** The file holds the key that signs content. SQLite gives the files beside it the same rights. */
function keepFromOthers(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  const { mode } = statSync(file);
  if ((mode & 0o007) !== 0) chmodSync(file, mode & 0o770);
}
