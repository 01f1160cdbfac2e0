import type { FieldSummary, HeatMap, ReasonSummary, StuckSteps, WeekSummary } from '#contract/day.ts';
import type { DailySummary, HourSummary, ProcedureSummary, StepSummary } from '#contract/summaries.ts';
import { hideSmall } from '#domain/small-cells.ts';
import { FACTORS, hourName, stepName, WEEKDAYS } from './file-words.ts';
import { ANSWERS, DAY, FIGURES, figureCells, FILES, PEOPLE, POINT, pointCells, PROGRAMS, satisfiedCells, SATISFIED, SCORES, sheetsOf, TAPS, USE, type SheetOptions, type Span } from './sheet-columns.ts';
import { column, HIDDEN, smallestCell, type Audience, type Cell, type Column, type Sheets } from './table.ts';

export function dailySheets({ days }: DailySummary, span: Span, options: SheetOptions): Sheets {
  const { audience, lang } = options;
  const columns = [
    DAY, ...POINT, TAPS, ...SCORES, ...ANSWERS,
    column('made', 'Máy ghi nhận', 'Made', 'count', undefined, FILES),
    column('received', 'Đã nhận', 'Received', 'count', undefined, FILES),
    column('missing', 'Còn thiếu', 'Missing', 'count', undefined, FILES),
    column('corrected', 'Đã chỉnh giờ', 'Clock corrected', 'count', undefined, FILES),
    column('unplaceable', 'Không rõ giờ', 'Time unknown', 'count', undefined, FILES),
    column('reasons', 'Lý do', 'Reasons', 'text', 'derived', PROGRAMS),
    column('reasonTexts', 'Lý do và số lượt', 'Reasons and how often', 'text', 'derived', PEOPLE),
  ];
  const rows = days.map((row): readonly Cell[] => [
    row.day, ...pointCells(row.servicePoint, options), row.taps, ...row.scores, row.flagged, row.asked, ...satisfiedCells(row.satisfied, lang), row.satisfiedRaw?.rate ?? null,
    row.completeness.made, row.completeness.received, row.completeness.missing, row.corrected, row.unplaceable,
    reasonList(row.reasons, audience).map(([reason, taps]) => `${reason}=${taps}`).join('; '),
    reasonList(row.reasons, audience).map(([reason, taps]) => `${options.words.names.reasons.get(reason)?.text[lang] ?? reason}: ${taps}`).join('; '),
  ]);
  return sheetsOf({ stem: 'daily', title: { vi: 'Đánh giá theo ngày', en: 'Ratings by day' }, span }, { name: { vi: 'Theo ngày', en: 'By day' }, columns, rows }, options, [['day'], ['servicePoint']]);
}

/** A cell of counter, reason and day under five stays hidden inside the house too (E177). */
function reasonList(reasons: Readonly<Record<string, number>>, audience: Audience): readonly (readonly [string, number | '*'])[] {
  const named = Object.entries(reasons);
  const shown = hideSmall(named.map(([, taps]) => taps), smallestCell(audience));
  return named.map(([reason], index) => [reason, shown[index] ?? '*']);
}

const HOUR: readonly Column[] = [column('hour', 'Giờ', 'Hour', 'number', undefined, PROGRAMS), column('hours', 'Giờ', 'Hour', 'text', undefined, PEOPLE)];
const WEEKDAY: readonly Column[] = [column('weekday', 'Thứ', 'Weekday', 'number', undefined, PROGRAMS), column('weekdayName', 'Thứ', 'Weekday', 'text', undefined, PEOPLE)];

export function hourlySheets({ hours }: HourSummary, span: Span, options: SheetOptions): Sheets {
  const columns = [DAY, ...HOUR, ...POINT, TAPS, ...SCORES];
  const rows = hours.map((row): readonly Cell[] => [row.day, row.hour, hourName(row.hour), ...pointCells(row.servicePoint, options), row.taps, ...row.scores]);
  return sheetsOf({ stem: 'hourly', title: { vi: 'Đánh giá theo giờ', en: 'Ratings by hour' }, span }, { name: { vi: 'Theo giờ', en: 'By hour' }, columns, rows }, options, [['day', 'servicePoint'], ['day', 'hour'], ['servicePoint', 'hour'], ['day'], ['servicePoint']]);
}

