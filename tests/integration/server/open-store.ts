import { join } from 'node:path';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { makeDatabase } from '#tests/setup/fresh-database.ts';

/** Set to `postgres` to run every test that opens a centre over PostgreSQL instead of SQLite. */
const DATABASE = 'MOT_CHAM_TESTS_DATABASE';

/** The database of a test's centre. The contract suite holds both to the same, so SQLite, which is quicker, is the usual one. */
export async function openStore(dataDir: string, now: number): Promise<Repositories> {
  if (process.env[DATABASE] !== 'postgres') return (await openSqliteRepositories(join(dataDir, 'centre.db'), now)).repositories;
  const { url, drop } = await makeDatabase();
  const { repositories } = await openPostgresRepositories({ url, readUrl: null, connections: 4, patienceMs: 0 }, now);
  const close = async (): Promise<void> => {
    await repositories.care.close();
    await drop();
  };
  return { ...repositories, care: { ...repositories.care, close } };
}
