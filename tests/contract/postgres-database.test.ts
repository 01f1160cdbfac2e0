import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres, type PostgresDatabase } from '#server/repositories/postgres/database.ts';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import { postgresStore } from '#server/repositories/postgres/postgres-store.ts';
import { inList } from '#server/repositories/sql/in-list.ts';
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

  it('gives rows as lists the same the first time and when it knows how many columns there are', async () => {
    const texts = ['', 'a,b', 'say "so"', 'back\\slash', 'NULL', 'null', '{x}', ' kết quả trễ ', 'two\nlines'];
    for (const [at, text] of texts.entries()) await database.query('INSERT INTO t VALUES ($1, $2)', [text, at + 1]);
    const ask = (): Promise<unknown> => database.lists("SELECT n, id, CASE WHEN n > 1 THEN n END AS some, CASE WHEN n <> 3 THEN id END AS other FROM t WHERE n > 0 ORDER BY n");
    const expected = texts.map((text, at) => [at + 1, text, at === 0 ? null : at + 1, at === 2 ? null : text]);
    expect([await ask(), await ask(), await ask()]).toEqual([expected, expected, expected]);
  });

  it('gives no lists where there are no rows, and refuses numbers in lists that a number cannot hold', async () => {
    const none = (): Promise<unknown> => database.lists("SELECT id, n FROM t WHERE id = 'nobody'");
    expect([await none(), await none()]).toEqual([[], []]);
    const all = (): Promise<unknown> => database.lists('SELECT n FROM t ORDER BY n');
    await all();
    await database.query("UPDATE t SET n = 9007199254740993 WHERE id = 'a'");
    await expect(all()).rejects.toThrow(/9007199254740993.*safe|safe.*9007199254740993/);
    expect(await count('b')).toBe(0);
  });

  it('asks with a long list as one value that the plan is made for, in its place among the others', async () => {
    const numbers = Array.from({ length: 20 }, (_, at) => at);
    for (const n of numbers) await database.query('INSERT INTO t VALUES ($1, $2)', [`row ${n}`, n]);
    const { figures } = postgresStore(database, database);
    const [some, few, many] = [inList(numbers.slice(5, 15)), inList([9, 8]), inList([10, 10, 10, ...numbers.slice(15), 20])];
    const ask = (): Promise<unknown> =>
      figures.lists(`SELECT n FROM t WHERE id <> ? AND n IN ${some.sql} AND n > ? AND n NOT IN ${few.sql} AND n NOT IN ${many.sql} ORDER BY n`, ['row 12', ...some.values, 6, ...few.values, ...many.values]);
    const left = [[7], [11], [13], [14]];
    expect([await ask(), await ask()]).toEqual([left, left]);
    const prepared = (await database.query("SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%n > $%' AND statement NOT LIKE '%pg_prepared%'")).rows;
    expect(prepared).toEqual([]);
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
