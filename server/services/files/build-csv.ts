import { buildCsv } from '../csv.ts';
import { HIDDEN, type Sheets } from './table.ts';

/** The first table as CSV; its columns are called by their ids, which stay the same in every language. */
export function csvOf({ tables: [table] }: Sheets): string {
  if (table === undefined) return buildCsv([], []);
  return buildCsv(table.columns.map(({ id }) => id), table.rows.map((row) => row.map((cell) => (cell === HIDDEN ? '*' : typeof cell === 'object' ? null : cell))));
}
