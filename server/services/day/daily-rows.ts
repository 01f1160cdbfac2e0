import type { DaySummary } from '#contract/summaries.ts';
import { daysBetween } from '#domain/calendar-day.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import { NO_SCORES, subtractScores, totalTaps } from '#domain/score.ts';
import type { ServicePointRow } from '../../repositories/service-points.ts';
import type { CompletenessRow, DayRow } from '../../repositories/summaries.ts';

/** Days without taps are said, as zeros, up to this many days and this many rows. */
const ZERO_DAYS = 62;
const ZERO_ROWS = 20_000;

type OfDay = { readonly day: string; readonly pointNo: number };

/** What is kept of a span, each list ordered by day. */
export type DailyParts<Reasons extends OfDay> = {
  readonly from: string;
  readonly to: string;
  readonly points: readonly ServicePointRow[];
  readonly days: readonly DayRow[];
  /** The same days over all fields. */
  readonly whole: readonly DayRow[];
  readonly reasons: readonly Reasons[];
  readonly completeness: readonly CompletenessRow[];
};

/** All that is known of a service point's day; undefined where nothing is kept. */
export type DailyCell<Reasons> = {
  readonly day: string;
  readonly point: ServicePointRow;
  readonly row: DayRow | undefined;
  /** Times the rating was ignored, over all fields. */
  readonly asked: number;
  readonly reasons: Reasons | undefined;
  readonly completeness: CompletenessRow | undefined;
};

/**
 * Goes once through the days of a span, and each day through the service points in their order. A province's month
 * is 15,000 rows: what belongs together is found by position, without a key made for each.
 */
export function eachCell<Reasons extends OfDay>(parts: DailyParts<Reasons>, visit: (cell: DailyCell<Reasons>) => void): void {
  const { points } = parts;
  const placeOf = new Map(points.map((point, place) => [point.no, place]));
  const span = daysBetween(parts.from, parts.to);
  const saysZeros = span.length <= ZERO_DAYS && span.length * points.length <= ZERO_ROWS;
  const [rowsOn, wholeOn] = [placing(parts.days, placeOf), placing(parts.whole, placeOf)];
  const [reasonsOn, completeOn] = [placing(parts.reasons, placeOf), placing(parts.completeness, placeOf)];
  for (const day of span) {
    const [rows, whole, reasons, complete] = [rowsOn(day), wholeOn(day), reasonsOn(day), completeOn(day)];
    for (const [place, point] of points.entries()) {
      const row = rows[place];
      const asked = whole[place]?.asked ?? 0;
      const completeness = complete[place];
      if (row === undefined && asked === 0 && completeness === undefined && !saysZeros) continue;
      visit({ day, point, row, asked, reasons: reasons[place], completeness });
    }
  }
}

/** Gives the rows of one day after another, each at the place of its service point. */
function placing<Row extends OfDay>(rows: readonly Row[], placeOf: ReadonlyMap<number, number>): (day: string) => readonly (Row | undefined)[] {
  let next = 0;
  return (day) => {
    const placed = Array<Row | undefined>(placeOf.size).fill(undefined);
    for (let row = rows[next]; row !== undefined && row.day === day; row = rows[(next += 1)]) {
      const place = placeOf.get(row.pointNo);
      if (place !== undefined) placed[place] = row;
    }
    return placed;
  };
}

/** A day's figures of a service point (or, with its id empty, of all), without what other rollups know. */
export function buildDay(day: string, servicePoint: string, row: Omit<DayRow, 'pointNo'> | undefined): Omit<DaySummary, 'asked' | 'reasons' | 'completeness'> {
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
