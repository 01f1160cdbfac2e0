import { isCalendarDay, type CalendarDay } from '#domain/calendar-day.ts';
import type { Scope } from './csv-links.ts';

/** Reads the scope from the address, so that a day can be bookmarked, sent and gone back to. */
export function parseScope(search: string, today: CalendarDay): Scope {
  const query = new URLSearchParams(search);
  const day = query.get('day') ?? '';
  const point = query.get('point') ?? '';
  return { day: isCalendarDay(day) ? day : today, servicePoint: point === '' ? null : point };
}

/** The address of a scope; today is left out, so a bookmark of the plain page stays on today. */
export function scopeAddress({ day, servicePoint }: Scope, today: CalendarDay): string {
  const query = new URLSearchParams();
  if (day !== today) query.set('day', day);
  if (servicePoint !== null) query.set('point', servicePoint);
  const text = query.toString();
  return text === '' ? '/day' : `/day?${text}`;
}
