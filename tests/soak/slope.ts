/** A straight trend through samples, with the interval in which it lies with 95 % confidence. */
export type Slope = {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  /** Samples it was found from. */
  readonly count: number;
};

export type Point = readonly [x: number, y: number];

/** Below so many samples no interval means anything. */
export const FEWEST = 6;
/** 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * Theil–Sen: the median of the slopes between all pairs. One odd sample, such as a collection that came late, does not
 * move it as it moves a least-squares line. Interval after Sen, "Estimates of the Regression Coefficient Based on
 * Kendall's Tau", JASA 63 (1968), with the normal approximation. Null: too few samples, or all at one place.
 */
export function theilSen(points: readonly Point[]): Slope | null {
  const count = points.length;
  const slopes = points.flatMap(([x, y], index) => points.slice(index + 1).flatMap(([otherX, otherY]) => (otherX === x ? [] : [(otherY - y) / (otherX - x)]))).toSorted((left, right) => left - right);
  if (count < FEWEST || slopes.length === 0) return null;
  const reach = Z * Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  const at = (place: number): number => slopes[Math.min(slopes.length - 1, Math.max(0, place))] ?? 0;
  return {
    slope: median(slopes),
    low: at(Math.round((slopes.length - reach) / 2) - 1),
    high: at(Math.round((slopes.length + reach) / 2)),
    count,
  };
}

export type Verdict = 'level' | 'grows' | 'falls' | 'unknown';

/** `level`: indistinguishable from zero. */
export function judgeSlope(slope: Slope | null): Verdict {
  if (slope === null) return 'unknown';
  if (slope.low > 0) return 'grows';
  return slope.high < 0 ? 'falls' : 'level';
}

/** What is left when the first share of the samples, in which caches fill and code is compiled, is taken away. */
export function afterWarmUp<Sample>(samples: readonly Sample[], share: number): readonly Sample[] {
  return samples.slice(Math.ceil(samples.length * share));
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
