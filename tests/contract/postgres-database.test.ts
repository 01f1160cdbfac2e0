import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres, type PostgresDatabase } from '#server/repositories/postgres/database.ts';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import { loadMigrations } from '#server/repositories/sql/migrations.ts';
import { StoreBusy } from '#server/store-busy.ts';
import { UnfitDatabase } from '#server/unfit-database.ts';
import { inDatabase, makeDatabase, whyNoPostgres, type FreshDatabase } from '#tests/setup/fresh-database.ts';
import { POSTGRES_TITLE } from './stores.ts';

const why = whyNoPostgres();
it(POSTGRES_TITLE, () => expect(typeof (why ?? '')).toBe('string'));

describe.each(why === null ? ['PostgreSQL'] : [])('%s', () => {
  let fresh: FreshDatabase;
  let database: PostgresDatabase;
  beforeEach(async () => {
    fresh = await makeDatabase('empty');
    database = openPostgres(fresh.url, 8);
    await database.query('CREATE TABLE t (id TEXT PRIMARY KEY, n BIGINT NOT NULL)');
    await database.query("INSERT INTO t VALUES ('a', 0), ('b', 0)");
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });
  const count = async (id: string): Promise<unknown> => (await database.query('SELECT n FROM t WHERE id = $1', [id])).rows[0]?.['n'];
  const endOthers = (): Promise<unknown> =>
    inDatabase(fresh.url, (client) => client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'));

  it('gives a bigint as a number, and refuses one that a number cannot hold', async () => {
    await database.query('UPDATE t SET n = $1', [Number.MAX_SAFE_INTEGER]);
    expect(await count('a')).toBe(Number.MAX_SAFE_INTEGER);
    await database.query("UPDATE t SET n = 9007199254740993 WHERE id = 'a'");
    await expect(count('a')).rejects.toThrow(/9007199254740993.*safe/);
    expect(await count('b')).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('keeps a text with the one character that PostgreSQL does not know', async () => {
    await database.query('INSERT INTO t VALUES ($1, 0)', ['x\0y']);
    expect((await database.query("SELECT id FROM t WHERE id LIKE 'x%'")).rows).toEqual([{ id: 'x\uFFFDy' }]);
  });

  it('runs serializable transactions that met again, until each has acted as if alone', async () => {
    const addOne = (): Promise<void> =>
      database.transaction('SERIALIZABLE', async (tx) => {
        const n = Number((await tx.query("SELECT n FROM t WHERE id = 'a'")).rows[0]?.['n']);
        await tx.query("UPDATE t SET n = $1 WHERE id = 'a'", [n + 1]);
      });
    await Promise.all(Array.from({ length: 12 }, addOne));
    expect(await count('a')).toBe(12);
  });

  it('runs a transaction that was ended for a deadlock again', async () => {
    const addTo = (first: string, second: string): Promise<void> =>
      database.transaction('READ COMMITTED', async (tx) => {
        await tx.query('UPDATE t SET n = n + 1 WHERE id = $1', [first]);
        await tx.query('SELECT pg_sleep(0.1)');
        await tx.query('UPDATE t SET n = n + 1 WHERE id = $1', [second]);
      });
    await Promise.all([addTo('a', 'b'), addTo('b', 'a')]);
    expect([await count('a'), await count('b')]).toEqual([2, 2]);
  });

  it('believes in the end that a key is taken', async () => {
    await expect(database.transaction('SERIALIZABLE', (tx) => tx.query("INSERT INTO t VALUES ('a', 1)"))).rejects.toThrow(/unique/);
    expect(await count('a')).toBe(0);
  });

  it('says busy when its connection is ended in a transaction, keeps nothing of it, and goes on', async () => {
    const cut = database.transaction('READ COMMITTED', async (tx) => {
      await tx.query('UPDATE t SET n = 5');
      await endOthers();
      await tx.query('UPDATE t SET n = 6');
    });
    await expect(cut).rejects.toThrow(StoreBusy);
    expect(await count('a')).toBe(0);
  });

  it('drops idle connections that are ended, without a word', async () => {
    await Promise.all([count('a'), count('b')]);
    await endOthers();
    await expect.poll(async () => count('a').catch(() => null)).toBe(0);
  });

  it('goes on when a table grew a column under a statement that was prepared before', async () => {
    const all = 'SELECT * FROM t ORDER BY id';
    expect((await database.query(all)).rows[0]).toEqual({ id: 'a', n: 0 });
    await inDatabase(fresh.url, (client) => client.query('ALTER TABLE t ADD COLUMN more TEXT'));
    expect((await database.query(all)).rows[0]).toEqual({ id: 'a', n: 0, more: null });
    expect(await database.transaction('SERIALIZABLE', async (tx) => (await tx.query(all)).rows.length)).toBe(2);
  });
});

describe.each(why === null ? ['PostgreSQL'] : [])('migrations of %s', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await makeDatabase('empty');
  });
  afterEach(() => fresh.drop());
  const open = async (): Promise<readonly string[]> => {
    const { repositories, migrated } = await openPostgresRepositories({ url: fresh.url, readUrl: null, connections: 2, patienceMs: 0 }, 7);
    expect(await repositories.care.ready()).toBe(true);
    await repositories.care.close();
    return migrated;
  };

  it('run once, whoever of those that start together comes first', async () => {
    const ran = await Promise.all([open(), open(), open()]);
    expect(ran.flat()).toEqual(loadMigrations('postgres').map(({ name }) => name));
  });

  it('are refused to a program that is older than the database', async () => {
    await open();
    await inDatabase(fresh.url, (client) => client.query("INSERT INTO migration VALUES (9999, 'later', 0)"));
    await expect(open()).rejects.toThrow(UnfitDatabase);
  });
});
