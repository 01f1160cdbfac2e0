/** A row of our own database is `unknown` until read: a wrong type here means a damaged file or a bug. */
export type Row = Readonly<Record<string, unknown>>;

/** The same without names: `unknown` by position. */
export type List = readonly unknown[];

export function textAt(list: List, at: number): string {
  const value = list[at];
  if (typeof value === 'string') return value;
  throw new TypeError(`column ${at} should hold text, holds ${typeof value}`);
}

export function integerAt(list: List, at: number): number {
  const value = list[at];
  if (typeof value === 'number') return value;
  throw new TypeError(`column ${at} should hold a number, holds ${typeof value}`);
}

export function integerOrNullAt(list: List, at: number): number | null {
  return list[at] === null ? null : integerAt(list, at);
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`column ${column} should hold text, holds ${typeof value}`);
}

export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new TypeError(`column ${column} should hold a number, holds ${typeof value}`);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integerOf(row, column);
}

/** A comparison is 0 or 1 in SQLite and a boolean in PostgreSQL; a stored flag is 0 or 1 in both. */
export function flagOf(row: Row, column: string): boolean {
  const value = row[column];
  return typeof value === 'boolean' ? value : integerOf(row, column) !== 0;
}

/** The five counts in columns `<prefix>1` to `<prefix>5`. */
export function scoresOf(row: Row, prefix: string): readonly [number, number, number, number, number] {
  const at = (score: number): number => integerOf(row, `${prefix}${score}`);
  return [at(1), at(2), at(3), at(4), at(5)];
}
