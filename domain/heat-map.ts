import { weekdayOf, type CalendarDay } from './calendar-day.ts';
import { satisfactionOf, type Satisfaction } from './satisfaction.ts';
import { addScores, NO_SCORES, totalTaps, type ScoreCounts } from './score.ts';

export type HeatCell = {
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  /** 0–23, by the service point's clock. */
  readonly hour: number;
  readonly taps: number;
  readonly scores: ScoreCounts;
  /** Null under ten taps (E176). */
  readonly satisfied: Satisfaction | null;
};

/** All 168 hours of the week, Monday 0 o'clock first. */
export function buildHeatMap(rows: readonly { readonly day: CalendarDay; readonly hour: number; readonly scores: ScoreCounts }[]): readonly HeatCell[] {
  const sums = Array.from({ length: 168 }, () => NO_SCORES);
  for (const { day, hour, scores } of rows) {
    const at = (weekdayOf(day) - 1) * 24 + hour;
    sums[at] = addScores(sums[at] ?? NO_SCORES, scores);
  }
  return sums.map((scores, index) => ({
    weekday: Math.floor(index / 24) + 1,
    hour: index % 24,
    taps: totalTaps(scores),
    scores,
    satisfied: satisfactionOf(scores),
  }));
}
