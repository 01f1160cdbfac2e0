import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRepositories } from '#server/adapters/open-repositories.ts';
import { findWaiting, loadMigrations } from '#server/repositories/sql/migrations.ts';
import { openDatabase, type Database } from '#server/repositories/sqlite/database.ts';
import { migrate } from '#server/repositories/sqlite/migrate.ts';
import { StoreBusy, StoreFull } from '#server/store-busy.ts';

let folder: string;
let database: Database;
let now: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-db-'));
  now = 0;
  database = openDatabase(join(folder, 'centre.db'), () => now);
  await database.write((prepare) => prepare('CREATE TABLE t (a TEXT)').run());
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});
const rows = (): unknown => database.read('SELECT count(*) AS n FROM t').get()?.['n'];
const insert = (text: string): Promise<unknown> => database.write((prepare) => prepare('INSERT INTO t VALUES (?)').run(text));

test('writes take turns, and one that fails stops nobody', async () => {
  const order: string[] = [];
  const slow = database.write(async (prepare) => {
    prepare("INSERT INTO t VALUES ('slow')").run();
    await Promise.resolve();
    order.push('slow');
    throw new Error('no');
  });
  const quick = database.write((prepare) => {
    order.push('quick');
    return prepare("INSERT INTO t VALUES ('quick')").run();
  });
  await expect(slow).rejects.toThrow('no');
  await quick;
  expect([order, rows()]).toEqual([['slow', 'quick'], 1]);
});

test('writes that wait together share one flush, and each is kept or dropped by itself', async () => {
  const commits = (): number => Number(database.read('PRAGMA data_version').get()?.['data_version']);
  const before = commits();
  const wrong = database.write((prepare) => {
    prepare("INSERT INTO t VALUES ('wrong')").run();
    throw new Error('no');
  });
  const all = Promise.all(Array.from({ length: 100 }, (_, index) => insert(`${index}`)));
  await expect(wrong).rejects.toThrow('no');
  await all;
  expect(rows()).toBe(100);
  expect(commits() - before).toBeLessThan(10);
});

test('a disk that is full while several wait refuses all of them, and none is kept', async () => {
  await insert('first');
  database.exec('PRAGMA max_page_count = 4');
  const ends = await Promise.allSettled([insert('small'), insert('x'.repeat(100_000)), insert('small too')]);
  expect(ends.map((end) => end.status === 'rejected' && end.reason instanceof StoreBusy)).toEqual([true, true, true]);
  expect(rows()).toBe(1);
  database.exec('PRAGMA max_page_count = 1000');
  await insert('second');
  expect(rows()).toBe(2);
});

test('a reader never sees half a transaction', async () => {
  await database.write((prepare) => {
    prepare("INSERT INTO t VALUES ('a')").run();
    expect(rows()).toBe(0);
  });
  expect(rows()).toBe(1);
});

test('a full disk asks the kiosks to come back, and loses nothing that was kept', async () => {
  await insert('first');
  database.exec('PRAGMA max_page_count = 4');
  await expect(insert('x'.repeat(100_000))).rejects.toThrow(StoreFull);
  expect([rows(), database.isFull()]).toEqual([1, true]);
  database.exec('PRAGMA max_page_count = 1000');
  await insert('second');
  expect([rows(), database.isFull()]).toEqual([2, false]);
});

test('a disk that was full counts as full for 90 seconds when nobody writes, so that somebody tries again', async () => {
  await insert('first');
  database.exec('PRAGMA max_page_count = 4');
  await expect(insert('x'.repeat(100_000))).rejects.toThrow(StoreFull);
  now += 89_999;
  expect(database.isFull()).toBe(true);
  now += 1;
  expect(database.isFull()).toBe(false);
});

test('a damaged file is said to be damaged, and never written to', async () => {
  const file = join(folder, 'centre.db');
  const [page, scribble] = [4_096, Buffer.alloc(4_096, 0xff)];
  await insert('first');
  database.close();
  const whole = readFileSync(file);
  writeFileSync(file, Buffer.concat([whole.subarray(0, page), scribble, whole.subarray(2 * page)]));
  database = openDatabase(file);
  await expect(insert('more')).rejects.toThrow('malformed');
  await expect(insert('more')).rejects.toThrow('the database is damaged');
  writeFileSync(file, whole);
  await insert('more');
  expect(rows()).toBe(2);
});

test('migrations run once, and a newer database is left alone', async () => {
  expect(await migrate(database, 0)).toEqual(loadMigrations('sqlite').map(({ name }) => name));
  expect(await migrate(database, 0)).toEqual([]);
  await database.write((prepare) => prepare("INSERT INTO migration VALUES (9999, 'later', 0)").run());
  await expect(migrate(database, 0)).rejects.toThrow(/newer program/);
});

test('a migration with a lower number that came later runs too, and a number that nobody knows stops everything', () => {
  const known = [1, 2, 4].map((no) => ({ no, name: `${no}`, sql: '' }));
  expect(findWaiting(known, [1, 4]).map(({ no }) => no)).toEqual([2]);
  expect(findWaiting(known, [1, 2, 4])).toEqual([]);
  expect(() => findWaiting(known, [1, 3])).toThrow(/migration 3/);
});

test('a file that is no database is one line with the remedy, and is left as it was', async () => {
  const dataDir = mkdtempSync(join(folder, 'other-'));
  const file = join(dataDir, 'centre.db');
  writeFileSync(file, 'somebody else\'s notes '.repeat(500));
  const before = readFileSync(file);
  const said = await openRepositories({ dataDir, database: { kind: 'sqlite' } }, 0, { patienceMs: 0, onWait: () => undefined });
  expect(said).toMatch(/^The database .*centre\.db cannot be used \(file is not a database\): put a backup in its place/);
  expect(readFileSync(file).equals(before)).toBe(true);
});
