import { expect, test } from 'vitest';
import { NO_SCORES, type ScoreCounts } from '#domain/score.ts';
import { byWeekday, compareSpans, spanBefore } from '#domain/week-over-week.ts';

const satisfied = (hits: number, taps: number): ScoreCounts => [taps - hits, 0, 0, 0, hits];
const week = (...counts: readonly ScoreCounts[]): readonly ScoreCounts[] => [...counts, ...Array.from({ length: 7 - counts.length }, () => NO_SCORES)];

test('the interval of a difference is Newcombe’s (E180; 56 of 70 against 48 of 80: 5.24 to 33.39 points)', () => {
  const found = compareSpans(week(satisfied(56, 70)), week(satisfied(48, 80)));
  expect(found).toMatchObject({ before: 0.6, beforeTaps: 80 });
  expect([found?.change, found?.low, found?.high]).toEqual([expect.closeTo(0.2, 10), expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
});

test('a week with another mix of weekdays is no change (E180)', () => {
  // Mondays 90 %, Tuesdays 60 % in both weeks; only how many came on which day differs.
  const found = compareSpans(week(satisfied(90, 100), satisfied(30, 50)), week(satisfied(45, 50), satisfied(60, 100)));
  expect(found?.change).toBeCloseTo(0, 10);
  expect(found?.before).toBeCloseTo(0.8, 10);
});

test('weekdays with taps on one side only do not count', () => {
  const found = compareSpans(week(satisfied(30, 40), satisfied(0, 500)), week(satisfied(20, 40)));
  expect(found).toMatchObject({ before: 0.5, beforeTaps: 40, change: 0.25 });
});

test('nothing is compared with under 30 taps on either side (E176)', () => {
  expect(compareSpans(week(satisfied(29, 29)), week(satisfied(99, 99)))).toBeNull();
  expect(compareSpans(week(satisfied(99, 99)), week(satisfied(29, 29)))).toBeNull();
  expect(compareSpans(week(satisfied(30, 30)), week(satisfied(30, 30)))).toMatchObject({ change: 0 });
  expect(compareSpans(week(satisfied(99, 99)), week(NO_SCORES, satisfied(99, 99)))).toBeNull();
});

test('a span is compared with the same weekdays, as many weeks earlier as it takes', () => {
  expect(spanBefore('2026-11-23', '2026-11-23')).toEqual({ from: '2026-11-16', to: '2026-11-16' });
  expect(spanBefore('2026-11-17', '2026-11-23')).toEqual({ from: '2026-11-10', to: '2026-11-16' });
  expect(spanBefore('2026-11-01', '2026-11-30')).toEqual({ from: '2026-09-27', to: '2026-10-26' });
});

test('days are summed by their ISO weekday', () => {
  const sums = byWeekday([{ day: '2026-11-23', counts: [1, 0, 0, 0, 0] }, { day: '2026-11-16', counts: [0, 0, 0, 0, 2] }, { day: '2026-11-22', counts: [0, 0, 3, 0, 0] }]);
  expect([sums[0], sums[6]]).toEqual([[1, 0, 0, 0, 2], [0, 0, 3, 0, 0]]);
});
