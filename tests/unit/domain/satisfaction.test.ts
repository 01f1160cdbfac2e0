import { expect, test } from 'vitest';
import { satisfactionOf, sampleSize, wilsonInterval } from '#domain/satisfaction.ts';

const percent = (share: number): number => Math.round(share * 1000) / 10;

// Golden values of E175.
test.each([
  [9, 10, 59.6, 98.2],
  [27, 30, 74.4, 96.5],
  [90, 100, 82.6, 94.5],
  [10, 10, 72.2, 100],
  [0, 10, 0, 27.8],
])('E175: the Wilson interval of %i in %i is %f to %f percent', (hits, n, low, high) => {
  const interval = wilsonInterval(hits, n);
  expect(percent(interval.low)).toBeCloseTo(low, 1);
  expect(percent(interval.high)).toBeCloseTo(high, 1);
});

test('E175: the interval refuses counts that cannot be', () => {
  for (const [hits, n] of [[1, 0], [3, 2], [-1, 5], [0.5, 5]] as const) {
    expect(() => wilsonInterval(hits, n)).toThrow(RangeError);
  }
});

test('E174: satisfaction is the share of scores 4 and 5', () => {
  expect(satisfactionOf([1, 2, 3, 4, 10])?.rate).toBe(14 / 20);
});

test('E176: nine taps say nothing yet, ten do', () => {
  expect(satisfactionOf([0, 0, 0, 0, 9])).toBeNull();
  expect(satisfactionOf([0, 0, 0, 0, 10])).not.toBeNull();
});

test('E176: the sample is too small below 10, small below 30, enough from 30', () => {
  expect([9, 10, 29, 30].map(sampleSize)).toEqual(['too-few', 'few', 'few', 'enough']);
});
