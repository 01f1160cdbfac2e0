import type { Overview } from '#contract/day.ts';
import { hideSmall } from '#domain/small-cells.ts';
import { FIGURES, figureCells, FILES, PEOPLE, PROGRAMS, type SheetOptions } from './sheet-columns.ts';
import { column, HIDDEN, smallestCell, type Cell, type Column, type Sheets, type Table } from './table.ts';

const COLUMNS: readonly Column[] = [
  column('level', 'Cấp', 'Level', 'text'),
  column('id', 'Mã', 'Id', 'text', undefined, PROGRAMS),
  column('name', 'Tên', 'Name', 'text'),
  column('idOf', 'Mã', 'Id', 'text', undefined, ['sheet']),
  column('parentName', 'Thuộc đơn vị', 'Belongs to', 'text', undefined, PEOPLE),
  column('parent', 'Thuộc', 'Belongs to', 'text', undefined, PROGRAMS),
  ...FIGURES,
  column('kiosks', 'Số kiosk', 'Kiosks', 'number'),
  column('reported', 'Kiosk đã báo về', 'Kiosks in touch', 'number', undefined, FILES),
  column('waiting', 'Mục chờ gửi', 'Entries waiting', 'number', undefined, FILES),
  column('missing', 'Lượt còn thiếu', 'Ratings missing', 'number', undefined, FILES),
];
const LEVELS = { total: { vi: 'Tổng', en: 'Total' }, unit: { vi: 'Đơn vị', en: 'Unit' }, point: { vi: 'Điểm phục vụ', en: 'Service point' } } as const;

type Row = Overview['total'] & { readonly id: string; readonly name: string; readonly parent: string | null };

/** The tree: the total, then units, then service points, each with the unit that it belongs to. */
export function overviewSheets(view: Overview, options: SheetOptions): Sheets {
  const { audience, lang, words } = options;
  const rowOf = (level: keyof typeof LEVELS, name: string, row: Row): readonly Cell[] => [
    LEVELS[level][lang], row.id, name, row.id, row.parent === null ? '' : (words.units.get(row.parent) ?? row.parent), row.parent ?? '',
    ...figureCells(row, lang), row.kiosks, row.reported, row.waiting, row.completeness.missing,
  ];
  const rows = [
    rowOf('total', words.place[lang], { ...view.total, id: view.unit ?? '', name: '', parent: null }),
    ...view.units.map((row) => rowOf('unit', row.name, row)),
    ...view.servicePoints.map((row) => rowOf('point', row.name, { ...row, servicePoints: 1, parent: row.unit })),
  ];
  const table = { name: { vi: 'Tổng quan', en: 'Overview' }, columns: COLUMNS, rows };
  const shown = audience === 'public' ? { ...table, rows: hideInTree(table, view) } : table;
  const title = { vi: 'Mức độ hài lòng theo đơn vị và điểm phục vụ', en: 'Satisfaction by unit and service point' };
  return { stem: 'overview', title, place: words.place, madeAt: words.madeAt, from: view.from, to: view.to, tables: [shown] };
}

/**
 * In a published tree the levels, flags and comparisons are left out; totals are hidden among the children of each
 * unit, so that none is found by subtracting its neighbours from their parent; what lies below a hidden unit is hidden.
 */
function hideInTree(table: Table, view: Overview): readonly (readonly Cell[])[] {
  const top = view.unit;
  const nodes = [...view.units.map(({ id, parent, taps }) => ({ id, parent, taps, isUnit: true })), ...view.servicePoints.map(({ id, unit, taps }) => ({ id, parent: unit, taps, isUnit: false }))];
  const shown = new Map<(typeof nodes)[number], boolean>();
  const showBelow = (parent: string | null, isShown: boolean): void => {
    const children = nodes.filter((node) => node.parent === parent);
    const taps = hideSmall(children.map((node) => node.taps), smallestCell('public'));
    children.forEach((node, index) => {
      const isVisible = isShown && taps[index] !== null;
      shown.set(node, isVisible);
      if (node.isUnit) showBelow(node.id, isVisible);
    });
  };
  const totalShown = view.total.taps >= smallestCell('public');
  showBelow(top, totalShown);
  const visible = [totalShown, ...nodes.map((node) => shown.get(node) ?? false)];
  return table.rows.map((row, index) => row.map((cell, at) => publicTreeCell(table.columns[at], cell, visible[index] ?? false)));
}

const LEFT_OUT = ['flagged', 'asked', 'satisfiedRaw', 'change', 'changeLow', 'changeHigh', 'responseRate'];

function publicTreeCell(of: Column | undefined, cell: Cell, isVisible: boolean): Cell {
  if (of === undefined || of.role === 'score' || LEFT_OUT.includes(of.id)) return null;
  return isVisible || (of.role !== 'total' && of.role !== 'derived') ? cell : HIDDEN;
}
