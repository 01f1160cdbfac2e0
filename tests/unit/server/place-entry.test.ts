import { expect, test } from 'vitest';
import { CLOCK_TOLERANCE, placeEntry } from '#server/services/ledger/place-entry.ts';

const NOW = 1_795_000_000_000;
const UP = 5_000_000;
const stamp = (ago: number, wrongBy = 0, boot = 'a'): { at: number; up: number; boot: string } => ({ at: NOW - ago + wrongBy, up: UP - ago, boot });
const reading = (wrongBy: number): { now: number; up: number; boot: string } => ({ now: NOW + wrongBy, up: UP, boot: 'a' });

test('a clock that is right within two minutes moves nothing', () => {
  for (const wrongBy of [0, CLOCK_TOLERANCE, -CLOCK_TOLERANCE]) {
    expect(placeEntry(stamp(60_000, wrongBy), reading(wrongBy), NOW)).toEqual({ at: NOW - 60_000 + wrongBy, placing: 'as-sent' });
  }
});

test('a wrong clock moves entries of this boot by the time that passed since (promise 4)', () => {
  for (const wrongBy of [CLOCK_TOLERANCE + 1, -CLOCK_TOLERANCE - 1, 86_400_000 * 400, -86_400_000 * 2_000]) {
    expect(placeEntry(stamp(3_600_000, wrongBy), reading(wrongBy), NOW)).toEqual({ at: NOW - 3_600_000, placing: 'corrected' });
  }
});

test('a clock that was set between the entry and its sending moves nothing: the time since the boot decides', () => {
  for (const wasWrongBy of [-86_400_000 * 1_095, -5 * 3_600_000, CLOCK_TOLERANCE + 1, 86_400_000 * 2, -NOW]) {
    expect(placeEntry(stamp(3_600_000, wasWrongBy), reading(0), NOW)).toEqual({ at: NOW - 3_600_000, placing: 'corrected' });
  }
});

test('an entry of an earlier boot under a wrong clock keeps its time and is counted', () => {
  expect(placeEntry(stamp(60_000, -86_400_000, 'earlier'), reading(-86_400_000), NOW)).toEqual({ at: NOW - 60_000 - 86_400_000, placing: 'unplaceable' });
});

test('a right clock moves no entry of an earlier boot either', () => {
  expect(placeEntry(stamp(86_400_000 * 365, 0, 'earlier'), reading(0), NOW)).toMatchObject({ placing: 'as-sent' });
});

test('a time in the future or before any kiosk existed is nobody\'s to place', () => {
  expect(placeEntry(stamp(-CLOCK_TOLERANCE - 1), reading(0), NOW)).toMatchObject({ placing: 'unplaceable' });
  expect(placeEntry({ at: 0, up: 1, boot: 'earlier' }, reading(0), NOW)).toEqual({ at: 0, placing: 'unplaceable' });
  // Made after the clock was read, by its own count: the counts contradict each other.
  expect(placeEntry(stamp(-3_600_000, -86_400_000), reading(-86_400_000), NOW)).toMatchObject({ placing: 'unplaceable' });
});
