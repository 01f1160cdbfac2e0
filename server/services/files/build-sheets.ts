import type { FieldSummary, Figures, HeatMap, Overview, ReasonSummary, StuckSteps, WeekSummary } from '#contract/day.ts';
import type { DailySummary, HourSummary, ProcedureSummary, StepSummary } from '#contract/summaries.ts';
import { hideSmall, INTERNAL_CELL } from '#domain/small-cells.ts';
import { column, HIDDEN, hideForPublic, smallestCell, type Audience, type Cell, type Column, type Lang, type Sheets, type Table } from './table.ts';

type Span = { readonly from: string; readonly to: string };
export type SheetOptions = { readonly audience: Audience; readonly lang: Lang };

const SCORES: readonly Column[] = [
  column('score1', 'Rất không hài lòng', 'Very dissatisfied', 'count', 'score'),
  column('score2', 'Không hài lòng', 'Dissatisfied', 'count', 'score'),
  column('score3', 'Bình thường', 'Neutral', 'count', 'score'),
  column('score4', 'Hài lòng', 'Satisfied', 'count', 'score'),
  column('score5', 'Rất hài lòng', 'Very satisfied', 'count', 'score'),
];
const DAY = column('day', 'Ngày', 'Day', 'day');
const POINT = column('servicePoint', 'Điểm phục vụ', 'Service point', 'text');
const TAPS = column('taps', 'Lượt đánh giá', 'Ratings', 'count', 'total');
const FLAGGED = column('flagged', 'Nghi bấm nhầm', 'Flagged', 'count');
const ASKED = column('asked', 'Được hỏi, không trả lời', 'Asked, no answer', 'count');
const SATISFIED: readonly Column[] = [
  column('satisfied', 'Tỷ lệ hài lòng', 'Satisfied', 'share', 'derived'),
  column('satisfiedLow', 'Khoảng tin cậy 95 % từ', '95 % interval from', 'share', 'derived'),
  column('satisfiedHigh', 'đến', 'to', 'share', 'derived'),
];
const RAW = column('satisfiedRaw', 'Tỷ lệ hài lòng, chưa lọc', 'Satisfied, unfiltered', 'share', 'derived');
const USE: readonly Column[] = [
  column('opened', 'Lượt mở hướng dẫn', 'Guides opened', 'count'),
  column('finished', 'Xem đến hết', 'Finished', 'count'),
  column('left', 'Dừng giữa chừng', 'Left', 'count'),
  column('problems', 'Báo vướng mắc', 'Problems', 'count'),
  column('handoffs', 'Chuyển sang điện thoại', 'Hand-offs', 'count'),
];

function sheets(stem: string, vi: string, en: string, { from, to }: Span, table: Table, audience: Audience): Sheets {
  return { stem, title: { vi, en }, from, to, tables: [audience === 'public' ? hideForPublic(table) : table] };
}

export function dailySheets({ days }: DailySummary, span: Span, { audience }: SheetOptions): Sheets {
  const columns = [
    DAY, POINT, TAPS, ...SCORES, FLAGGED, ASKED, ...SATISFIED, RAW,
    column('made', 'Máy ghi nhận', 'Made', 'count'),
    column('received', 'Đã nhận', 'Received', 'count'),
    column('missing', 'Còn thiếu', 'Missing', 'count'),
    column('corrected', 'Đã chỉnh giờ', 'Clock corrected', 'count'),
    column('unplaceable', 'Không rõ giờ', 'Time unknown', 'count'),
    column('reasons', 'Lý do', 'Reasons', 'text', 'derived'),
  ];
  const rows = days.map((row): readonly Cell[] => [
    row.day, row.servicePoint, row.taps, ...row.scores, row.flagged, row.asked, ...intervalOf(row.satisfied), row.satisfiedRaw?.rate ?? null,
    row.completeness.made, row.completeness.received, row.completeness.missing, row.corrected, row.unplaceable, reasonsText(row.reasons, audience),
  ]);
  return sheets('daily', 'Theo ngày', 'By day', span, { name: { vi: 'Theo ngày', en: 'By day' }, columns, rows }, audience);
}

/** A cell of counter, reason and day under five stays hidden inside the house too (E177). */
function reasonsText(reasons: Readonly<Record<string, number>>, audience: Audience): string {
  const named = Object.entries(reasons);
  const shown = hideSmall(named.map(([, taps]) => taps), smallestCell(audience));
  return named.map(([reason], index) => `${reason}=${shown[index] ?? '*'}`).join('; ');
}

export function hourlySheets({ hours }: HourSummary, span: Span, { audience }: SheetOptions): Sheets {
  const columns = [DAY, column('hour', 'Giờ', 'Hour', 'number'), POINT, TAPS, ...SCORES];
  const rows = hours.map((row): readonly Cell[] => [row.day, row.hour, row.servicePoint, row.taps, ...row.scores]);
  return sheets('hourly', 'Theo giờ', 'By hour', span, { name: { vi: 'Theo giờ', en: 'By hour' }, columns, rows }, audience);
}

