import { expect, test } from 'vitest';
import { isOpen, minutesOpen, type OpeningHours } from '#domain/opening-hours.ts';
import { localMoment } from '#domain/schedule.ts';

const OFFICE = [{ from: '07:30', until: '11:30' }, { from: '13:30', until: '17:00' }];
const HOURS: OpeningHours = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [{ from: '22:00', until: '02:00' }], []];
/** 2026-11-23 is a Monday. */
const at = (time: string, day = '2026-11-23') => localMoment(Date.parse(`${day}T${time}:00+07:00`));

test('an office is open from the first minute of a span up to its last', () => {
  expect(['07:29', '07:30', '11:29', '11:30', '13:30', '16:59', '17:00'].map((time) => isOpen(HOURS, at(time)))).toEqual([false, true, true, false, true, true, false]);
});

test('each weekday has its own hours; a day without any is closed', () => {
  expect(isOpen(HOURS, at('09:00', '2026-11-28'))).toBe(false);
  expect(isOpen(HOURS, at('09:00', '2026-11-29'))).toBe(false);
});

test('a span that passes midnight belongs to the day it began on', () => {
  expect([at('23:00', '2026-11-28'), at('01:00', '2026-11-29'), at('01:00', '2026-11-28'), at('02:00', '2026-11-29')].map((moment) => isOpen(HOURS, moment))).toEqual([true, true, false, false]);
});

test('the time since opening begins anew with each span, also after midnight', () => {
  expect([at('07:30'), at('11:00'), at('13:31'), at('12:00')].map((moment) => minutesOpen(HOURS, moment))).toEqual([0, 210, 1, null]);
  expect(minutesOpen(HOURS, at('01:00', '2026-11-29'))).toBe(180);
});

test('hours that nobody has said count as open', () => {
  expect([isOpen(null, at('03:00')), minutesOpen(null, at('03:00'))]).toEqual([true, Number.POSITIVE_INFINITY]);
});
