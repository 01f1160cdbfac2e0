import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BURST_MS, BURST_TAPS, findMisuse, ROAM_FACES, ROAM_MS, type TimedTap } from '#domain/misuse.ts';
import { SCORES } from '#domain/score.ts';

/** The rule as it is published, word for word: slow, and plainly right. */
function asPublished(taps: readonly TimedTap[]): Record<number, string[]> {
  const flags: Record<number, Set<string>> = {};
  taps.forEach((end, last) => {
    const window = (span: number): readonly TimedTap[] => {
      let first = last;
      while (first > 0 && end.at - (taps[first - 1]?.at ?? 0) < span && end.at >= (taps[first - 1]?.at ?? 0)) first -= 1;
      return taps.slice(first, last + 1);
    };
    const burst = window(BURST_MS);
    if (burst.length > BURST_TAPS) for (const tap of burst) (flags[tap.seq] ??= new Set()).add('burst');
    const roam = window(ROAM_MS);
    if (new Set(roam.map((tap) => tap.score)).size >= ROAM_FACES) for (const tap of roam) (flags[tap.seq] ??= new Set()).add('roam');
  });
  return Object.fromEntries(Object.entries(flags).map(([seq, set]) => [seq, [...set].toSorted()]));
}

// Steps back in time are a kiosk's clock that was set while it ran.
const step = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 20_000 }) }, { weight: 1, arbitrary: fc.integer({ min: -90_000, max: 90_000 }) });

test('the quick rule marks what the published rule marks (E172)', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.constantFrom(...SCORES)), { maxLength: 40 }), (touches) => {
      let at = 1_000_000;
      const taps = touches.map(([wait, score], index) => ({ seq: index + 1, at: (at += wait), score }));
      const found = Object.fromEntries([...findMisuse(taps)].map(([seq, flags]) => [seq, [...flags].toSorted()]));
      expect(found).toEqual(asPublished(taps));
    }),
    { numRuns: 2_000 },
  );
});

test('a flood of five thousand touches is judged in a moment', () => {
  const flood = Array.from({ length: 5_000 }, (_, index) => ({ seq: index + 1, at: index * 10, score: SCORES[index % 5] ?? 1 }));
  const started = performance.now();
  expect(findMisuse(flood).size).toBe(5_000);
  expect(performance.now() - started).toBeLessThan(2_000);
});
