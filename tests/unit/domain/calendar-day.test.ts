import { expect, test } from 'vitest';
import { addDays, dayAndHour, dayOf, daysBetween, isCalendarDay } from '#domain/calendar-day.ts';

test('a tap just after midnight in Viet Nam belongs to the new day', () => {
  expect(dayOf(Date.parse('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
  expect(dayOf(Date.parse('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
});

test('hours run from 0 to 23', () => {
  expect(dayAndHour(Date.parse('2026-11-22T17:00:00Z'))).toEqual({ day: '2026-11-23', hour: 0 });
  expect(dayAndHour(Date.parse('2026-11-23T16:59:00Z')).hour).toBe(23);
});

test('another time zone has its own day', () => {
  expect(dayOf(Date.parse('2026-11-22T17:00:00Z'), 'UTC')).toBe('2026-11-22');
});

test('days that do not exist are refused', () => {
  expect(['2026-02-28', '2028-02-29'].every(isCalendarDay)).toBe(true);
  expect(['2026-02-29', '2026-13-01', '2026-1-1', 'today'].some(isCalendarDay)).toBe(false);
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysBetween('2026-11-29', '2026-12-02')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']);
  expect(daysBetween('2026-12-02', '2026-11-29')).toEqual([]);
});
