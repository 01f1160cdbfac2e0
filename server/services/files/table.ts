import type { LocalText } from '#contract/content-pack.ts';
import { hideSmall, hideSmallInTable, INTERNAL_CELL, PUBLIC_CELL } from '#domain/small-cells.ts';

export type Lang = 'vi' | 'en';
export type Audience = 'internal' | 'public';

/** A count that is not shown because too few stand behind it, or because it would give such a one away (E177). */
export const HIDDEN = { hidden: true } as const;
export type Cell = string | number | null | typeof HIDDEN;

/** `share`: 0–1. `decimal`: with one digit behind the comma. `interval`: a text of two shares. `day`: YYYY-MM-DD. `time`: ms since the epoch. */
export type CellKind = 'text' | 'count' | 'share' | 'number' | 'decimal' | 'interval' | 'day' | 'time';
/**
 * `role` says what hiding small cells does: `score` counts stand in a block whose rows and columns have totals,
 * `total` is the sum of a row's scores, `derived` is computed from it.
 */
export type Column = {
  readonly id: string;
  readonly title: LocalText;
  readonly kind: CellKind;
  readonly role?: 'score' | 'total' | 'derived';
  /** Where it stands; left out: everywhere. */
  readonly on?: readonly Reader[];
};
/** `programs` read ids under names that never change; people read a `sheet`, or `paper`, which is no wider than A4. */
export type Reader = 'programs' | 'sheet' | 'paper';
export type Table = { readonly name: LocalText; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

/** What becomes a file. `stem` is the beginning of its name; `place` says what it is about, `madeAt` (ms) when it was made. */
export type Sheets = {
  readonly stem: string;
  readonly title: LocalText;
  readonly place: LocalText;
  readonly madeAt: number;
  readonly from: string;
  readonly to: string;
  readonly tables: readonly Table[];
};

export function column(id: string, vi: string, en: string, kind: CellKind, role?: Column['role'], on?: Column['on']): Column {
  return { id, title: { vi, en }, kind, ...(role === undefined ? {} : { role }), ...(on === undefined ? {} : { on }) };
}

/** The columns that stand before this reader. */
export function tableFor(table: Table, reader: Reader): Table {
  const isThere = table.columns.map(({ on }) => on === undefined || on.includes(reader));
  const pick = <Value>(values: readonly Value[]): readonly Value[] => values.filter((_, at) => isThere[at]);
  return { ...table, columns: pick(table.columns), rows: table.rows.map(pick) };
}

export function smallestCell(audience: Audience): number {
  return audience === 'public' ? PUBLIC_CELL : INTERNAL_CELL;
}

/** Said beside what is hidden. */
export const HIDDEN_NOTE = {
  internal: { vi: `* Không hiện: dưới ${smallestCell('internal')} lượt, hoặc để không ai suy ra được.`, en: `* Not shown: under ${smallestCell('internal')}, or so that nobody can work it out.` },
  public: { vi: `* Không hiện: dưới ${smallestCell('public')} lượt, hoặc để không ai suy ra được.`, en: `* Not shown: under ${smallestCell('public')}, or so that nobody can work it out.` },
} as const;

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
