import { dayAndHour, type DayAndHour } from '#domain/calendar-day.ts';

/** Below this difference the kiosk's own time stands (docs/protocol.md, Clock), ms. */
export const CLOCK_TOLERANCE = 2 * 60_000;

/** Kiosk clock minus centre clock (ms), and the boot it was measured in; null before the first contact. */
export type ClockOffset = { readonly boot: string; readonly offset: number } | null;

/** The centre's rule, so that both put a tap on the same day: only a clock more than 2 minutes off is moved. */
export function correctedTime(at: number, boot: string, known: ClockOffset): number {
  if (known === null || known.boot !== boot || Math.abs(known.offset) <= CLOCK_TOLERANCE) return at;
  return Math.max(0, at - known.offset);
}

/** The day and hour of an instant; a time zone this machine does not know is read as the default one. */
export function placeOf(at: number, timeZone: string): DayAndHour {
  try {
    return dayAndHour(at, timeZone);
  } catch (error: unknown) {
    if (error instanceof RangeError) return dayAndHour(at);
    throw error;
  }
}
