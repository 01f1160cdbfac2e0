import { isWithinSpan, type DaySpan, type LocalMoment } from './schedule.ts';

/**
 * When a service point is open: the spans of each weekday, Monday first, seven lists; an empty list is
 * a day on which it stays closed. A span that passes midnight belongs to the day it begins on.
 */
export type OpeningHours = readonly (readonly DaySpan[])[];

const DAY_MINUTES = 24 * 60;

/** True while the service point is open; hours that nobody has said (null) count as open. */
export function isOpen(hours: OpeningHours | null, moment: LocalMoment): boolean {
  return minutesOpen(hours, moment) !== null;
}

/**
 * Minutes since the span began in which the service point is open now, so that nobody is blamed for the
 * minutes before; null while it is closed. Without hours it has been open for ever.
 */
export function minutesOpen(hours: OpeningHours | null, { weekday, minute }: LocalMoment): number | null {
  if (hours === null) return Number.POSITIVE_INFINITY;
  const today = (hours[weekday - 1] ?? []).flatMap((span) => sinceBegin(span, minute, 'today'));
  const yesterday = (hours[(weekday + 5) % 7] ?? []).flatMap((span) => sinceBegin(span, minute, 'yesterday'));
  return [...today, ...yesterday].reduce<number | null>((most, since) => (most === null || since > most ? since : most), null);
}

/** One number when the moment lies in the span that began on that day, none otherwise. */
function sinceBegin(span: DaySpan, minute: number, began: 'today' | 'yesterday'): readonly number[] {
  if (!isWithinSpan(span, minute)) return [];
  const since = minute - minuteOf(span.from);
  if (began === 'today') return since >= 0 ? [since] : [];
  return since < 0 ? [since + DAY_MINUTES] : [];
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
