import { join } from 'node:path';
import type { Config } from '../config.ts';
import { shownAddress } from '../database-config.ts';
import { codeOf } from '../repositories/postgres/failures.ts';
import { openPostgresRepositories } from '../repositories/postgres/postgres-repositories.ts';
import type { OpenedRepositories } from '../repositories/repositories.ts';
import { openSqliteRepositories } from '../repositories/sqlite/sqlite-repositories.ts';
import { StoreBusy } from '../store-busy.ts';
import { UnfitDatabase } from '../unfit-database.ts';

/** After a power cut the database is often up later than we are, ms. */
export const START_PATIENCE_MS = 30_000;

/** The file of a centre without DATABASE_URL. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'centre.db');
}

/**
 * Opens the database that the configuration names and runs waiting migrations; or says, in words for
 * whoever installs the centre and without any password, why it cannot be used and what to do.
 */
export async function openRepositories(
  { dataDir, database }: Pick<Config, 'dataDir' | 'database'>,
  now: number,
  waiting: { readonly patienceMs: number; readonly onWait: (line: string) => void },
): Promise<OpenedRepositories | string> {
  try {
    if (database.kind === 'sqlite') return await openSqliteRepositories(sqliteFile(dataDir), now);
    const onWait = (): void => waiting.onWait(`PostgreSQL (${shownAddress(database.url)}) does not answer yet; waiting ${Math.round(waiting.patienceMs / 1_000)} s.`);
    return await openPostgresRepositories({ ...database, patienceMs: waiting.patienceMs, onWait }, now);
  } catch (cause) {
    const problem = cause instanceof UnfitDatabase ? cause.message : database.kind === 'postgres' ? postgresProblem(cause, shownAddress(database.url)) : sqliteProblem(cause, sqliteFile(dataDir));
    if (problem === null) throw cause;
    return problem;
  }
}

/** What of SQLite's result codes is about the file and its disk, and not about us (sqlite.org/rescode.html), with the remedy. */
const FILE_PROBLEMS: ReadonlyMap<number, string> = new Map([
  [8, 'give this user the right to write there'],
  [10, 'look after its disk'],
  [11, 'put a backup in its place'],
  [13, 'make room on its disk'],
  [14, 'give this user the right to read and write there'],
  [26, 'put a backup in its place, or choose another folder with DATA_DIR'],
]);

function sqliteProblem(thrown: unknown, file: string): string | null {
  const cause = thrown instanceof StoreBusy ? thrown.cause : thrown;
  if (!(cause instanceof Error)) return null;
  // Extended codes carry the plain one in their lowest byte.
  const remedy = 'errcode' in cause && typeof cause.errcode === 'number' ? FILE_PROBLEMS.get(cause.errcode & 0xff) : 'syscall' in cause ? 'give this user the right to read and write there' : undefined;
  return remedy === undefined ? null : `The database ${file} cannot be used (${cause.message}): ${remedy}.`;
}

function postgresProblem(thrown: unknown, address: string): string | null {
  const cause = thrown instanceof StoreBusy ? thrown.cause : thrown;
  const code = codeOf(cause) ?? '';
  if (code.startsWith('28')) return `PostgreSQL (${address}) refuses the user of DATABASE_URL (${code}): check user and password, and pg_hba.conf.`;
  if (code === '3D000') return `PostgreSQL has no database ${address}: make it with createdb, or correct DATABASE_URL.`;
  if (code === '42501') return `The user of DATABASE_URL may not make tables in ${address}: make it the owner of the database.`;
  if (code.includes('CERT') || code.includes('SIGNATURE')) return `The certificate of PostgreSQL (${address}) is not trusted (${code}): name its authority with sslrootcert in DATABASE_URL.`;
  if (thrown instanceof StoreBusy) {
    const said = code !== '' ? code : cause instanceof Error ? cause.message : 'no reason given';
    return `PostgreSQL (${address}) does not answer (${said}): start it, or correct host and port of DATABASE_URL.`;
  }
  return cause instanceof Error && /\bSSL\b/.test(cause.message) ? `PostgreSQL (${address}) was asked for TLS and has none: set it up there, or leave sslmode out of DATABASE_URL.` : null;
}
