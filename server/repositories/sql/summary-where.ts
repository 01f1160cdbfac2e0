import { daysBetween, weekdayOf } from '#domain/calendar-day.ts';
import type { SummaryQuery } from '../summaries.ts';
import { inList } from './in-list.ts';
import type { SqlValue } from './sql-store.ts';

export type Where = { readonly sql: string; readonly values: readonly SqlValue[] };

/**
 * Rollups lie day by day, and in a day by service point. Where the numbers of those that are asked for lie so close
 * that at least one in so many between the first and the last is among them, each day is read from the first to the
 * last; else each of their rows is sought. Either way a page costs the same however many others there are.
 */
const CLOSE = 4;

/** Rows of the days and service points of a query, and of its field where it has one. */
export function whereOf(query: SummaryQuery): Where {
  const whole = whereOfAllFields(query);
  return query.field === null ? whole : { sql: `${whole.sql} AND field = ?`, values: [...whole.values, query.field] };
}

/** Rows of the days and service points of a query, whatever field it names. */
export function whereOfAllFields({ from, to, pointNos }: Omit<SummaryQuery, 'field'>): Where {
  return whereOn(daysBetween(from, to), pointNos);
}

/**
 * The same, for tables that also lie by service point and then by day (rollup_point, point_reasons, stream_day): the
 * days of one service point lie together there.
 */
export function whereOfSums({ from, to, pointNos }: Omit<SummaryQuery, 'field'>): Where {
  const [only] = pointNos;
  if (only === undefined || pointNos.length > 1) return whereOfAllFields({ from, to, pointNos });
  return { sql: 'point_no = ? AND day BETWEEN ? AND ?', values: [only, from, to] };
}

/** Rows of `tapTable`. */
export function whereOfTaps(query: SummaryQuery): Where {
  return query.field === null ? whereOfSums(query) : whereOf(query);
}

/** The same tables, service point by service point: what is summed over the days of each needs no sorting. */
export function whereByPoint({ from, to, pointNos }: Omit<SummaryQuery, 'field'>): Where {
  if (from === to) return whereOfAllFields({ from, to, pointNos });
  const points = inList(pointNos);
  return { sql: `point_no IN ${points.sql} AND day BETWEEN ? AND ?`, values: [...points.values, from, to] };
}

/**
 * The days of a span by ISO weekday, with their service points, for a question each: telling the weekday of every
 * row inside one question costs three times as much (measured), and databases count weekdays differently.
 */
export function whereByWeekday({ from, to, pointNos }: Pick<SummaryQuery, 'from' | 'to' | 'pointNos'>): readonly (Where & { readonly weekday: number })[] {
  return [...Map.groupBy(daysBetween(from, to), weekdayOf)].map(([weekday, days]) => ({ weekday, ...whereOn(days, pointNos) }));
}

function whereOn(days: readonly string[], pointNos: readonly number[]): Where {
  const points = pointsIn(pointNos);
  const list = inList(days);
  return { sql: `day IN ${list.sql} AND ${points.sql}`, values: [...list.values, ...points.values] };
}

function pointsIn(pointNos: readonly number[]): Where {
  const first = pointNos.reduce((least, no) => (no < least ? no : least), Number.MAX_SAFE_INTEGER);
  const last = pointNos.reduce((most, no) => (no > most ? no : most), 0);
  const width = last - first + 1;
  const points = inList(pointNos);
  if (pointNos.length === 0 || width > CLOSE * pointNos.length) return { sql: `point_no IN ${points.sql}`, values: points.values };
  if (width === pointNos.length) return { sql: 'point_no BETWEEN ? AND ?', values: [first, last] };
  // The plus keeps SQLite from seeking each of them all the same.
  return { sql: `point_no BETWEEN ? AND ? AND +point_no IN ${points.sql}`, values: [first, last, ...points.values] };
}

/** The table of taps to read, with or without a field: what whole service points say is kept once more. */
export function tapTable(field: string | null): 'rollup_point' | 'rollup_day' {
  return field === null ? 'rollup_point' : 'rollup_day';
}

/** PostgreSQL sums bigints to a number without limit; ours stay within a bigint. */
export function sums(columns: readonly string[]): string {
  return columns.map((column) => `CAST(sum(${column}) AS BIGINT) AS ${column}`).join(', ');
}

export const SCORES = sums(['s1', 's2', 's3', 's4', 's5']);
export const FLAGGED = sums(['f1', 'f2', 'f3', 'f4', 'f5']);
