import type { LocalText } from '#contract/content-pack.ts';
import { hideSmall, hideSmallInTable, INTERNAL_CELL, PUBLIC_CELL } from '#domain/small-cells.ts';

export type Lang = 'vi' | 'en';
export type Audience = 'internal' | 'public';

/** A count that is not shown because too few stand behind it, or because it would give such a one away (E177). */
export const HIDDEN = { hidden: true } as const;
export type Cell = string | number | null | typeof HIDDEN;

/** `share`: 0–1. `day`: YYYY-MM-DD. `time`: ms since the epoch. */
export type CellKind = 'text' | 'count' | 'share' | 'number' | 'day' | 'time';
/**
 * `role` says what hiding small cells does: `score` counts stand in a block whose rows and columns have totals,
 * `total` is the sum of a row's scores, `derived` is computed from it.
 */
export type Column = { readonly id: string; readonly title: LocalText; readonly kind: CellKind; readonly role?: 'score' | 'total' | 'derived' };
export type Table = { readonly name: LocalText; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

/** What becomes a file. `stem` is the beginning of its name. */
export type Sheets = {
  readonly stem: string;
  readonly title: LocalText;
  readonly from: string;
  readonly to: string;
  readonly tables: readonly Table[];
};

export function column(id: string, vi: string, en: string, kind: CellKind, role?: Column['role']): Column {
  return { id, title: { vi, en }, kind, ...(role === undefined ? {} : { role }) };
}

export function smallestCell(audience: Audience): number {
  return audience === 'public' ? PUBLIC_CELL : INTERNAL_CELL;
}

/** For what is published: hides every count under ten and what would give one away; a row without its total shows nothing derived from it. */
export function hideForPublic(table: Table): Table {
  const { columns } = table;
  const indexesOf = (wanted: (column: Column) => boolean): readonly number[] => columns.flatMap((one, index) => (wanted(one) ? [index] : []));
  const scores = indexesOf(({ role }) => role === 'score');
  const counts = indexesOf(({ role, kind }) => kind === 'count' && role !== 'score');
  const total = columns.findIndex(({ role }) => role === 'total');
  const rows = table.rows.map((row) => [...row]);
  const block = hideSmallInTable(rows.map((row) => scores.map((at) => countOf(row[at]))), PUBLIC_CELL);
  rows.forEach((row, index) => scores.forEach((at, place) => void (row[at] = block[index]?.[place] ?? HIDDEN)));
  for (const at of counts) {
    const shown = hideSmall(rows.map((row) => countOf(row[at])), PUBLIC_CELL);
    rows.forEach((row, index) => void (row[at] = row[at] === null ? null : (shown[index] ?? HIDDEN)));
  }
  for (const row of rows) {
    if (total < 0 || row[total] !== HIDDEN) continue;
    columns.forEach(({ role }, at) => void (role === undefined || role === 'total' ? null : (row[at] = HIDDEN)));
  }
  return { ...table, rows };
}

function countOf(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}
