import { expect, test } from 'vitest';
import fc from 'fast-check';
import { backOffDelay } from '#domain/back-off.ts';

const RULE = { base: 1_000, cap: 300_000 };

test('the limit doubles with each failure until the cap', () => {
  expect([1, 2, 3, 9, 10, 60].map((attempt) => backOffDelay(RULE, attempt, null, 1))).toEqual([
    1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
  ]);
});

test('nobody comes back before Retry-After, and not everybody at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
      expect(backOffDelay(RULE, attempt, 30_000, random)).toBeGreaterThanOrEqual(30_000);
    }),
  );
  expect(backOffDelay(RULE, 3, 30_000, 0.1)).not.toBe(backOffDelay(RULE, 3, 30_000, 0.9));
});
