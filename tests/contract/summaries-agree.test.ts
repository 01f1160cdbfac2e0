import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar-day.ts';
import type { SummaryQuery } from '#server/repositories/summaries.ts';
import { fillPostgres, fillSqlite, type FilledStore } from '#tests/bench/country-stores.ts';
import { makeDatabase, whyNoPostgres, type FreshDatabase } from '#tests/setup/fresh-database.ts';

const FILL = { points: 20, days: 12, daysByField: 12, to: '2026-11-23', taps: 4_000 };
const PROVINCE = { first: 1, last: FILL.points };
const POINTS = Array.from({ length: FILL.points }, (_, index) => index + 1);
const QUERIES: readonly SummaryQuery[] = [
  { from: '2026-11-13', to: '2026-11-22', pointNos: POINTS, field: null },
  { from: '2026-11-13', to: '2026-11-22', pointNos: POINTS, field: 'Đất đai' },
  { from: '2026-11-01', to: '2026-11-30', pointNos: [3, 4], field: null },
  { from: '2026-11-13', to: '2026-11-22', pointNos: [1, 2, 3, 5, 8, 11, 13, 14, 17, 20], field: 'Đất đai' },
  { from: '2026-11-01', to: '2026-11-30', pointNos: [7], field: null },
  { from: '2026-11-20', to: '2026-11-20', pointNos: POINTS, field: null },
  { from: '2026-11-01', to: '2026-11-30', pointNos: [], field: null },
];

let sqlite: FilledStore;
beforeAll(async () => {
  sqlite = await fillSqlite(FILL, PROVINCE);
});
afterAll(() => sqlite.destroy());

/** Everything that pages of figures ask, in an order that does not depend on the database. */
async function answersOf({ repositories: { summaries } }: FilledStore, query: SummaryQuery): Promise<unknown> {
  const asked = { days: 'days', reasons: 'reasons', completeness: 'completeness', totals: 'totalsByPoint', byPoint: 'weekdaysByPoint', satisfied: 'satisfiedByPoint', byField: 'weekdaysByField', dayTotals: 'dayTotals', byDay: 'completenessByDay', complete: 'completenessByPoint', hours: 'hourTotals', reasonTotals: 'reasonTotals', reasonsByDay: 'reasonsByDay', use: 'fieldUse' } as const;
  const answers: Record<string, readonly string[]> = {};
  for (const [name, method] of Object.entries(asked)) answers[name] = (await summaries[method](query)).map((row) => JSON.stringify(row)).toSorted();
  answers['fieldsByPoint'] = (await summaries.fieldsByPoint(query, 5)).map((row) => JSON.stringify(row)).toSorted();
  return answers;
}

test('the sums over weekdays, days and service points are those of the rows', async () => {
  const [query] = QUERIES;
  if (query === undefined) return;
  const { summaries } = sqlite.repositories;
  const sum = (rows: readonly { readonly scores: readonly number[] }[]): number => rows.flatMap(({ scores }) => scores).reduce((total, count) => total + count, 0);
  const [days, totals, byPoint, byField, dayTotals, satisfied] = await Promise.all([summaries.days(query), summaries.totalsByPoint(query), summaries.weekdaysByPoint(query), summaries.weekdaysByField(query), summaries.dayTotals(query), summaries.satisfiedByPoint(query)]);
  const taps = sum(days);
  expect(taps).toBeGreaterThan(2_000);
  expect([sum(totals), sum(byPoint), sum(byField), sum(dayTotals)]).toEqual([taps, taps, taps, taps]);
  const reasons = (rows: readonly { readonly taps: number }[]): number => rows.reduce((total, row) => total + row.taps, 0);
  const given = (await summaries.reasons(query)).flatMap((row) => Object.values(row.reasons)).reduce((total, count) => total + count, 0);
  expect(given).toBeGreaterThan(500);
  expect([reasons(await summaries.reasonTotals(query)), reasons(await summaries.reasonsByDay(query))]).toEqual([given, given]);
  const flagged = days.flatMap((row) => row.flagged).reduce((total, count) => total + count, 0);
  expect(satisfied.reduce((total, row) => total + row.others + row.satisfied, 0)).toBe(taps - flagged);
  expect(new Set(byPoint.map(({ weekday }) => weekday))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
  expect(days.map(({ day }) => day).every((day) => day >= query.from && day <= addDays(query.from, 9))).toBe(true);
});

describe.runIf(whyNoPostgres() === null)('PostgreSQL', () => {
  let database: FreshDatabase;
  let postgres: FilledStore;
  beforeAll(async () => {
    database = await makeDatabase('empty');
    postgres = await fillPostgres(database.url, FILL, PROVINCE);
  });
  afterAll(async () => {
    await postgres.destroy();
    await database.drop();
  });

  test.each(QUERIES.map((query, index) => ({ query, index })))('answers question $index as SQLite does', async ({ query }) => {
    expect(await answersOf(postgres, query)).toEqual(await answersOf(sqlite, query));
  });
});
