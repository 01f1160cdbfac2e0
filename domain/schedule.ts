import { addDays, DEFAULT_TIME_ZONE, type CalendarDay } from './calendar-day.ts';

/** A span of the day, HH:MM; `until` is the first minute outside it. With `until` not after `from` it passes midnight. */
export type DaySpan = { readonly from: string; readonly until: string };

/** When something is due by a service point's own clock. Times of day are HH:MM, days YYYY-MM-DD; what is left out does not limit. */
export type Schedule = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays?: readonly number[] | undefined;
  readonly hours?: readonly DaySpan[] | undefined;
  readonly priority?: number | undefined;
};

/** A moment on a wall: the day, its ISO weekday, and the minute since midnight. */
export type LocalMoment = { readonly day: string; readonly weekday: number; readonly minute: number };

const DAY_MINUTES = 24 * 60;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The wall clock of a time zone at an instant (ms since the epoch).
 * @throws RangeError for an unknown time zone or an instant outside the range of dates.
 */
export function localMoment(at: number, timeZone: string = DEFAULT_TIME_ZONE): LocalMoment {
  const known = formatters.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (known === undefined) formatters.set(timeZone, format);
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return { day, weekday: weekdayOf(day), minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

/** True when the minute since midnight lies in the span; a span from a minute to itself is the whole day. */
export function isWithinSpan(span: DaySpan, minute: number): boolean {
  const [from, until] = [minuteOf(span.from), minuteOf(span.until)];
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

/**
 * True when the schedule holds at that moment. A span that passes midnight belongs to the day it began on:
 * a Friday's 22:00–02:00 is due on Saturday at 01:00, whatever is said of Saturdays.
 */
export function isDue(schedule: Schedule, moment: LocalMoment): boolean {
  const { hours } = schedule;
  if (hours === undefined) return isDueOn(schedule, moment.day, moment.weekday);
  return hours.some((span) => isSpanDue(schedule, span, moment));
}

/** Of the items due at that moment those of the highest priority, in their order. An item without a schedule is always due, with priority 0. */
export function itemsDue<Item extends { readonly schedule?: Schedule | undefined }>(items: readonly Item[], moment: LocalMoment): readonly Item[] {
  const due = items.filter(({ schedule }) => schedule === undefined || isDue(schedule, moment));
  const highest = due.reduce((most, item) => Math.max(most, priorityOf(item)), Number.NEGATIVE_INFINITY);
  return due.filter((item) => priorityOf(item) === highest);
}

function priorityOf(item: { readonly schedule?: Schedule | undefined }): number {
  return item.schedule?.priority ?? 0;
}

function isSpanDue(schedule: Schedule, span: DaySpan, { day, weekday, minute }: LocalMoment): boolean {
  if (!isWithinSpan(span, minute)) return false;
  if (minute >= minuteOf(span.from)) return isDueOn(schedule, day, weekday);
  return isDueOn(schedule, addDays(day, -1), weekday === 1 ? 7 : weekday - 1);
}

function isDueOn({ from, until, weekdays }: Schedule, day: CalendarDay, weekday: number): boolean {
  // Days written YYYY-MM-DD are in the order of their letters.
  return (from === undefined || day >= from) && (until === undefined || day <= until) && (weekdays === undefined || weekdays.includes(weekday));
}

function minuteOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) % DAY_MINUTES;
}

function weekdayOf(day: CalendarDay): number {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}
