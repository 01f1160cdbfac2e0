import { addDays, type CalendarDay } from '#domain/calendar-day.ts';

/** One reminder for a whole day, in the citizen's own calendar. */
export type Reminder = {
  /** Unique in the world, the same for the same reminder. */
  readonly uid: string;
  /** When the file is made, ms since the epoch. */
  readonly madeAt: number;
  readonly day: CalendarDay;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** Days before `day` on which the phone rings, at nine in the morning; 0 is the day itself. */
  readonly ringDaysBefore: readonly number[];
};

const RING_HOUR = 9;
/** RFC 5545, 3.1: a line has at most 75 octets without its end. */
const LONGEST_LINE = 75;

/** An iCalendar file (RFC 5545) with one all-day event: UTF-8, CRLF, folded lines. */
export function buildCalendar({ uid, madeAt, day, title, description, url, ringDaysBefore }: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cham//Phone page//VI',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utcOf(madeAt)}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    // The end is the first day that no longer belongs to the event.
    `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...ringDaysBefore.flatMap((days) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, `TRIGGER:${triggerOf(days)}`, 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** From the start of the day: minus so many days, plus nine hours. */
function triggerOf(daysBefore: number): string {
  if (daysBefore === 0) return `PT${RING_HOUR}H`;
  const [days, hours] = [daysBefore - 1, 24 - RING_HOUR];
  return days === 0 ? `-PT${hours}H` : `-P${days}DT${hours}H`;
}

function utcOf(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Breaks between signs, never inside one: a Vietnamese letter has up to three octets. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let [folded, octets] = ['', 0];
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      // The space that marks a continued line counts.
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}

/** Rings that still lie ahead of `today`. */
export function ringsAhead(day: CalendarDay, today: CalendarDay, wanted: readonly number[]): readonly number[] {
  return wanted.filter((days) => addDays(day, -days) > today);
}
