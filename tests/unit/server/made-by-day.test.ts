import { expect, test } from 'vitest';
import { madeByDay } from '#server/services/heartbeats.ts';

test('a kiosk that names no day made nothing today', () => {
  expect(madeByDay({}, '2026-11-23')).toEqual([{ day: '2026-11-23', taps: 0 }]);
});

test('silent days between are days without taps; days before the first are not spoken of', () => {
  expect(madeByDay({ '2026-11-21': 4 }, '2026-11-23')).toEqual([
    { day: '2026-11-21', taps: 4 },
    { day: '2026-11-22', taps: 0 },
    { day: '2026-11-23', taps: 0 },
  ]);
});

test('a day of a wrong clock is kept and opens no year of silent days', () => {
  expect(madeByDay({ '1970-01-01': 2, '2099-01-01': 1 }, '2026-11-23').map((made) => made.day)).toEqual(['1970-01-01', '2099-01-01', '2026-11-23']);
});

test('what is no day is left out', () => {
  expect(madeByDay({ '2026-02-30': 2 }, '2026-11-23')).toEqual([{ day: '2026-11-23', taps: 0 }]);
});
