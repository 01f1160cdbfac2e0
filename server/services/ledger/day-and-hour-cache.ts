import { dayAndHour, type DayAndHour } from '#domain/calendar-day.ts';

/** Every time zone's offset is a multiple of this, so the day and hour hold for the whole span. */
const SPAN = 15 * 60_000;
const LARGEST = 20_000;

/** The day and hour of an instant (ms) in one time zone. The same hour of the same day is the same object. */
export type WhenOf = (at: number) => DayAndHour;

/** Remembers the day and hour of quarters of an hour: formatting a date costs more than storing a tap. */
export function dayAndHourCache(): (timeZone: string) => WhenOf {
  const zones = new Map<string, WhenOf>();
  return (timeZone) => {
    const known = zones.get(timeZone);
    if (known !== undefined) return known;
    const made = whenOf(timeZone);
    zones.set(timeZone, made);
    return made;
  };
}

function whenOf(timeZone: string): WhenOf {
  const spans = new Map<number, DayAndHour>();
  const hours = new Map<string, DayAndHour>();
  return (at) => {
    const span = Math.floor(at / SPAN);
    const known = spans.get(span);
    if (known !== undefined) return known;
    if (spans.size >= LARGEST) {
      spans.clear();
      hours.clear();
    }
    const found = dayAndHour(at, timeZone);
    const name = `${found.day} ${found.hour}`;
    const made = hours.get(name) ?? found;
    hours.set(name, made);
    spans.set(span, made);
    return made;
  };
}
