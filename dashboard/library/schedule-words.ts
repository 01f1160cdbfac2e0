import type { Schedule } from '#domain/schedule.ts';
import type { Words } from '../i18n/words.ts';

/** Some Monday; only its weekday matters. */
const MONDAY = '2026-11-23';

export function weekdayName(weekday: number, { shortWeekday }: Words): string {
  const date = new Date(`${MONDAY}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + weekday - 1);
  return shortWeekday(date.toISOString().slice(0, 10));
}

/** "từ 1/12/2026 · T2, T3 · 08:00–11:30 · ưu tiên 3". */
export function scheduleWords(schedule: Schedule | undefined, words: Words): string {
  const { say, day } = words;
  const parts = [
    ...(schedule?.from === undefined ? [] : [`${say('libFromDay').toLowerCase()} ${day(schedule.from)}`]),
    ...(schedule?.until === undefined ? [] : [`${say('libUntilDay').toLowerCase()} ${day(schedule.until)}`]),
    ...(schedule?.weekdays === undefined ? [] : [schedule.weekdays.map((weekday) => weekdayName(weekday, words)).join(', ')]),
    ...(schedule?.hours ?? []).map((span) => `${span.from}–${span.until}`),
    ...((schedule?.priority ?? 0) === 0 ? [] : [`${say('libPriority').toLowerCase()} ${schedule?.priority}`]),
  ];
  return parts.length === 0 ? say('libAlways') : parts.join(' · ');
}
