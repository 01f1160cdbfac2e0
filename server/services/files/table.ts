import type { LocalText } from '#contract/content-pack.ts';
import { hideSmallInGroups, INTERNAL_CELL, PUBLIC_CELL } from '#domain/small-cells.ts';

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

/**
 * For what is published: hides every count under ten and what would give one away. Rows that are alike in one of the columns
 * named in `margins` add up to a figure that another file may hold (the hours of a day, the service points of a day), and so do
 * the scores that a published share lumps together. What is computed from a hidden count is hidden too, shares are whole per cents.
 */
export function hideForPublic(table: Table, margins: readonly (readonly string[])[] = []): Table {
  const { columns } = table;
  const indexesOf = (wanted: (column: Column) => boolean): readonly number[] => columns.flatMap((one, index) => (wanted(one) ? [index] : []));
  const scores = indexesOf(({ role }) => role === 'score');
  const counts = indexesOf(({ role, kind }) => kind === 'count' && role !== 'score');
  const total = columns.findIndex(({ role }) => role === 'total');
  const rows = table.rows.map((row) => [...row]);
  const groups = margins.flatMap((names) => groupRows(table, names));
  hideScores(rows, scores, groups);
  for (const at of counts) {
    const shown = hideSmallInGroups(rows.map((row) => countOf(row[at])), groups, PUBLIC_CELL);
    rows.forEach((row, index) => void (row[at] = row[at] === null ? null : (shown[index] ?? HIDDEN)));
  }
  for (const row of rows) {
    const isTotalHidden = total >= 0 && row[total] === HIDDEN;
    columns.forEach(({ role, kind, id }, at) => {
      if (isTotalHidden && role !== undefined && role !== 'total') row[at] = HIDDEN;
      else if (DERIVED_FROM[id] !== undefined && columns.some((one, place) => one.id === DERIVED_FROM[id] && row[place] === HIDDEN)) row[at] = HIDDEN;
      else row[at] = inWholePercents(row[at] ?? null, kind);
    });
  }
  return { ...table, rows };
}

/** With its own total beside it, each of these gives the other count away. */
const DERIVED_FROM: Readonly<Record<string, string>> = { responseRate: 'asked', satisfiedRaw: 'flagged' };
const LOW = [0, 1, 2] as const;
const HIGH = [3, 4] as const;

/** Scores add up to the row's total, to those of other rows, and by threes and twos to the share of the satisfied. */
function hideScores(rows: Cell[][], scores: readonly number[], groups: readonly (readonly number[])[]): void {
  const width = scores.length;
  const placeOf = (row: number, score: number): number => row * width + score;
  const inRows = rows.flatMap((_, row) => [scores.map((_at, score) => placeOf(row, score)), LOW.map((score) => placeOf(row, score)), HIGH.map((score) => placeOf(row, score))]);
  const whole = [rows.map((_, row) => row), ...groups];
  const inColumns = scores.flatMap((_, score) => whole.map((group) => group.map((row) => placeOf(row, score))));
  const shown = hideSmallInGroups(rows.flatMap((row) => scores.map((at) => countOf(row[at]))), width === 5 ? [...inRows, ...inColumns] : [], PUBLIC_CELL);
  rows.forEach((row, index) => scores.forEach((at, score) => void (row[at] = shown[placeOf(index, score)] ?? HIDDEN)));
}

/** Rows that are alike in these columns. */
function groupRows({ columns, rows }: Table, names: readonly string[]): readonly (readonly number[])[] {
  const places = columns.flatMap(({ id }, at) => (names.includes(id) ? [at] : []));
  const groups = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const key = JSON.stringify(places.map((at) => row[at]));
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

/** An exact share, and an exact interval even more, tells how many stood behind it. */
function inWholePercents(cell: Cell, kind: CellKind): Cell {
  if (kind === 'share' && typeof cell === 'number') return Math.round(cell * 100) / 100;
  if (kind === 'interval' && typeof cell === 'string') return cell.replaceAll(/(\d+)[.,](\d)(?=\s?%)/g, (_whole, percents: string, tenth: string) => String(Number(percents) + (Number(tenth) >= 5 ? 1 : 0)));
  return cell;
}

function countOf(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}