export function procedureSheets({ procedures }: ProcedureSummary, span: Span, { audience }: SheetOptions): Sheets {
  const columns = [column('procedure', 'Thủ tục', 'Procedure', 'text'), ...USE, TAPS, ...SCORES];
  const rows = procedures.map((row): readonly Cell[] => [row.procedure, row.opened, row.finished, row.left, row.problems, row.handoffs, row.taps, ...row.scores]);
  return sheets('procedures', 'Theo thủ tục', 'By procedure', span, { name: { vi: 'Theo thủ tục', en: 'By procedure' }, columns, rows }, audience);
}

const STEP_USE: readonly Column[] = [column('reached', 'Lượt đến bước', 'Reached', 'count'), ...USE.slice(2)];

export function stepSheets({ steps }: StepSummary, span: Span, { audience }: SheetOptions): Sheets {
  const columns = [column('procedure', 'Thủ tục', 'Procedure', 'text'), column('step', 'Bước', 'Step', 'text'), ...STEP_USE];
  const rows = steps.map((row): readonly Cell[] => [row.procedure, row.step, row.reached, row.left, row.problems, row.handoffs]);
  return sheets('steps', 'Theo bước', 'By step', span, { name: { vi: 'Theo bước', en: 'By step' }, columns, rows }, audience);
}

const FIGURES: readonly Column[] = [
  TAPS, ...SCORES, FLAGGED, ASKED,
  column('responseRate', 'Tỷ lệ trả lời (tự nguyện, không đại diện)', 'Response rate (voluntary, not representative)', 'share', 'derived'),
  ...SATISFIED, RAW,
  column('target', 'Chỉ tiêu', 'Target', 'share'),
  column('verdict', 'So với chỉ tiêu', 'Against the target', 'text', 'derived'),
  column('change', 'So với cùng thứ trong tuần trước', 'Against the same weekdays before', 'share', 'derived'),
  column('changeLow', 'từ', 'from', 'share', 'derived'),
  column('changeHigh', 'đến', 'to', 'share', 'derived'),
];

const VERDICTS = {
  reached: { vi: 'Đạt', en: 'Reached' },
  'not-reached': { vi: 'Chưa đạt', en: 'Not reached' },
  'too-few': { vi: 'Chưa đủ dữ liệu', en: 'Too few answers to say' },
} as const;

function figureCells(row: Figures, lang: Lang): readonly Cell[] {
  return [
    row.taps, ...row.scores, row.flagged, row.asked, row.responseRate, ...intervalOf(row.satisfied), row.satisfiedRaw?.rate ?? null,
    row.target, row.verdict === null ? null : VERDICTS[row.verdict][lang], row.trend?.change ?? null, row.trend?.low ?? null, row.trend?.high ?? null,
  ];
}

