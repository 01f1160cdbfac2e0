import { UnfitDatabase } from '../../unfit-database.ts';
import { findWaiting, loadMigrations } from '../sql/migrations.ts';
import { integerOf, textOf } from '../sql/read-row.ts';
import type { PostgresQueries, PostgresScripts } from './database.ts';

/** Any number will do, as long as every version of this program takes the same: "motcham" on a telephone's keys. */
const LOCK = 6_682_426;
const TABLE = 'CREATE TABLE IF NOT EXISTS migration (no BIGINT PRIMARY KEY, name TEXT NOT NULL, ran_at BIGINT NOT NULL)';

/**
 * Runs what the database has not seen yet, all of it or nothing, forward only; processes that start
 * together wait for the first. `tx` is a transaction without time-outs. Returns the names that ran.
 * @throws UnfitDatabase when the database is too old, no UTF-8, or was written by a newer program.
 */
export async function migrate(tx: PostgresScripts, now: number): Promise<readonly string[]> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  await checkServer(tx);
  await tx.script(TABLE);
  const waiting = findWaiting(loadMigrations('postgres'), await doneIn(tx));
  for (const migration of waiting) {
    await tx.script(migration.sql);
    await tx.query('INSERT INTO migration (no, name, ran_at) VALUES ($1, $2, $3)', [migration.no, migration.name, now]);
  }
  return waiting.map((migration) => migration.name);
}

/** True when all of these have run; one of a newer program beside us does no harm. */
export async function haveRun(queries: PostgresQueries, numbers: readonly number[]): Promise<boolean> {
  const done = await doneIn(queries);
  return numbers.every((no) => done.includes(no));
}

/** PostgreSQL 13 is the oldest that its makers still knew in 2025. */
const OLDEST = 130_000;

async function checkServer(queries: PostgresQueries): Promise<void> {
  const [row = {}] = (await queries.query("SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding")).rows;
  if (Number(textOf(row, 'version')) < OLDEST) throw new UnfitDatabase('This PostgreSQL is older than version 13: take a newer one.');
  if (textOf(row, 'encoding') !== 'UTF8') throw new UnfitDatabase(`The database keeps text as ${textOf(row, 'encoding')}: make it anew with ENCODING 'UTF8' TEMPLATE template0.`);
}

async function doneIn(queries: PostgresQueries): Promise<readonly number[]> {
  const { rows } = await queries.query('SELECT no FROM migration ORDER BY no');
  return rows.map((row) => integerOf(row, 'no'));
}