/** People read a procedure's name and its published code; programs read the code. */
const PROCEDURE_NAME = column('procedureName', 'Thủ tục', 'Procedure', 'text', undefined, PEOPLE);
const PROCEDURE = column('procedure', 'Mã thủ tục', 'Procedure code', 'text');
const STEP_NAME = column('stepName', 'Bước', 'Step', 'text', undefined, PEOPLE);
const STEP = column('step', 'Mã bước', 'Step id', 'text', undefined, PROGRAMS);

export function procedureSheets({ procedures }: ProcedureSummary, span: Span, options: SheetOptions): Sheets {
  const { words: { names }, lang } = options;
  const columns = [PROCEDURE_NAME, PROCEDURE, column('field', 'Lĩnh vực', 'Field', 'text', undefined, PEOPLE), ...USE, TAPS, ...SCORES];
  const rows = procedures.map((row): readonly Cell[] => {
    const guide = names.guides.get(row.procedure);
    return [guide?.title[lang] ?? row.procedure, row.procedure, guide?.field ?? '', row.opened, row.finished, row.left, row.problems, row.handoffs, row.taps, ...row.scores];
  });
  const title = { vi: 'Hướng dẫn và đánh giá theo thủ tục', en: 'Guides and ratings by procedure' };
  return sheetsOf({ stem: 'procedures', title, span }, { name: { vi: 'Theo thủ tục', en: 'By procedure' }, columns, rows }, options, [['field']]);
}

const STEP_USE: readonly Column[] = [column('reached', 'Lượt đến bước', 'Reached', 'count'), ...USE.slice(2)];

export function stepSheets({ steps }: StepSummary, span: Span, options: SheetOptions): Sheets {
  const { words: { names }, lang } = options;
  const columns = [PROCEDURE_NAME, PROCEDURE, STEP_NAME, STEP, ...STEP_USE];
  const rows = steps.map((row): readonly Cell[] => {
    const guide = names.guides.get(row.procedure);
    return [guide?.title[lang] ?? row.procedure, row.procedure, stepName(names, row.procedure, row.step, lang), row.step, row.reached, row.left, row.problems, row.handoffs];
  });
  return sheetsOf({ stem: 'steps', title: { vi: 'Hướng dẫn theo bước', en: 'Guides by step' }, span }, { name: { vi: 'Theo bước', en: 'By step' }, columns, rows }, options, [['procedure']]);
}

export function weekSheets(week: WeekSummary, options: SheetOptions): Sheets {
  const { lang } = options;
  const columns = [
    DAY, ...WEEKDAY, TAPS, ...SATISFIED,
    column('beforeDay', 'Ngày so sánh', 'Compared with', 'day'), column('beforeTaps', 'Lượt ngày so sánh', 'Ratings then', 'count'), column('beforeSatisfied', 'Hài lòng ngày so sánh', 'Satisfied then', 'share'),
  ];
  const rows = week.days.map((row): readonly Cell[] => [row.day, row.weekday, weekdayName(row.weekday, options), row.taps, ...satisfiedCells(row.satisfied, lang), row.beforeDay, row.beforeTaps, row.beforeSatisfied?.rate ?? null]);
  const title = { vi: 'So sánh với cùng thứ trước đó', en: 'Against the same weekdays before' };
  return sheetsOf({ stem: 'week', title, span: week }, { name: { vi: 'Tuần', en: 'Week' }, columns, rows }, options);
}

function weekdayName(weekday: number, { lang }: SheetOptions): string {
  return WEEKDAYS[weekday - 1]?.[lang] ?? '';
}