export function overviewSheets(view: Overview, { audience, lang }: SheetOptions): Sheets {
  const columns = [
    column('level', 'Cấp', 'Level', 'text'), column('id', 'Mã', 'Id', 'text'), column('name', 'Tên', 'Name', 'text'), column('parent', 'Thuộc', 'Belongs to', 'text'), ...FIGURES,
    column('kiosks', 'Số kiosk', 'Kiosks', 'number'), column('reported', 'Đã báo cáo', 'Reported', 'number'), column('waiting', 'Chờ gửi', 'Waiting', 'number'), column('missing', 'Còn thiếu', 'Missing', 'number'),
  ];
  const words = { total: { vi: 'Tổng', en: 'Total' }, unit: { vi: 'Đơn vị', en: 'Unit' }, point: { vi: 'Điểm phục vụ', en: 'Service point' } } as const;
  const fleet = (row: Overview['total']): readonly Cell[] => [row.kiosks, row.reported, row.waiting, row.completeness.missing];
  const total = [words.total[lang], view.unit ?? '', '', '', ...figureCells(view.total, lang), ...fleet(view.total)];
  const units = view.units.map((row) => [words.unit[lang], row.id, row.name, row.parent ?? '', ...figureCells(row, lang), ...fleet(row)]);
  const points = view.servicePoints.map((row) => [words.point[lang], row.id, row.name, row.unit ?? '', ...figureCells(row, lang), ...fleet({ ...row, servicePoints: 1 })]);
  const table = { name: { vi: 'Tổng quan', en: 'Overview' }, columns, rows: [total, ...units, ...points] };
  const shown = audience === 'public' ? { ...table, rows: hideInTree(table, view) } : table;
  return { stem: 'overview', title: { vi: 'Tổng quan', en: 'Overview' }, from: view.from, to: view.to, tables: [shown] };
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

export function weekSheets(week: WeekSummary, { audience }: SheetOptions): Sheets {
  const columns = [
    DAY, column('weekday', 'Thứ (1: thứ Hai)', 'Weekday (1: Monday)', 'number'), TAPS, ...SATISFIED,
    column('beforeDay', 'Ngày so sánh', 'Compared with', 'day'), column('beforeTaps', 'Lượt ngày so sánh', 'Ratings then', 'count'), column('beforeSatisfied', 'Hài lòng ngày so sánh', 'Satisfied then', 'share'),
  ];
  const rows = week.days.map((row): readonly Cell[] => [row.day, row.weekday, row.taps, ...intervalOf(row.satisfied), row.beforeDay, row.beforeTaps, row.beforeSatisfied?.rate ?? null]);
  return sheets('week', 'Tuần này và tuần trước', 'Week over week', week, { name: { vi: 'Tuần', en: 'Week' }, columns, rows }, audience);
}

export function heatMapSheets(map: HeatMap, { audience }: SheetOptions): Sheets {
  const columns = [column('weekday', 'Thứ (1: thứ Hai)', 'Weekday (1: Monday)', 'number'), column('hour', 'Giờ', 'Hour', 'number'), TAPS, ...SCORES, ...SATISFIED];
  const rows = map.cells.filter(({ taps }) => taps > 0).map((row): readonly Cell[] => [row.weekday, row.hour, row.taps, ...row.scores, ...intervalOf(row.satisfied)]);
  return sheets('heat-map', 'Theo giờ trong tuần', 'By hour of the week', map, { name: { vi: 'Giờ trong tuần', en: 'Hour of the week' }, columns, rows }, audience);
}

export function reasonSheets(summary: ReasonSummary, { audience, lang }: SheetOptions): Sheets {
  const least = smallestCell(audience);
  const shown = hideSmall(summary.reasons.map(({ taps }) => taps), least);
  const columns = [
    column('reason', 'Mã', 'Id', 'text'), column('text', 'Lý do', 'Reason', 'text'), column('factor', 'Yếu tố SIPAS', 'SIPAS factor', 'number'),
    column('taps', 'Lượt', 'Times', 'count'), column('share', 'Tỷ lệ', 'Share', 'share'),
  ];
  const rows = summary.reasons.map((row, index): readonly Cell[] => {
    const taps = shown[index] ?? HIDDEN;
    return [row.reason, row.text?.[lang] ?? row.reason, row.factor, taps, taps === HIDDEN ? HIDDEN : row.share];
  });
  const table = { name: { vi: 'Lý do', en: 'Reasons' }, columns, rows };
  return { stem: 'reasons', title: { vi: 'Lý do', en: 'Reasons' }, from: summary.from, to: summary.to, tables: [table] };
}

export function fieldSheets(summary: FieldSummary, { audience, lang }: SheetOptions): Sheets {
  const columns = [column('field', 'Lĩnh vực', 'Field', 'text'), ...FIGURES, ...USE];
  const none = lang === 'vi' ? '(không nêu lĩnh vực)' : '(no field named)';
  const rows = summary.fields.map((row): readonly Cell[] => [row.field ?? none, ...figureCells(row, lang), row.opened, row.finished, row.left, row.problems, row.handoffs]);
  return sheets('fields', 'Theo lĩnh vực', 'By field', summary, { name: { vi: 'Lĩnh vực', en: 'Fields' }, columns, rows }, audience);
}

export function stuckStepSheets(summary: StuckSteps, { audience, lang }: SheetOptions): Sheets {
  const columns = [
    column('procedure', 'Thủ tục', 'Procedure', 'text'), column('title', 'Tên', 'Title', 'text'), column('step', 'Bước', 'Step', 'text'), column('name', 'Tên bước', 'Step name', 'text'),
    ...STEP_USE, column('leftShare', 'Tỷ lệ dừng', 'Left of reached', 'share'),
  ];
  const rows = summary.guides.flatMap((guide) =>
    guide.steps.map((row): readonly Cell[] => [guide.procedure, guide.title?.[lang] ?? '', row.step, row.name?.[lang] ?? '', row.reached, row.left, row.problems, row.handoffs, audience === 'public' ? null : row.leftShare]),
  );
  return sheets('stuck-steps', 'Nơi người dân dừng lại', 'Where guides are left', summary, { name: { vi: 'Các bước', en: 'Steps' }, columns, rows }, audience);
}

function intervalOf(satisfied: Figures['satisfied']): readonly Cell[] {
  return [satisfied?.rate ?? null, satisfied?.low ?? null, satisfied?.high ?? null];
}

/** Said beside what is hidden. */
export const HIDDEN_NOTE = {
  internal: { vi: `* Không hiện: dưới ${INTERNAL_CELL} lượt, hoặc để không ai suy ra được.`, en: `* Not shown: under ${INTERNAL_CELL}, or so that nobody can work it out.` },
  public: { vi: `* Không hiện: dưới ${smallestCell('public')} lượt, hoặc để không ai suy ra được.`, en: `* Not shown: under ${smallestCell('public')}, or so that nobody can work it out.` },
} as const;
