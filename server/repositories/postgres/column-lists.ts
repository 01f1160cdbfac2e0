import pg from 'pg';
import type { List } from '../sql/read-row.ts';

/**
 * Many rows are asked for as one row with a list a column: the driver spends more on taking each field of each row
 * out of what came than on all else (a year of a service point has 11,000 of them), while a list is read at once.
 */
export function inColumns(sql: string, width: number): string {
  const columns = Array.from({ length: width }, (_, at) => `c${at}`);
  // A list keeps the order of the question it is made of: https://www.postgresql.org/docs/15/functions-aggregate.html
  return `SELECT ${columns.map((column) => `array_agg(${column})`).join(', ')} FROM (${sql}) AS listed (${columns.join(', ')})`;
}

/** The rows again. `answer`: the one row of {@link inColumns}, whose lists are null when there was none. */
export function rowsOf(answer: List): readonly List[] {
  const columns = answer.map((column) => (Array.isArray(column) ? column : []));
  const [first = []] = columns;
  return first.map((_, row) => columns.map((column): unknown => column[row]));
}

/** https://www.postgresql.org/docs/15/arrays.html#ARRAYS-IO; @throws beyond ±2^53: numbers that JavaScript would change silently. */
export function parseIntegers(text: string): readonly (number | null)[] {
  const list: unknown = JSON.parse(`[${text.slice(1, -1).replaceAll('NULL', 'null')}]`);
  if (Array.isArray(list) && list.every(isIntegerOrNull)) return list;
  throw new RangeError(`the database holds a number beyond safe integers in ${text.slice(0, 100)}`);
}

export function parseTexts(text: string): readonly (string | null)[] {
  // Whatever has a comma or is empty, or says NULL and means it, stands in quotes.
  if (text.includes('"') || text.includes('\\') || text === '{}') return parseQuoted(text);
  return text
    .slice(1, -1)
    .split(',')
    .map((word) => (word === 'NULL' ? null : word));
}

/** OID of text[]. */
export const TEXTS: number = 1009;
/** OID of bigint[]. */
export const INT8S: number = 1016;

const parseQuoted: (text: string) => readonly (string | null)[] = pg.types.getTypeParser(TEXTS, 'text');

function isIntegerOrNull(value: unknown): value is number | null {
  return value === null || Number.isSafeInteger(value);
}
