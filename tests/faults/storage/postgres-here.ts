import { inDatabase } from '#tests/setup/fresh-database.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '#tests/setup/postgres.ts';

export type PostgresHere = { readonly postgres: RunningPostgres; readonly url: string; readonly why: null } | { readonly postgres: null; readonly url: null; readonly why: string };

/** A PostgreSQL of our own that flushes as in earnest, with one empty database; or why there is none. */
export async function openPostgresHere(): Promise<PostgresHere> {
  const { programs, why } = findPostgres();
  if (programs === null) return { postgres: null, url: null, why: `there is no PostgreSQL: ${why}` };
  const postgres = await startPostgres(programs);
  await inDatabase(postgres.url('postgres'), (client) => client.query('CREATE DATABASE centre'));
  return { postgres, url: postgres.url('centre'), why: null };
}
