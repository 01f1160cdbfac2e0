import { describe, expect, it } from 'vitest';
import { seeded } from '#tests/faults/seeded.ts';
import { afterWarmUp, judgeSlope, theilSen, type Point } from '#tests/soak/slope.ts';

/** `count` samples of a figure around 8 MiB that grows by `growth` a sample, in noise of ± `noise` bytes. */
function samples(seed: number, { count = 40, growth = 0, noise = 50_000 }: { readonly count?: number; readonly growth?: number; readonly noise?: number }): readonly Point[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, x): Point => [x, 8 * 2 ** 20 + growth * x + (random.fraction() - 0.5) * 2 * noise]);
}

describe('a slope with its interval', () => {
  it('is the slope of a line, exactly', () => {
    expect(theilSen(samples(1, { growth: 12, noise: 0 }))).toEqual({ slope: 12, low: 12, high: 12, count: 40 });
  });

  it('sees a leak of 4 kB a sample under noise twelve times as large, in every one of 50 runs', () => {
    const verdicts = Array.from({ length: 50 }, (_, seed) => judgeSlope(theilSen(samples(seed, { growth: 4_000 }))));
    expect(new Set(verdicts)).toEqual(new Set(['grows']));
  });

  it('calls level what is level, in about 95 of 100 runs, and holds the true slope as often', () => {
    const runs = Array.from({ length: 400 }, (_, seed) => theilSen(samples(seed, {})));
    const level = runs.filter((run) => judgeSlope(run) === 'level').length;
    expect(level / runs.length).toBeGreaterThan(0.92);
    expect(level / runs.length).toBeLessThan(0.99);
  });

  it('is not moved by one sample that is far away', () => {
    const points = samples(3, {}).map(([x, y], index): Point => [x, index === 39 ? y * 100 : y]);
    expect(judgeSlope(theilSen(points))).toBe('level');
  });

  it('says that it falls, and that it does not know', () => {
    expect(judgeSlope(theilSen(samples(1, { growth: -9_000 })))).toBe('falls');
    expect(judgeSlope(theilSen(samples(1, { count: 5 })))).toBe('unknown');
    expect(judgeSlope(theilSen(Array.from({ length: 10 }, (_, y): Point => [1, y])))).toBe('unknown');
  });

  it('is level for a figure that never moves: counts of handles do not', () => {
    expect(theilSen(Array.from({ length: 20 }, (_, x): Point => [x, 23]))).toMatchObject({ slope: 0, low: 0, high: 0 });
  });

  it('leaves the warm-up out', () => {
    expect(afterWarmUp([1, 2, 3, 4, 5, 6, 7, 8], 0.25)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(afterWarmUp([], 0.25)).toEqual([]);
  });
});
