import { expect, test } from 'vitest';
import { findMisuse, type TimedTap } from '#domain/misuse.ts';
import type { Score } from '#domain/score.ts';

function taps(...list: readonly (readonly [seconds: number, score: Score])[]): readonly TimedTap[] {
  return list.map(([seconds, score], index) => ({ seq: index + 1, at: 1_000_000 + seconds * 1000, score }));
}

test('E172: five taps within a minute are a burst, four are not', () => {
  expect(findMisuse(taps([0, 5], [14, 5], [28, 5], [42, 5])).size).toBe(0);
  const flags = findMisuse(taps([0, 5], [14, 5], [28, 5], [42, 5], [56, 5]));
  expect([...flags.keys()]).toEqual([1, 2, 3, 4, 5]);
  expect([...(flags.get(3) ?? [])]).toEqual(['burst']);
});

test('E172: three different faces within fifteen seconds are a child playing', () => {
  expect([...findMisuse(taps([0, 1], [6, 3], [12, 5])).keys()]).toEqual([1, 2, 3]);
  expect(findMisuse(taps([0, 1], [6, 3], [15, 5])).size).toBe(0);
  expect(findMisuse(taps([0, 5], [6, 3], [12, 5])).size).toBe(0);
});

test('promise 6: the rule treats every score alike', () => {
  const times = [0, 5, 11, 20, 41, 120, 130];
  const marked = ([1, 2, 3, 4, 5] as const).map((score) => [
    ...findMisuse(taps(...times.map((time) => [time, score] as const))).keys(),
  ]);
  expect(new Set(marked.map((keys) => keys.join())).size).toBe(1);
});

test('E172: quiet taps before and after a burst stay unflagged', () => {
  const flags = findMisuse(taps([0, 4], [300, 5], [310, 5], [320, 5], [330, 5], [340, 5], [900, 2]));
  expect([...flags.keys()]).toEqual([2, 3, 4, 5, 6]);
});
