import { beforeEach, expect, test } from 'vitest';
import type { PostgresDatabase, PostgresQueries } from '#server/repositories/postgres/database.ts';
import { MOST_LAG_MS, replicaOrPrimary } from '#server/repositories/postgres/replica.ts';
import { StoreBusy } from '#server/store-busy.ts';

let now: number;
let replica: { age: number; away: boolean; looks: number };
let figures: PostgresQueries;
beforeEach(() => {
  now = 0;
  replica = { age: 0, away: false, looks: 0 };
  const answer = (by: string): { rows: Record<string, unknown>[]; changed: number } => ({ rows: [{ by }], changed: 0 });
  const lists = (by: string) => async (): Promise<string[][]> => [[by]];
  const fake: PostgresDatabase = {
    async query(sql) {
      if (replica.away) throw new StoreBusy('away');
      if (!sql.includes('pg_is_in_recovery')) return answer('replica');
      replica.looks += 1;
      return { rows: [{ age: replica.age }], changed: 0 };
    },
    lists: lists('replica'),
    transaction: () => Promise.reject(new Error('a replica takes no transactions')),
    shortTransaction: () => Promise.reject(new Error('a replica takes no transactions')),
    isFull: () => false,
    close: async () => undefined,
  };
  figures = replicaOrPrimary(fake, { query: async () => answer('primary'), lists: lists('primary') }, () => now);
});
const answeredBy = async (): Promise<unknown> => (await figures.query('SELECT 1')).rows[0]?.['by'];

test('a replica answers while it is at most two minutes behind, and its age is not asked each time', async () => {
  expect([await answeredBy(), await answeredBy(), replica.looks]).toEqual(['replica', 'replica', 1]);
  replica.age = MOST_LAG_MS + 1;
  now += 5_000;
  expect(await answeredBy()).toBe('primary');
  replica.age = 0;
  now += 5_000;
  expect(await answeredBy()).toBe('replica');
});

test('a replica that is away is left alone for a while, and pages are answered all the same', async () => {
  replica.away = true;
  expect(await answeredBy()).toBe('primary');
  replica.away = false;
  now += 14_000;
  expect([await answeredBy(), replica.looks]).toEqual(['primary', 0]);
  now += 1_000;
  expect(await answeredBy()).toBe('replica');
});

test('a replica that goes away between two looks costs nobody an answer', async () => {
  expect(await answeredBy()).toBe('replica');
  replica.away = true;
  expect(await answeredBy()).toBe('primary');
});

test('rows as lists come from the same place as rows with names', async () => {
  expect(await figures.lists('SELECT 1')).toEqual([['replica']]);
  replica.age = MOST_LAG_MS + 1;
  now += 5_000;
  expect(await figures.lists('SELECT 1')).toEqual([['primary']]);
});
