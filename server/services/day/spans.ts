import type { FieldSummary, HeatMap, ReasonSummary, SpanQuery, StuckSteps, WeekSummary } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { addDays, daysBetween, spanLength, weekdayOf } from '#domain/calendar-day.ts';
import { buildHeatMap } from '#domain/heat-map.ts';
import { success, type Result } from '#domain/result.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import { NO_SCORES, subtractScores, totalTaps, type ScoreCounts } from '#domain/score.ts';
import { targetOn } from '#domain/target.ts';
import { byWeekday, spanBefore } from '#domain/week-over-week.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { DayTotalRow } from '../../repositories/summaries.ts';
import type { Staff } from '../staff-access.ts';
import { findAsked, type Asked } from './asked-span.ts';
import type { ContentNames } from './content-names.ts';
import { addSlices, figuresOf, NO_SLICE, slicesOf, type Slice } from './figures.ts';
import { nameReasons } from './name-reasons.ts';
import { buildStuckSteps } from './stuck-steps.ts';
import { unitTree } from './unit-tree.ts';

type SpanPorts = { readonly repositories: Pick<Repositories, 'points' | 'summaries' | 'targets'>; readonly names: ContentNames };
type Ask<Answer> = (this: void, staff: Staff, query: SpanQuery) => Promise<Result<Answer, ErrorCode>>;

export type Spans = {
  readonly week: Ask<WeekSummary>;
  readonly heatMap: Ask<HeatMap>;
  readonly reasons: Ask<ReasonSummary>;
  readonly fields: Ask<FieldSummary>;
  readonly stuckSteps: Ask<StuckSteps>;
};

/** Figures over a span of one service point, a unit, or all that this person may see. */
export function spans({ repositories, names }: SpanPorts): Spans {
  const { summaries } = repositories;
  /** Finds what is asked for, then builds the answer from it. */
  const answering =
    <Answer>(build: (asked: Asked, span: { readonly from: string; readonly to: string }, scope: Scope) => Promise<Answer>): Ask<Answer> =>
    async (staff, query) => {
      const asked = await findAsked(repositories, staff, query);
      if (!asked.ok) return asked;
      const { from, to } = asked.value.query;
      const unit = query.servicePoint === undefined ? (query.unit ?? staff.unit) : (asked.value.points[0]?.unit ?? null);
      return success(await build(asked.value, { from, to }, { unit }));
    };
  return {
    week: answering((asked, _span, scope) => askWeek(repositories, asked, scope)),
    heatMap: answering(async ({ query }, span) => {
      const cells = buildHeatMap(await summaries.hourTotals(query));
      return { ...span, cells: cells.map((cell) => ({ ...cell, scores: [...cell.scores] })) };
    }),
    reasons: answering(async ({ query }, span) => ({ ...span, ...nameReasons(await summaries.reasonTotals(query), names) })),
    fields: answering((asked, _span, scope) => askFields(repositories, asked, scope)),
    stuckSteps: answering(async ({ query }, span) => {
      const [procedures, steps, fields] = await Promise.all([summaries.procedures(query), summaries.steps(query), summaries.fieldsOfProcedures(query)]);
      return { ...span, guides: buildStuckSteps({ procedures, steps, fields, names }) };
    }),
  };
}

/** The unit whose targets hold. */
type Scope = { readonly unit: string | null };
type FigurePorts = Pick<Repositories, 'points' | 'summaries' | 'targets'>;

async function targetFinder({ points, targets }: FigurePorts, { unit }: Scope, day: string): Promise<(field: string) => number> {
  const [units, settings] = await Promise.all([points.listUnits(), targets.listAll()]);
  const chain = unitTree(units).chainOf(unit);
  return (field) => targetOn(settings, chain, field, day).target;
}

async function askWeek(ports: FigurePorts, { query }: Asked, scope: Scope): Promise<WeekSummary> {
  const earlier = spanBefore(query.from, query.to);
  const { summaries } = ports;
  const [days, daysBefore, targetOf] = await Promise.all([summaries.dayTotals(query), summaries.dayTotals({ ...query, ...earlier }), targetFinder(ports, scope, query.to)]);
  const options = { earlier, hasField: query.field !== null, target: targetOf(query.field ?? '') };
  const shift = spanLength(earlier.from, query.from) - 1;
  const byDay = new Map([...days, ...daysBefore].map((row) => [row.day, row]));
  const dayFigures = (day: string): { readonly taps: number; readonly satisfied: ReturnType<typeof satisfactionOf> } => tapsOf(byDay.get(day));
  return {
    from: query.from,
    to: query.to,
    now: figuresOf(sliceOfDays(days), byWeekday(daysBefore.map(unflaggedOf)), options),
    days: daysBetween(query.from, query.to).map((day) => {
      const beforeDay = addDays(day, -shift);
      const then = dayFigures(beforeDay);
      return { day, weekday: weekdayOf(day), ...dayFigures(day), beforeDay, beforeTaps: then.taps, beforeSatisfied: then.satisfied };
    }),
  };
}

async function askFields(ports: FigurePorts, { query }: Asked, scope: Scope): Promise<FieldSummary> {
  const { summaries } = ports;
  const span = spanBefore(query.from, query.to);
  const [now, before, use, targetOf] = await Promise.all([
    summaries.weekdaysByField(query),
    summaries.weekdaysByField({ ...query, ...span }),
    summaries.fieldUse(query),
    targetFinder(ports, scope, query.to),
  ]);
  const [slices, earlier] = [slicesOf(now), slicesOf(before)];
  const used = new Map(use.map(({ field, ...counts }) => [field, counts]));
  const fields = [...new Set([...slices.keys(), ...used.keys()])].filter((field) => query.field === null || field === query.field).sort((left, right) => left.localeCompare(right, 'vi'));
  return {
    from: query.from,
    to: query.to,
    fields: fields.map((field) => ({
      field: field === '' ? null : field,
      ...figuresOf(slices.get(field) ?? NO_SLICE, (earlier.get(field) ?? NO_SLICE).weekdays, { earlier: span, hasField: true, target: targetOf(field) }),
      ...(used.get(field) ?? { opened: 0, finished: 0, left: 0, problems: 0, handoffs: 0 }),
    })),
  };
}

function sliceOfDays(days: readonly DayTotalRow[]): Slice {
  const sum = days.reduce((total, { scores, flagged, asked }) => addSlices(total, { ...NO_SLICE, scores, flagged, asked }), NO_SLICE);
  return { ...sum, weekdays: byWeekday(days.map(unflaggedOf)) };
}

function unflaggedOf({ day, scores, flagged }: DayTotalRow): { readonly day: string; readonly counts: ScoreCounts } {
  return { day, counts: subtractScores(scores, flagged) };
}

function tapsOf(row: DayTotalRow | undefined): { readonly taps: number; readonly satisfied: ReturnType<typeof satisfactionOf> } {
  const scores = row?.scores ?? NO_SCORES;
  return { taps: totalTaps(scores), satisfied: satisfactionOf(subtractScores(scores, row?.flagged ?? NO_SCORES)) };
}
