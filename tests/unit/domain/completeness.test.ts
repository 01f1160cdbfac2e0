import { expect, test } from 'vitest';
import { addCompleteness, NOTHING_KNOWN, type CompletenessCounts } from '#domain/completeness.ts';

const add = (...parts: readonly CompletenessCounts[]): CompletenessCounts => parts.reduce(addCompleteness, NOTHING_KNOWN);
const told = (made: number, received: number, missing: number): CompletenessCounts => ({ made, received, missing });
const untold = (received: number): CompletenessCounts => ({ made: null, received, missing: null });

test('counts of kiosks that have all said theirs are added up', () => {
  expect(add(told(10, 8, 2), told(5, 5, 0))).toEqual({ made: 15, received: 13, missing: 2 });
});

test('what some made never stands beside what others sent', () => {
  expect(add(told(788, 788, 0), untold(80))).toEqual({ made: null, received: 868, missing: null });
});

test('what is known to be missing is said, even where others have not said their count', () => {
  expect(add(told(10, 5, 5), untold(80))).toEqual({ made: null, received: 85, missing: 5 });
});

test('a kiosk that has neither said nor sent anything hides nothing', () => {
  expect(add(untold(0), told(4, 4, 0))).toEqual({ made: 4, received: 4, missing: 0 });
  expect(add(untold(0))).toEqual(NOTHING_KNOWN);
});

test('the order makes no difference', () => {
  const parts = [told(10, 5, 5), untold(80), untold(0), told(3, 3, 0)];
  const sums = [parts, parts.toReversed(), [...parts.slice(2), ...parts.slice(0, 2)]].map((each) => add(...each));
  expect(new Set(sums.map((sum) => JSON.stringify(sum))).size).toBe(1);
});
