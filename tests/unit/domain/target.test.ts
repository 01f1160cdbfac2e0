import { expect, test } from 'vitest';
import { targetGroupOf, targetOn, verdictOf, type TargetSetting } from '#domain/target.ts';

const CHAIN = ['phuong', 'tinh', ''];
const set = (unit: string, field: string, target: number | null, from = '2026-01-01'): TargetSetting => ({ unit, field, target, from });

test('land, construction and investment have 85 %, everything else 100 %, as the plan says', () => {
  expect(['Đất đai', 'Hoạt động xây dựng', 'Quy hoạch xây dựng, kiến trúc', 'Đầu tư tại Việt Nam', 'Hộ tịch'].map(targetGroupOf)).toEqual(['land', 'construction', 'construction', 'investment', null]);
  expect(['Đất đai', 'Hoạt động xây dựng', 'Hộ tịch', ''].map((field) => targetOn([], CHAIN, field, '2026-11-23').target)).toEqual([0.85, 0.85, 1, 1]);
});

test('a unit takes the target of the nearest unit above it', () => {
  const settings = [set('', '', 0.9), set('tinh', '', 0.92), set('khac', '', 0.5)];
  expect(targetOn(settings, CHAIN, '', '2026-11-23')).toMatchObject({ target: 0.92, setting: { unit: 'tinh' } });
  expect(targetOn(settings, [''], '', '2026-11-23').target).toBe(0.9);
  expect(targetOn([...settings, set('phuong', '', 0.97)], CHAIN, 'Hộ tịch', '2026-11-23').target).toBe(0.97);
});

test('a target of a field comes before that of everything, and a general one does not lower the plan’s fields', () => {
  expect(targetOn([set('', 'Hộ tịch', 0.88), set('phuong', '', 0.95)], CHAIN, 'Hộ tịch', '2026-11-23').target).toBe(0.88);
  expect(targetOn([set('phuong', '', 0.6)], CHAIN, 'Đất đai', '2026-11-23').target).toBe(0.85);
  expect(targetOn([set('phuong', 'Đất đai', 0.9)], CHAIN, 'Đất đai', '2026-11-23').target).toBe(0.9);
});

test('a change holds from its day, and the days before keep theirs', () => {
  const settings = [set('phuong', '', 0.8, '2026-03-01'), set('phuong', '', 0.9, '2026-06-01'), set('phuong', '', null, '2026-09-01')];
  const on = (day: string): number => targetOn(settings, CHAIN, '', day).target;
  expect([on('2026-02-28'), on('2026-03-01'), on('2026-05-31'), on('2026-06-01'), on('2026-09-01')]).toEqual([1, 0.8, 0.8, 0.9, 1]);
});

test('a verdict is given by the interval, never by the share alone', () => {
  expect(verdictOf([0, 0, 1, 4, 4], 0.85)).toBe('too-few');
  // 27 of 30: 74.4–96.5 %.
  expect(verdictOf([3, 0, 0, 7, 20], 0.85)).toBe('too-few');
  // 90 of 100: 82.6–94.5 %.
  expect([0.82, 0.85, 0.95].map((target) => verdictOf([10, 0, 0, 40, 50], target))).toEqual(['reached', 'too-few', 'not-reached']);
});

test('100 % is reached when all of at least 30 are satisfied', () => {
  expect([verdictOf([0, 0, 0, 9, 20], 1), verdictOf([0, 0, 0, 10, 20], 1), verdictOf([0, 0, 1, 10, 200], 1)]).toEqual(['too-few', 'reached', 'not-reached']);
});
