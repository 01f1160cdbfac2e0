import { dayOf } from '#domain/calendar-day.ts';
import type { Words } from '../i18n/words.ts';

/** 14:05 23/11/2026, or a dash for never. */
export function moment(at: number | null, { time, day }: Words): string {
  return at === null ? '–' : `${time(at)} ${day(dayOf(at))}`;
}
