/** The five levels of the tap scale, negative to positive (E151, E152). */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** Names the wording and order of the scale. Another wording opens a new series (E181). */
export const SCALE_ID = 'five-v1';

/** Counts of the scores 1 to 5, in that order. */
export type ScoreCounts = readonly [number, number, number, number, number];

export const NO_SCORES: ScoreCounts = [0, 0, 0, 0, 0];

export function isScore(value: unknown): value is Score {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

/** All taps behind the counts. */
export function totalTaps(counts: ScoreCounts): number {
  return counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
}

/** Taps of score 4 and 5: the "top two" of E174. */
export function satisfiedTaps(counts: ScoreCounts): number {
  return counts[3] + counts[4];
}

/** The counts with `by` more (or fewer) taps of one score. */
export function withScore(counts: ScoreCounts, score: Score, by: number): ScoreCounts {
  const [one, two, three, four, five] = counts;
  switch (score) {
    case 1:
      return [one + by, two, three, four, five];
    case 2:
      return [one, two + by, three, four, five];
    case 3:
      return [one, two, three + by, four, five];
    case 4:
      return [one, two, three, four + by, five];
    case 5:
      return [one, two, three, four, five + by];
  }
}

/** Both counts together. */
export function addScores(left: ScoreCounts, right: ScoreCounts): ScoreCounts {
  return [left[0] + right[0], left[1] + right[1], left[2] + right[2], left[3] + right[3], left[4] + right[4]];
}

/** What is left of `all` without `some` of them, as the unflagged taps (E173). */
export function subtractScores(all: ScoreCounts, some: ScoreCounts): ScoreCounts {
  return [all[0] - some[0], all[1] - some[1], all[2] - some[2], all[3] - some[3], all[4] - some[4]];
}
