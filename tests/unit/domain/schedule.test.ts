import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { isDue, isWithinSpan, itemsDue, localMoment, type LocalMoment, type Schedule } from '#domain/schedule.ts';

/** "2026-11-27 22:30" on the wall, in Viet Nam. */
function wall(text: string): LocalMoment {
  return localMoment(Date.parse(`${text.replace(' ', 'T')}:00+07:00`));
}

describe('a moment on the wall', () => {
  test('has the day, ISO weekday and minute of the service point, not of the machine', () => {
    expect(localMoment(Date.parse('2026-11-22T17:05:00Z'))).toEqual({ day: '2026-11-23', weekday: 1, minute: 5 });
    expect(localMoment(Date.parse('2026-11-22T17:05:00Z'), 'UTC')).toEqual({ day: '2026-11-22', weekday: 7, minute: 17 * 60 + 5 });
  });
});

describe('a schedule', () => {
  test('that limits nothing is always due', () => {
    expect(isDue({}, wall('2026-11-23 03:14'))).toBe(true);
  });

  test('holds from its first day to the end of its last', () => {
    const schedule = { from: '2026-11-23', until: '2026-11-25' };
    const due = ['2026-11-22 23:59', '2026-11-23 00:00', '2026-11-25 23:59', '2026-11-26 00:00'].map((text) => isDue(schedule, wall(text)));
    expect(due).toEqual([false, true, true, false]);
  });

  test('counts weekdays from Monday, which is 1', () => {
    const weekend = { weekdays: [6, 7] };
    const due = ['2026-11-27 12:00', '2026-11-28 12:00', '2026-11-29 12:00', '2026-11-30 12:00'].map((text) => isDue(weekend, wall(text)));
    expect(due).toEqual([false, true, true, false]);
  });

  test('is due in the first minute of a span and no more in the one named as its end', () => {
    const morning = { hours: [{ from: '07:30', until: '11:30' }, { from: '13:30', until: '17:00' }] };
    const due = ['07:29', '07:30', '11:29', '11:30', '13:30', '16:59', '17:00'].map((time) => isDue(morning, wall(`2026-11-23 ${time}`)));
    expect(due).toEqual([false, true, true, false, true, true, false]);
  });

  test('lets a span past midnight belong to the day it began on', () => {
    const fridayNight = { weekdays: [5], hours: [{ from: '22:00', until: '02:00' }] };
    // 27 November 2026 is a Friday.
    const due = ['2026-11-27 01:00', '2026-11-27 22:00', '2026-11-28 01:59', '2026-11-28 02:00', '2026-11-28 22:30'].map((text) => isDue(fridayNight, wall(text)));
    expect(due).toEqual([false, true, true, false, false]);
  });

  test('ends its last night after the last day is over', () => {
    const schedule = { from: '2026-11-30', until: '2026-11-30', hours: [{ from: '22:00', until: '02:00' }] };
    const due = ['2026-11-30 01:00', '2026-11-30 23:00', '2026-12-01 01:00', '2026-12-01 23:00'].map((text) => isDue(schedule, wall(text)));
    expect(due).toEqual([false, true, true, false]);
  });

  test('takes a span from a minute to itself for a whole day from there', () => {
    expect(isWithinSpan({ from: '00:00', until: '00:00' }, 0)).toBe(true);
    const mondayFromEight = { weekdays: [1], hours: [{ from: '08:00', until: '08:00' }] };
    const due = ['2026-11-23 07:59', '2026-11-23 08:00', '2026-11-24 07:59', '2026-11-24 08:00'].map((text) => isDue(mondayFromEight, wall(text)));
    expect(due).toEqual([false, true, true, false]);
  });
});

describe('items due', () => {
  type Item = { readonly id: string; readonly schedule?: Schedule };
  const usual: Item = { id: 'usual' };
  const morning: Item = { id: 'morning', schedule: { hours: [{ from: '08:00', until: '11:00' }] } };
  const campaign: Item = { id: 'campaign', schedule: { from: '2026-11-23', until: '2026-11-23', priority: 5 } };

  test('are those of the highest priority alone, in the order of the list', () => {
    const ids = (text: string): readonly string[] => itemsDue([morning, usual, campaign], wall(text)).map(({ id }) => id);
    expect(ids('2026-11-22 09:00')).toEqual(['morning', 'usual']);
    expect(ids('2026-11-22 12:00')).toEqual(['usual']);
    expect(ids('2026-11-23 09:00')).toEqual(['campaign']);
  });

  test('are none when nothing is due', () => {
    expect(itemsDue([morning], wall('2026-11-23 12:00'))).toEqual([]);
  });
});

const time = fc.integer({ min: 0, max: 1439 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const near = fc.integer({ min: -4, max: 4 }).map((days) => addDays('2026-12-31', days));
const schedules: fc.Arbitrary<Schedule> = fc.record(
  {
    from: near,
    until: near,
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    hours: fc.array(fc.record({ from: time, until: time }), { minLength: 1, maxLength: 3 }),
    priority: fc.integer({ min: 0, max: 9 }),
  },
  { requiredKeys: [] },
);

/** The rule said the long way: every span of every day written out as minutes on one line. */
function isOnTheLine(schedule: Schedule, at: number): boolean {
  const origin = '2026-12-20';
  return daysBetween(origin, '2027-01-12').some((day, index) => {
    const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
    if ((schedule.from ?? day) > day || (schedule.until ?? day) < day || !(schedule.weekdays ?? [weekday]).includes(weekday)) return false;
    return (schedule.hours ?? [{ from: '00:00', until: '00:00' }]).some(({ from, until }) => {
      const [begin = 0, end = 0] = [from, until].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
      const start = index * 1440 + begin;
      const stop = index * 1440 + (end <= begin ? end + 1440 : end);
      return at >= start && at < stop;
    });
  });
}

test('any schedule is due exactly in the spans of its days', () => {
  fc.assert(
    fc.property(schedules, fc.integer({ min: 4 * 1440, max: 20 * 1440 }), (schedule, at) => {
      const moment = localMoment(Date.parse('2026-12-20T00:00:00Z') + at * 60_000, 'UTC');
      expect(isDue(schedule, moment)).toBe(isOnTheLine(schedule, at));
    }),
    { numRuns: 2_000 },
  );
});

test('items due are all of one priority, and none that is due has a higher one', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ schedule: schedules })), fc.integer({ min: 4 * 1440, max: 20 * 1440 }), (items, at) => {
      const moment = localMoment(Date.parse('2026-12-20T00:00:00Z') + at * 60_000, 'UTC');
      const due = itemsDue(items, moment);
      const priority = (item: { readonly schedule: Schedule }): number => item.schedule.priority ?? 0;
      expect(new Set(due.map(priority)).size).toBeLessThanOrEqual(1);
      for (const item of items.filter(({ schedule }) => isDue(schedule, moment))) expect(priority(item)).toBeLessThanOrEqual(Math.max(...due.map(priority)));
    }),
  );
});
