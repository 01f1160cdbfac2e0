import type { ErrorCode } from '#contract/errors.ts';
import type { DailySummary, DailySummaryQuery, DaySummary, HourSummary, ProcedureSummary, StepSummary } from '#contract/summaries.ts';
import { daysBetween, spanLength } from '#domain/calendar-day.ts';
import { NOTHING_KNOWN } from '#domain/completeness.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { totalTaps } from '#domain/score.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { ServicePointRow } from '../repositories/service-points.ts';
import { findAsked, type Asked } from './day/asked-span.ts';
import { buildDay, eachCell, type DailyParts } from './day/daily-rows.ts';
import { dailyJson } from './day/daily-json.ts';
import type { Staff } from './staff-access.ts';

/** Most days × service points of one question: an answer is built in memory. */
const MOST_ROWS = 400_000;

type Ports = Pick<Repositories, 'points' | 'summaries'>;

export type Summaries = {
  /**
   * With `field`, taps and reasons are of that field; `asked` and completeness are always of the
   * whole service point, because neither an ignored rating nor a kiosk's own count names a field.
   */
  daily(this: void, staff: Staff, query: DailySummaryQuery): Promise<Result<DailySummary, ErrorCode>>;
  /** The same as JSON in UTF-8, for answers of many rows. */
  dailyJson(this: void, staff: Staff, query: DailySummaryQuery): Promise<Result<Buffer, ErrorCode>>;
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
      const days: DaySummary[] = [];
      eachCell(await dailyParts(store, asked.value, store.reasons), ({ day, point, row, asked: shown, reasons, completeness }) => {
        const { made, received, missing } = completeness ?? NOTHING_KNOWN;
        days.push({ ...buildDay(day, point.id, row), asked: shown, reasons: { ...reasons?.reasons }, completeness: { made, received, missing } });
      });
      return success({ days });
    },
    async dailyJson(staff, query) {
      const asked = await findRows(ports, staff, query);
      if (!asked.ok) return asked;
      if (query.merge === 'unit') return success(Buffer.from(JSON.stringify({ days: await mergedDays(store, asked.value.query) })));
      return success(dailyJson(await dailyParts(store, asked.value, store.reasonTexts)));
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

async function dailyParts<Reasons extends { readonly day: string; readonly pointNo: number }>(
  store: Ports['summaries'],
  { query, points }: Asked,
  askReasons: (query: Asked['query']) => Promise<readonly Reasons[]>,
): Promise<DailyParts<Reasons>> {
  const [days, reasons, completeness] = await Promise.all([store.days(query), askReasons(query), store.completeness(query)]);
  const whole = query.field === null ? days : await store.days({ ...query, field: null });
  return { from: query.from, to: query.to, points, days, whole, reasons, completeness };
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

function pointIds(points: readonly ServicePointRow[]): (no: number) => string {
  const ids = new Map(points.map((point) => [point.no, point.id]));
  return (no) => ids.get(no) ?? '';
}
