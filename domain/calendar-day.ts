/** The time zone of every service point that names no other. */
export const DEFAULT_TIME_ZONE = 'Asia/Ho_Chi_Minh';

const DAY_MS = 86_400_000;

/** A calendar day as YYYY-MM-DD. */
export type CalendarDay = string;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  // Making a formatter costs about 50 µs; taps are placed a thousand at a time.
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}

export type DayAndHour = { readonly day: CalendarDay; readonly hour: number };

/**
 * The calendar day and the hour (0–23) of an instant (ms since the epoch) in a time zone.
 * @throws RangeError for an unknown time zone or an instant outside the range of dates.
 */
export function dayAndHour(at: number, timeZone: string = DEFAULT_TIME_ZONE): DayAndHour {
  const parts = new Map(formatterOf(timeZone).formatToParts(at).map((part) => [part.type, part.value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
  };
}

/** The calendar day of an instant (ms since the epoch) in a time zone. */
export function dayOf(at: number, timeZone: string = DEFAULT_TIME_ZONE): CalendarDay {
  return dayAndHour(at, timeZone).day;
}

/** True for a day that exists, written YYYY-MM-DD. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Every day from `from` to `to`, both included; empty when `to` lies before `from`. */
export function daysBetween(from: CalendarDay, to: CalendarDay): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  const last = Date.parse(`${to}T00:00:00Z`);
  let at = Date.parse(`${from}T00:00:00Z`);
  // In UTC every day has as many milliseconds. A page over a year asks for its days several times, so only months are made from dates.
  while (at <= last) {
    const first = new Date(at);
    const month = first.toISOString().slice(0, 8);
    const next = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
    for (let day = first.getUTCDate(); at < next && at <= last; day += 1, at += DAY_MS) days.push(`${month}${day < 10 ? '0' : ''}${day}`);
  }
  return days;
}

/** The ISO weekday of a day: 1 is Monday, 7 Sunday (ISO 8601). */
export function weekdayOf(day: CalendarDay): number {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}

/** How many days a span has, both ends included. */
export function spanLength(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** The first moment (ms, to a quarter of an hour) of a day in a time zone. */
export function startOfDay(day: CalendarDay, timeZone: string = DEFAULT_TIME_ZONE): number {
  const quarter = 15 * 60_000;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Clocks are at most 14 hours before and 12 behind UTC.
  let [before, after] = [midnight - 15 * 60 * 60_000, midnight + 13 * 60 * 60_000];
  while (after - before > quarter) {
    const middle = before + Math.ceil((after - before) / quarter / 2) * quarter;
    if (dayOf(middle, timeZone) >= day) after = middle;
    else before = middle;
  }
  return after;
}
