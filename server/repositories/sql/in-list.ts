import type { SqlValue } from './sql-store.ts';

/** SQLite takes 32,766 values a statement; the rest is for the statement's other values. */
const MOST = 32_000;

/** The right side of `column IN …`, with its values. */
export type InList = { readonly sql: string; readonly values: readonly SqlValue[] };

/**
 * Lists are filled up to a power of two with their last value, so that a page over any number of
 * service points needs a dozen prepared statements and not hundreds. Nothing is in an empty list.
 * @throws for more than 32,000 values.
 */
export function inList(values: readonly SqlValue[]): InList {
  if (values.length > MOST) throw new RangeError(`a list has at most ${MOST} values, not ${values.length}`);
  const last = values.at(-1) ?? null;
  const length = Math.min(MOST, 2 ** Math.ceil(Math.log2(Math.max(1, values.length))));
  const filled = [...values, ...Array<SqlValue>(length - values.length).fill(last)];
  return { sql: `(${filled.map(() => '?').join(', ')})`, values: filled };
}
