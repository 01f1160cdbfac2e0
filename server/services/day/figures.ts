import type { Figures } from '#contract/day.ts';
import { isFlaggedAlarm } from '#domain/alert-rule.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import { addScores, NO_SCORES, subtractScores, totalTaps, type ScoreCounts } from '#domain/score.ts';
import { verdictOf } from '#domain/target.ts';
import { compareSpans, type WeekdayCounts } from '#domain/week-over-week.ts';
import type { WeekdayRow } from '../../repositories/summaries.ts';

/** Taps of one service point, unit or field over a span. */
export type Slice = {
  readonly scores: ScoreCounts;
  readonly flagged: ScoreCounts;
  readonly asked: number;
  /** Unflagged taps by ISO weekday, Monday first. */
  readonly weekdays: readonly ScoreCounts[];
};

export const NO_SLICE: Slice = { scores: NO_SCORES, flagged: NO_SCORES, asked: 0, weekdays: Array.from({ length: 7 }, () => NO_SCORES) };

export function addSlices(left: Slice, right: Slice): Slice {
  return {
    scores: addScores(left.scores, right.scores),
    flagged: addScores(left.flagged, right.flagged),
    asked: left.asked + right.asked,
    weekdays: addWeekdays(left.weekdays, right.weekdays),
  };
}

/** Puts the weekdays of each key together. */
export function slicesOf<Key>(rows: readonly WeekdayRow<Key>[]): ReadonlyMap<Key, Slice> {
  const slices = new Map<Key, Slice>();
  for (const { key, weekday, scores, flagged, asked } of rows) {
    const { weekdays, ...known } = slices.get(key) ?? NO_SLICE;
    const changed = [...weekdays];
    changed[weekday - 1] = addScores(weekdays[weekday - 1] ?? NO_SCORES, subtractScores(scores, flagged));
    slices.set(key, { scores: addScores(known.scores, scores), flagged: addScores(known.flagged, flagged), asked: known.asked + asked, weekdays: changed });
  }
  return slices;
}

export type FiguresOptions = {
  /** The span that a trend is compared with. */
  readonly earlier: { readonly from: string; readonly to: string };
  readonly target: number;
  /** Nobody says of an ignored rating which field it would have been: with a field there is no response rate. */
  readonly hasField: boolean;
};

/** Unflagged taps by weekday from no more than a comparison needs: who was not satisfied counts as a 1. */
export function weekdaysOf<Key>(rows: readonly { readonly key: Key; readonly weekday: number; readonly others: number; readonly satisfied: number }[]): ReadonlyMap<Key, WeekdayCounts> {
  const found = new Map<Key, ScoreCounts[]>();
  for (const { key, weekday, others, satisfied } of rows) {
    const weekdays = found.get(key) ?? [...NO_SLICE.weekdays];
    weekdays[weekday - 1] = [others, 0, 0, 0, satisfied];
    found.set(key, weekdays);
  }
  return found;
}

export function addWeekdays(left: WeekdayCounts, right: WeekdayCounts): WeekdayCounts {
  return left.map((counts, at) => addScores(counts, right[at] ?? NO_SCORES));
}

export function figuresOf(now: Slice, before: WeekdayCounts, options: FiguresOptions): Figures {
  const { scores, flagged, asked } = now;
  const taps = totalTaps(scores);
  const unflagged = subtractScores(scores, flagged);
  const compared = compareSpans(now.weekdays, before);
  return {
    taps,
    scores: [...scores],
    flagged: totalTaps(flagged),
    flaggedScores: [...flagged],
    flaggedAlarm: isFlaggedAlarm(taps, totalTaps(flagged)),
    asked,
    responseRate: options.hasField || asked === 0 ? null : taps / (taps + asked),
    satisfied: satisfactionOf(unflagged),
    satisfiedRaw: satisfactionOf(scores),
    target: options.target,
    verdict: verdictOf(unflagged, options.target),
    trend: compared === null ? null : { ...options.earlier, ...compared },
  };
}
