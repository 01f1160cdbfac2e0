import { buildCsv } from '../csv.ts';
import { cellText } from './build-html.ts';
import { HIDDEN, tableFor, type Cell, type CellKind, type Lang, type Sheets } from './table.ts';

/** The first table as CSV for programs: its columns are called by their ids, which stay the same in every language. */
export function csvOf({ tables: [table] }: Sheets): string {
  if (table === undefined) return buildCsv([], []);
  const { columns, rows } = tableFor(table, 'programs');
  return buildCsv(columns.map(({ id }) => id), rows.map((row) => row.map((cell) => (cell === HIDDEN ? '*' : typeof cell === 'object' ? null : cell))));
}

/** The first table as CSV for people: words, names, days and percents as they are read; counts stay plain numbers. */
export function csvForPeople({ tables: [table] }: Sheets, lang: Lang): string {
  if (table === undefined) return buildCsv([], []);
  const { columns, rows } = tableFor(table, 'sheet');
  return buildCsv(columns.map(({ title }) => title[lang]), rows.map((row) => row.map((cell, at) => plainCell(cell, columns[at]?.kind ?? 'text', lang))));
}

function plainCell(cell: Cell, kind: CellKind, lang: Lang): string | number | null {
  if (typeof cell === 'number' && kind !== 'share' && kind !== 'time') return cell;
  return cell === null ? null : cellText(cell, kind, lang);
}
