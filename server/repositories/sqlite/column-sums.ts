import type { List, Row } from '../sql/read-row.ts';

/**
 * SQLite groups by sorting, which takes half the time of small sums. So it gives the rows as they lie, a list a column
 * as JSON (a list of numbers a row takes as long again), and they are summed here.
 */
export function inColumns(sql: string, sums: number): string {
  const columns = Array.from({ length: sums + 1 }, (_, at) => `c${at}`);
  return `WITH listed (${columns.join(', ')}) AS (${sql}) SELECT ${columns.map((column) => `json_group_array(${column}) AS ${column}`).join(', ')} FROM listed`;
}

/** The one row of {@link inColumns}, summed by the first of its columns. @throws beyond ±2^53: numbers that JavaScript would change silently. */
export function sumColumns(row: Row): readonly List[] {
  const [keys = [], ...columns] = Object.values(row).map(numbersOf);
  const places = new Map<number, number>();
  const placeOf = keys.map((key) => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, places.size);
    return places.size - 1;
  });
  const sums = columns.map((column) => sumBy(column, placeOf, places.size));
  return [...places].map(([key, place]) => [key, ...sums.map((column) => column[place])]);
}

function sumBy(column: readonly number[], placeOf: readonly number[], groups: number): readonly number[] {
  const sums = Array<number>(groups).fill(0);
  for (let at = 0; at < column.length; at += 1) {
    const place = placeOf[at] ?? 0;
    sums[place] = (sums[place] ?? 0) + (column[at] ?? 0);
  }
  return allSafe(sums);
}

function numbersOf(text: unknown): readonly number[] {
  return allSafe(typeof text === 'string' ? JSON.parse(text) : null);
}

function allSafe(list: unknown): readonly number[] {
  if (Array.isArray(list) && list.every(isSafe)) return list;
  throw new RangeError('a column to be summed holds what is no integer, or is beyond safe ones');
}

function isSafe(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
