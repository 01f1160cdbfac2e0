import type { TestProject } from 'vitest/node';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import { inDatabase } from './fresh-database.ts';
import { findPostgres, startPostgres } from './postgres.ts';

export type PostgresOffer =
  /** `template`: a migrated database that nobody uses, to be copied. */
  | { readonly here: true; readonly admin: string; readonly template: string }
  | { readonly here: false; readonly why: string };

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- declaration merging needs an interface
  interface ProvidedContext {
    postgres: PostgresOffer;
  }
}

/** One PostgreSQL for all tests of a project; where there is none, the tests say so at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = findPostgres();
  const running = found.programs === null ? found.why : await startPostgres(found.programs, 'not flushing').catch((cause: unknown) => `it does not start here (${String(cause)})`);
  if (typeof running === 'string') {
    project.provide('postgres', { here: false, why: running });
    return async () => console.warn(`\n*** PostgreSQL WAS NOT TESTED: ${running}. Everything ran over SQLite only.\n`);
  }
  const admin = running.url('postgres');
  await inDatabase(admin, (client) => client.query('CREATE DATABASE template_centre'));
  const { repositories } = await openPostgresRepositories({ url: running.url('template_centre'), readUrl: null, connections: 1, patienceMs: 0 }, 0);
  await repositories.care.close();
  project.provide('postgres', { here: true, admin, template: 'template_centre' });
  return () => running.destroy();
}
