import { daysBetween, weekdayOf } from '#domain/calendar-day.ts';
import type { SummaryQuery } from '../summaries.ts';
import { inList } from './in-list.ts';
import type { SqlValue } from './sql-store.ts';

export type Where = { readonly sql: string; readonly values: readonly SqlValue[] };

/**
 * Rollups lie day by day. Up to so many service points it is cheaper to go to each of their rows than
 * to read through all rows of the days (measured: a year of one among 500 points takes 1 ms, not 60).
 */
const SOUGHT_ONE_BY_ONE = 16;

/** Rows of the days and service points of a query, and of its field where it has one. */
export function whereOf(query: SummaryQuery): Where {
  const whole = whereOfAllFields(query);
  return query.field === null ? whole : { sql: `${whole.sql} AND field = ?`, values: [...whole.values, query.field] };
}

/** Rows of the days and service points of a query, whatever field it names. */
export function whereOfAllFields(query: Omit<SummaryQuery, 'field'>): Where {
  const points = inList(query.pointNos);
  const days = daysOf(query);
  return { sql: `${days.sql} AND point_no IN ${points.sql}`, values: [...days.values, ...points.values] };
}

function daysOf({ from, to, pointNos }: Pick<SummaryQuery, 'from' | 'to' | 'pointNos'>): Where {
  if (pointNos.length > SOUGHT_ONE_BY_ONE) return { sql: 'day BETWEEN ? AND ?', values: [from, to] };
  const days = inList(daysBetween(from, to));
  return { sql: `day IN ${days.sql}`, values: days.values };
}

/**
 * The days of a span by ISO weekday, with their service points, for a question each: telling the weekday of every
 * row inside one question costs three times as much (measured), and databases count weekdays differently.
 */
export function whereByWeekday({ from, to, pointNos }: Pick<SummaryQuery, 'from' | 'to' | 'pointNos'>): readonly (Where & { readonly weekday: number })[] {
  const points = inList(pointNos);
  const byWeekday = Map.groupBy(daysBetween(from, to), weekdayOf);
  // The plus keeps SQLite from seeking each service point of each day where reading the whole day is cheaper.
  const plus = pointNos.length > SOUGHT_ONE_BY_ONE ? '+' : '';
  return [...byWeekday].map(([weekday, days]) => {
    const list = inList(days);
    return { weekday, sql: `day IN ${list.sql} AND ${plus}point_no IN ${points.sql}`, values: [...list.values, ...points.values] };
  });
}

/** The table of taps to read, with or without a field: what whole service points say is kept once more. */
export function tapTable(field: string | null): 'rollup_point' | 'rollup_day' {
  return field === null ? 'rollup_point' : 'rollup_day';
}

export function reasonTable(field: string | null): 'rollup_point_reason' | 'rollup_reason' {
  return field === null ? 'rollup_point_reason' : 'rollup_reason';
}

/** PostgreSQL sums bigints to a number without limit; ours stay within a bigint. */
export function sums(columns: readonly string[]): string {
  return columns.map((column) => `CAST(sum(${column}) AS BIGINT) AS ${column}`).join(', ');
}

export const SCORES = sums(['s1', 's2', 's3', 's4', 's5']);
export const FLAGGED = sums(['f1', 'f2', 'f3', 'f4', 'f5']);
