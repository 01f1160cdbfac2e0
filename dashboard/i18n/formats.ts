import { DEFAULT_TIME_ZONE, type CalendarDay } from '#domain/calendar-day.ts';

/** Numbers, shares, days and times as E114 wants them: 1.234 · 85,9% · 23/11/2026 · 14:05. */
export type Formats = {
  readonly number: (value: number) => string;
  /** With one decimal. */
  readonly decimal: (value: number) => string;
  /** A share between 0 and 1, with one decimal. */
  readonly percent: (share: number) => string;
  /** A share between 0 and 1 without decimals, for targets and axes. */
  readonly wholePercent: (share: number) => string;
  readonly day: (day: CalendarDay) => string;
  /** 23/11, for narrow places. */
  readonly shortDay: (day: CalendarDay) => string;
  readonly weekday: (day: CalendarDay) => string;
  readonly shortWeekday: (day: CalendarDay) => string;
  /** Hours and minutes of an instant (ms) in the service point's time zone. */
  readonly time: (at: number) => string;
};

const VIETNAMESE_WEEKDAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

export function formatsOf(tongue: 'vi' | 'en', timeZone: string = DEFAULT_TIME_ZONE): Formats {
  const locale = LOCALES[tongue];
  const numbers = new Intl.NumberFormat(locale);
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const wholes = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const shortWeekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  // Noon keeps a day itself wherever the browser stands.
  const noon = (day: CalendarDay): Date => new Date(`${day}T12:00:00Z`);
  return {
    number: (value) => numbers.format(value),
    decimal: (value) => decimals.format(value),
    percent: (share) => shares.format(share),
    wholePercent: (share) => wholes.format(share),
    day: (day) => day.split('-').toReversed().join('/'),
    shortDay: (day) => day.split('-').slice(1).toReversed().join('/'),
    weekday: (day) => weekdays.format(noon(day)),
    // T2 … T7, CN, as Vietnamese calendars write it: ICU's own short form breaks over two lines.
    shortWeekday: (day) => (tongue === 'vi' ? (VIETNAMESE_WEEKDAYS[noon(day).getUTCDay()] ?? '') : shortWeekdays.format(noon(day))),
    time: (at) => times.format(at),
  };
}
