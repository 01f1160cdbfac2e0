import type { OpeningHours } from '#domain/opening-hours.ts';

type Spans = OpeningHours[number];

/** "07:30-11:30, 13:30-17:00": one day's hours as they are written and read. */
export function hoursText(spans: Spans): string {
  return spans.map(({ from, until }) => `${from}-${until}`).join(', ');
}

/** The spans of such a text; an empty one is a day off, null is none that can be read. Forgives spaces, "h" for ":" and a missing zero. */
export function parseHoursText(text: string): Spans | null {
  const parts = text.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
  const spans = parts.map((part) => {
    const [from, until, ...more] = part.split(/[-–—]/).map(timeOf);
    return from === undefined || from === null || until === undefined || until === null || more.length > 0 || from === until ? null : { from, until };
  });
  const known = spans.filter((span) => span !== null);
  return known.length === spans.length && known.length <= 4 ? known : null;
}

function timeOf(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*[:hg.]\s*(\d{2})?\s*$/i.exec(text) ?? /^\s*(\d{1,2})()\s*$/.exec(text);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] === undefined || match[2] === '' ? 0 : match[2])];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
