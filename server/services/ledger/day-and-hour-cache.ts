import { dayAndHour, type DayAndHour } from '#domain/calendar-day.ts';

/** Every time zone's offset is a multiple of this, so the day and hour hold for the whole span. */
const SPAN = 15 * 60_000;
const LARGEST = 20_000;

export type DayAndHourOf = (at: number, timeZone: string) => DayAndHour;

/** Remembers the day and hour of quarters of an hour: formatting a date costs more than storing a tap. */
export function dayAndHourCache(): DayAndHourOf {
  const zones = new Map<string, Map<number, DayAndHour>>();
  return (at, timeZone) => {
    const known = zones.get(timeZone) ?? new Map<number, DayAndHour>();
    zones.set(timeZone, known);
    const span = Math.floor(at / SPAN);
    const remembered = known.get(span);
    if (remembered !== undefined) return remembered;
    if (known.size >= LARGEST) known.clear();
    const made = dayAndHour(at, timeZone);
    known.set(span, made);
    return made;
  };
}
