import { expect, test } from 'vitest';
import { flaggedStanding, isFlaggedAlarm, satisfactionStanding } from '#domain/alert-rule.ts';
import type { ScoreCounts } from '#domain/score.ts';

const satisfied = (hits: number, taps: number): ScoreCounts => [taps - hits, 0, 0, 0, hits];

test('an alert stands when the upper end of the interval lies under the target, with at least 20 taps (E180)', () => {
  // 13 of 20: 43.3–81.9 %; 14 of 20: 48.1–85.5 %.
  expect(satisfactionStanding(satisfied(13, 20), 0.85)).toBe('stands');
  expect(satisfactionStanding(satisfied(14, 20), 0.85)).toBe('unchanged');
  expect(satisfactionStanding(satisfied(0, 19), 0.85)).toBe('ended');
});

test('an alert ends 2 points above the target and not before, so that it does not flicker', () => {
  // 160 of 200: 73.9–84.9 %; 163: 75.6–86.2 %; 165: 76.7–87.1 %.
  expect([160, 163, 165].map((hits) => satisfactionStanding(satisfied(hits, 200), 0.85))).toEqual(['stands', 'unchanged', 'ended']);
});

test('against 100 % an alert ends when nobody is unsatisfied', () => {
  expect([199, 200].map((hits) => satisfactionStanding(satisfied(hits, 200), 1))).toEqual(['stands', 'ended']);
});

test('over 5 % of at least 20 flagged taps are an alarm, which ends under 4 % (E173)', () => {
  expect([flaggedStanding(100, 5), flaggedStanding(100, 6), flaggedStanding(100, 4), flaggedStanding(100, 3), flaggedStanding(19, 19)]).toEqual(['unchanged', 'stands', 'unchanged', 'ended', 'ended']);
  expect([isFlaggedAlarm(20, 1), isFlaggedAlarm(20, 2)]).toEqual([false, true]);
});
