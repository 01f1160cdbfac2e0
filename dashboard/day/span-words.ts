import { addDays, type CalendarDay } from '#domain/calendar-day.ts';
import type { Words } from '../i18n/words.ts';
import type { Span } from './span.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** "Hôm nay, thứ Hai 23/11/2026", "Tuần 16/11–22/11/2026", "Tháng 11/2026", "Quý IV/2026". */
export function spanWords(span: Span, today: CalendarDay, words: Words): string {
  const { say, day, shortDay } = words;
  const [year, month] = [span.from.slice(0, 4), span.from.slice(5, 7)];
  switch (span.kind) {
    case 'day':
      return dayWords(span.from, today, words);
    case 'week':
      return say('spanWeek', { from: shortDay(span.from), to: day(addDays(span.from, 6)) });
    case 'month':
      return say('spanMonth', { month: String(Number(month)), year });
    case 'quarter':
      return say('spanQuarter', { quarter: ROMAN[Math.floor((Number(month) - 1) / 3)] ?? '', year });
    case 'range':
      return `${day(span.from)}–${day(span.to)}`;
  }
}

function dayWords(day: CalendarDay, today: CalendarDay, words: Words): string {
  const near = day === today ? words.say('today') : day === addDays(today, -1) ? words.say('yesterday') : null;
  const weekday = words.weekday(day);
  if (near === null) return `${weekday} ${words.day(day)}`;
  // Vietnamese writes "thứ Hai" inside a sentence; English keeps its capital.
  return `${near}, ${words.tongue === 'vi' ? weekday.charAt(0).toLocaleLowerCase('vi') + weekday.slice(1) : weekday} ${words.day(day)}`;
}