export function heatMapSheets(map: HeatMap, options: SheetOptions): Sheets {
  const columns = [...WEEKDAY, ...HOUR, TAPS, ...SCORES, ...SATISFIED];
  const rows = map.cells
    .filter(({ taps }) => taps > 0)
    .map((row): readonly Cell[] => [row.weekday, weekdayName(row.weekday, options), row.hour, hourName(row.hour), row.taps, ...row.scores, ...satisfiedCells(row.satisfied, options.lang)]);
  const title = { vi: 'Đánh giá theo giờ trong tuần', en: 'Ratings by hour of the week' };
  return sheetsOf({ stem: 'heat-map', title, span: map }, { name: { vi: 'Giờ trong tuần', en: 'Hour of the week' }, columns, rows }, options, [['weekday'], ['hour']]);
}

/** Hides its small counts itself: reasons are hidden inside the house too. */
export function reasonSheets(summary: ReasonSummary, { audience, lang, words }: SheetOptions): Sheets {
  const shown = hideSmall(summary.reasons.map(({ taps }) => taps), smallestCell(audience));
  const columns = [
    column('reason', 'Mã', 'Id', 'text', undefined, PROGRAMS), column('text', 'Lý do', 'Reason', 'text'),
    column('factor', 'Yếu tố SIPAS', 'SIPAS factor', 'number', undefined, PROGRAMS), column('factorName', 'Yếu tố (theo SIPAS)', 'Factor (as in SIPAS)', 'text', undefined, PEOPLE),
    column('taps', 'Lượt chọn', 'Times', 'count'), column('share', 'Tỷ lệ trong các lý do', 'Share of all reasons', 'share'),
  ];
  const rows = summary.reasons.map((row, index): readonly Cell[] => {
    const taps = shown[index] ?? HIDDEN;
    const factor = row.factor === null ? '' : (FACTORS[row.factor]?.[lang] ?? '');
    return [row.reason, row.text?.[lang] ?? row.reason, row.factor, factor, taps, taps === HIDDEN ? HIDDEN : row.share];
  });
  const table = { name: { vi: 'Lý do', en: 'Reasons' }, columns, rows };
  const title = { vi: 'Lý do người dân chọn', en: 'Reasons that people gave' };
  return { stem: 'reasons', title, place: words.place, madeAt: words.madeAt, from: summary.from, to: summary.to, tables: [table] };
}

export function fieldSheets(summary: FieldSummary, options: SheetOptions): Sheets {
  const { lang } = options;
  const columns = [column('field', 'Lĩnh vực', 'Field', 'text'), ...FIGURES, ...USE.map((one) => ({ ...one, on: FILES }))];
  const none = lang === 'vi' ? '(không nêu lĩnh vực)' : '(no field named)';
  const rows = summary.fields.map((row): readonly Cell[] => [row.field ?? none, ...figureCells(row, lang), row.opened, row.finished, row.left, row.problems, row.handoffs]);
  const title = { vi: 'Mức độ hài lòng theo lĩnh vực', en: 'Satisfaction by field' };
  return sheetsOf({ stem: 'fields', title, span: summary }, { name: { vi: 'Lĩnh vực', en: 'Fields' }, columns, rows }, options);
}

export function stuckStepSheets(summary: StuckSteps, options: SheetOptions): Sheets {
  const { audience, lang } = options;
  const columns = [
    PROCEDURE_NAME, PROCEDURE, column('title', 'Tên', 'Title', 'text', undefined, PROGRAMS), STEP, column('name', 'Tên bước', 'Step name', 'text', undefined, PROGRAMS), STEP_NAME,
    ...STEP_USE, column('leftShare', 'Tỷ lệ dừng', 'Left of reached', 'share'),
  ];
  const rows = summary.guides.flatMap((guide) =>
    guide.steps.map((row): readonly Cell[] => [
      guide.title?.[lang] ?? guide.procedure, guide.procedure, guide.title?.[lang] ?? '', row.step, row.name?.[lang] ?? '', stepName(options.words.names, guide.procedure, row.step, lang),
      row.reached, row.left, row.problems, row.handoffs, audience === 'public' ? null : row.leftShare,
    ]),
  );
  const title = { vi: 'Nơi người dân dừng lại trong hướng dẫn', en: 'Where guides are left' };
  return sheetsOf({ stem: 'stuck-steps', title, span: summary }, { name: { vi: 'Các bước', en: 'Steps' }, columns, rows }, options, [['procedure']]);
}
