import { addDays, spanLength, weekdayOf, type CalendarDay } from './calendar-day.ts';
import { COMPARABLE_SAMPLE, wilsonOfShare, type Interval } from './satisfaction.ts';
import { addScores, NO_SCORES, satisfiedTaps, totalTaps, type ScoreCounts } from './score.ts';

/** Unflagged taps by ISO weekday: index 0 is Monday. */
export type WeekdayCounts = readonly ScoreCounts[];

export type Comparison = {
  /** The share before, as it would have been with the weekdays of now; 0–1. */
  readonly before: number;
  /** Taps behind it. */
  readonly beforeTaps: number;
  /** Now − before, −1…1, with its 95 % interval. */
  readonly change: number;
} & Interval;

/** The span of the same weekdays that ends before `from`: as many whole weeks earlier as it takes. */
export function spanBefore(from: CalendarDay, to: CalendarDay): { readonly from: CalendarDay; readonly to: CalendarDay } {
  const shift = -7 * Math.ceil(spanLength(from, to) / 7);
  return { from: addDays(from, shift), to: addDays(to, shift) };
}

/** Sums days by their weekday. */
export function byWeekday(rows: readonly { readonly day: CalendarDay; readonly counts: ScoreCounts }[]): WeekdayCounts {
  const sums = Array.from({ length: 7 }, () => NO_SCORES);
  for (const { day, counts } of rows) {
    const at = weekdayOf(day) - 1;
    sums[at] = addScores(sums[at] ?? NO_SCORES, counts);
  }
  return sums;
}

/**
 * Compares the satisfied share of two spans by the same weekday mix (E180): only weekdays with taps
 * on both sides count, and those before weigh as much as they do now (direct standardisation). Null
 * where either side has under 30 such taps (E176). The interval is Newcombe's hybrid score interval
 * for a difference (Newcombe 1998, method 10), with the effective sample of the weighted share.
 */
export function compareSpans(now: WeekdayCounts, before: WeekdayCounts): Comparison | null {
  const days = now.map((counts, index) => sideBySide(counts, before[index] ?? NO_SCORES)).filter(({ nowTaps, beforeTaps }) => nowTaps > 0 && beforeTaps > 0);
  const sum = (read: (day: SideBySide) => number): number => days.reduce((total, day) => total + read(day), 0);
  const nowTaps = sum((day) => day.nowTaps);
  const beforeTaps = sum((day) => day.beforeTaps);
  if (nowTaps < COMPARABLE_SAMPLE || beforeTaps < COMPARABLE_SAMPLE) return null;
  const rate = sum((day) => day.nowHits) / nowTaps;
  const earlier = sum((day) => (day.nowTaps / nowTaps) * (day.beforeHits / day.beforeTaps));
  const effective = 1 / sum((day) => (day.nowTaps / nowTaps) ** 2 / day.beforeTaps);
  const one = wilsonOfShare(rate, nowTaps);
  const two = wilsonOfShare(earlier, effective);
  const change = rate - earlier;
  return {
    before: earlier,
    beforeTaps,
    change,
    low: change - Math.hypot(rate - one.low, two.high - earlier),
    high: change + Math.hypot(one.high - rate, earlier - two.low),
  };
}

type SideBySide = { readonly nowTaps: number; readonly nowHits: number; readonly beforeTaps: number; readonly beforeHits: number };

function sideBySide(now: ScoreCounts, before: ScoreCounts): SideBySide {
  return { nowTaps: totalTaps(now), nowHits: satisfiedTaps(now), beforeTaps: totalTaps(before), beforeHits: satisfiedTaps(before) };
}
