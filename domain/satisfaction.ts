import { satisfiedTaps, totalTaps, type ScoreCounts } from './score.ts';

/** The 97.5 % point of the normal distribution: two-sided 95 % (E175). */
const Z = 1.959964;

/** Below this many taps no share is shown at all: "chưa đủ dữ liệu" (E176, promise 6). */
export const SMALLEST_SAMPLE = 10;
/** From here a share may be compared or ranked; below it is shown as "ít dữ liệu" (E176). */
export const COMPARABLE_SAMPLE = 30;

export type Interval = { readonly low: number; readonly high: number };
/** `rate`, `low` and `high` are shares between 0 and 1. */
export type Satisfaction = { readonly rate: number } & Interval;

/**
 * The 95 % Wilson score interval for `hits` successes in `n` trials, as shares between 0 and 1.
 * Source: Wilson 1927; recommended for small n by Brown, Cai and DasGupta 2001 (E175).
 * @throws RangeError when n is not a positive integer or hits lies outside 0..n.
 */
export function wilsonInterval(hits: number, n: number): Interval {
  if (!Number.isInteger(n) || n <= 0 || !Number.isInteger(hits) || hits < 0 || hits > n) {
    throw new RangeError(`wilsonInterval needs 0 <= hits <= n and n > 0, got ${hits} of ${n}`);
  }
  const { low, high } = wilsonOfShare(hits / n, n);
  return { low: hits === 0 ? 0 : low, high: hits === n ? 1 : high };
}

/** The same interval for a share (0–1) of an effective sample that need not be a whole number, above 0. */
export function wilsonOfShare(share: number, n: number): Interval {
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** The share of scores 4 and 5 with its interval, or null below ten taps (E174–E176). */
export function satisfactionOf(counts: ScoreCounts): Satisfaction | null {
  const n = totalTaps(counts);
  if (n < SMALLEST_SAMPLE) return null;
  const hits = satisfiedTaps(counts);
  return { rate: hits / n, ...wilsonInterval(hits, n) };
}

export type SampleSize = 'too-few' | 'few' | 'enough';

/** How far a share of `n` taps may be used: hidden, shown with a caution, or compared (E176). */
export function sampleSize(n: number): SampleSize {
  if (n < SMALLEST_SAMPLE) return 'too-few';
  return n < COMPARABLE_SAMPLE ? 'few' : 'enough';
}
