import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { makeDatabase, whyNoPostgres } from '#tests/setup/fresh-database.ts';
import type { OpenedStore } from './repositories-given.ts';

export type Store = { readonly name: 'SQLite' | 'PostgreSQL'; readonly open: () => Promise<OpenedStore> };

async function openSqlite(): Promise<OpenedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-store-'));
  const open = async (): Promise<Repositories> => (await openSqliteRepositories(join(folder, 'centre.db'), 0)).repositories;
  const repositories = await open();
  return {
    repositories,
    openAgain: open,
    async meddle(sql) {
      const database = new DatabaseSync(join(folder, 'centre.db'));
      database.exec(sql);
      database.close();
    },
    async destroy() {
      await repositories.care.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openPostgres(): Promise<OpenedStore> {
  const database = await makeDatabase();
  const open = async (): Promise<Repositories> => (await openPostgresRepositories({ url: database.url, readUrl: null, connections: 4, patienceMs: 0 }, 0)).repositories;
  const repositories = await open();
  return {
    repositories,
    openAgain: open,
    async meddle(sql) {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query(sql);
      await client.end();
    },
    async destroy() {
      await repositories.care.close();
      await database.drop();
    },
  };
}

/** The databases of this run; only SQLite where PostgreSQL cannot be had. */
export const STORES: readonly Store[] = [{ name: 'SQLite', open: openSqlite }, ...(whyNoPostgres() === null ? [{ name: 'PostgreSQL', open: openPostgres } as const] : [])];

const why = whyNoPostgres();
/** The title of a test that only says so. */
export const POSTGRES_TITLE = why === null ? 'PostgreSQL is here and is tested too' : `COULD NOT RUN over PostgreSQL: ${why}`;
