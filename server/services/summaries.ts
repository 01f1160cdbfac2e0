import type { ErrorCode } from '#contract/errors.ts';
import type { Completeness, DailySummary, DailySummaryQuery, DaySummary, HourSummary, ProcedureSummary, StepSummary } from '#contract/summaries.ts';
import { daysBetween, spanLength } from '#domain/calendar-day.ts';
import { NOTHING_KNOWN } from '#domain/completeness.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import { NO_SCORES, subtractScores, totalTaps } from '#domain/score.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { ServicePointRow } from '../repositories/service-points.ts';
import type { DayRow, ReasonRow } from '../repositories/summaries.ts';
import { findAsked, type Asked } from './day/asked-span.ts';
import type { Staff } from './staff-access.ts';

/** Most days × service points of one question: an answer is built in memory. */
const MOST_ROWS = 400_000;
/** Days without taps are said, as zeros, up to this many days and this many rows. */
const ZERO_DAYS = 62;
const ZERO_ROWS = 20_000;

type Ports = Pick<Repositories, 'points' | 'summaries'>;

export type Summaries = {
  /**
   * With `field`, taps and reasons are of that field; `asked` and completeness are always of the
   * whole service point, because neither an ignored rating nor a kiosk's own count names a field.
   */
  daily(this: void, staff: Staff, query: DailySummaryQuery): Promise<Result<DailySummary, ErrorCode>>;
  hourly(this: void, staff: Staff, query: DailySummaryQuery): Promise<Result<HourSummary, ErrorCode>>;
  procedures(this: void, staff: Staff, query: DailySummaryQuery): Promise<Result<ProcedureSummary, ErrorCode>>;
  steps(this: void, staff: Staff, query: DailySummaryQuery): Promise<Result<StepSummary, ErrorCode>>;
};

export function summaries(ports: Ports): Summaries {
  const { summaries: store } = ports;
  return {
    async daily(staff, query) {
      const asked = await findRows(ports, staff, query);
      if (!asked.ok) return asked;
      if (query.merge === 'unit') return success({ days: await mergedDays(store, asked.value.query) });
      const { query: rows, points } = asked.value;
      const [days, reasons, completeness] = await Promise.all([store.days(rows), store.reasons(rows), store.completeness(rows)]);
      const whole = rows.field === null ? days : await store.days({ ...rows, field: null });
      return success({ days: buildDays({ asked: asked.value, points, days, whole, reasons, completeness }) });
    },
    async hourly(staff, query) {
      const asked = await findRows(ports, staff, query);
      if (!asked.ok) return asked;
      const idOf = pointIds(asked.value.points);
      const rows = await store.hours(asked.value.query);
      return success({
        hours: rows.map(({ day, hour, pointNo, scores }) => ({ day, hour, servicePoint: idOf(pointNo), taps: totalTaps(scores), scores: [...scores] })),
      });
    },
    async procedures(staff, query) {
      const asked = await findRows(ports, staff, query);
      if (!asked.ok) return asked;
      const rows = await store.procedures(asked.value.query);
      return success({ procedures: rows.map((row) => ({ ...row, taps: totalTaps(row.scores), scores: [...row.scores] })) });
    },
    async steps(staff, query) {
      const asked = await findRows(ports, staff, query);
      return asked.ok ? success({ steps: [...(await store.steps(asked.value.query))] }) : asked;
    },
  };
}

async function findRows(ports: Ports, staff: Staff, query: DailySummaryQuery): Promise<Result<Asked, ErrorCode>> {
  const asked = await findAsked(ports, staff, query);
  if (!asked.ok || spanLength(query.from, query.to) * asked.value.points.length <= MOST_ROWS) return asked;
  return failure('REQUEST_INVALID', 'That is too much at once: ask for fewer days or for one unit.');
}

/** One row a day over all the service points of the query. */
async function mergedDays(store: Ports['summaries'], query: Asked['query']): Promise<DaySummary[]> {
  const [days, completeness, reasons, whole] = await Promise.all([
    store.dayTotals(query),
    store.completenessByDay(query),
    store.reasonsByDay(query),
    query.field === null ? null : store.dayTotals({ ...query, field: null }),
  ]);
  const byDay = new Map(days.map((row) => [row.day, row]));
  const wholeDays = whole === null ? byDay : new Map(whole.map((row) => [row.day, row]));
  const complete = new Map(completeness.map(({ day, ...counts }) => [day, counts]));
  const reasonsOf = Map.groupBy(reasons, ({ day }) => day);
  return daysBetween(query.from, query.to).map((day) => ({
    ...buildDay(day, '', byDay.get(day)),
    asked: wholeDays.get(day)?.asked ?? 0,
    reasons: Object.fromEntries((reasonsOf.get(day) ?? []).map(({ reason, taps }) => [reason, taps])),
    completeness: complete.get(day) ?? NOTHING_KNOWN,
  }));
}

type DayParts = {
  readonly asked: Asked;
  readonly points: readonly ServicePointRow[];
  readonly days: readonly DayRow[];
  /** The same days over all fields. */
  readonly whole: readonly DayRow[];
  readonly reasons: readonly ReasonRow[];
  readonly completeness: readonly ({ readonly day: string; readonly pointNo: number } & Completeness)[];
};

function buildDays(parts: DayParts): DaySummary[] {
  const { asked, points } = parts;
  const keyOf = (row: { readonly day: string; readonly pointNo: number }): string => `${row.day}\t${row.pointNo}`;
  const days = new Map(parts.days.map((row) => [keyOf(row), row]));
  const whole = new Map(parts.whole.map((row) => [keyOf(row), row]));
  const complete = new Map(parts.completeness.map(({ made, received, missing, ...row }) => [keyOf(row), { made, received, missing }]));
  const reasons = new Map(parts.reasons.map((row) => [keyOf(row), row.reasons]));
  const span = daysBetween(asked.query.from, asked.query.to);
  const saysZeros = span.length <= ZERO_DAYS && span.length * points.length <= ZERO_ROWS;
  return span.flatMap((day) =>
    points.flatMap((point) => {
      const key = keyOf({ day, pointNo: point.no });
      const row = days.get(key);
      const completeness = complete.get(key);
      const asked = whole.get(key)?.asked ?? 0;
      if (row === undefined && asked === 0 && completeness === undefined && !saysZeros) return [];
      return [{ ...buildDay(day, point.id, row), asked, reasons: { ...reasons.get(key) }, completeness: completeness ?? NOTHING_KNOWN }];
    }),
  );
}

function buildDay(day: string, servicePoint: string, row: Omit<DayRow, 'pointNo'> | undefined): Omit<DaySummary, 'asked' | 'reasons' | 'completeness'> {
  const scores = row?.scores ?? NO_SCORES;
  const flagged = row?.flagged ?? NO_SCORES;
  return {
    day,
    servicePoint,
    taps: totalTaps(scores),
    scores: [...scores],
    flagged: totalTaps(flagged),
    flaggedScores: [...flagged],
    satisfied: satisfactionOf(subtractScores(scores, flagged)),
    satisfiedRaw: satisfactionOf(scores),
    corrected: row?.corrected ?? 0,
    unplaceable: row?.unplaceable ?? 0,
  };
}

function pointIds(points: readonly ServicePointRow[]): (no: number) => string {
  const ids = new Map(points.map((point) => [point.no, point.id]));
  return (no) => ids.get(no) ?? '';
}
