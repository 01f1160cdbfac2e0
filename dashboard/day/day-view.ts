import type { Completeness, DaySummary, HourSummary } from '#contract/summaries.ts';
import { addCompleteness, NOTHING_KNOWN } from '#domain/completeness.ts';
import { shareOfCounts, type Share } from './share-view.ts';

type Scores = readonly [number, number, number, number, number];

/** What the page shows of one day over one or all service points. */
export type DayView = {
  readonly taps: number;
  readonly scores: Scores;
  /** Satisfied among all taps. */
  readonly raw: Share;
  /** Satisfied without the suspicious taps. */
  readonly filtered: Share;
  readonly flagged: number;
  /** Suspicious taps among all, 0 to 1. */
  readonly flaggedShare: number;
  /** Times the rating was on screen: taps and those ignored (E179). */
  readonly shown: number;
  readonly asked: number;
  readonly reasons: readonly { readonly id: string; readonly count: number }[];
  readonly completeness: Completeness;
  readonly corrected: number;
  readonly unplaceable: number;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function addScores(counts: readonly (readonly number[])[]): Scores {
  const of = (index: number): number => sum(counts.map((scores) => scores[index] ?? 0));
  return [of(0), of(1), of(2), of(3), of(4)];
}

/** Adds up the rows of one day, one for each service point. */
export function dayView(rows: readonly DaySummary[]): DayView {
  const scores = addScores(rows.map((row) => row.scores));
  const counted = { scores, flaggedScores: addScores(rows.map((row) => row.flaggedScores)) };
  const taps = sum(rows.map((row) => row.taps));
  const flagged = sum(rows.map((row) => row.flagged));
  const asked = sum(rows.map((row) => row.asked));
  return {
    taps,
    scores,
    raw: shareOfCounts(counted, 'raw'),
    filtered: shareOfCounts(counted, 'filtered'),
    flagged,
    flaggedShare: taps === 0 ? 0 : flagged / taps,
    shown: taps + asked,
    asked,
    reasons: addReasons(rows),
    completeness: rows.map((row) => row.completeness).reduce(addCompleteness, NOTHING_KNOWN),
    corrected: sum(rows.map((row) => row.corrected)),
    unplaceable: sum(rows.map((row) => row.unplaceable)),
  };
}

function addReasons(rows: readonly DaySummary[]): DayView['reasons'] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const [id, count] of Object.entries(row.reasons)) counts.set(id, (counts.get(id) ?? 0) + count);
  return [...counts].map(([id, count]) => ({ id, count })).toSorted((left, right) => right.count - left.count || left.id.localeCompare(right.id));
}

export type HourBar = { readonly hour: number; readonly taps: number };

/** Opening hours at least (7 to 16), more when there were taps outside them. */
export function hourBars(hours: HourSummary['hours']): readonly HourBar[] {
  const counts = new Map<number, number>();
  for (const row of hours) counts.set(row.hour, (counts.get(row.hour) ?? 0) + row.taps);
  const busy = [...counts].filter(([, taps]) => taps > 0).map(([hour]) => hour);
  const first = Math.min(7, ...busy);
  const last = Math.max(16, ...busy);
  return Array.from({ length: last - first + 1 }, (_, index) => ({ hour: first + index, taps: counts.get(first + index) ?? 0 }));
}
