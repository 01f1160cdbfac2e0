import { dayAndHour, type DayAndHour } from '#domain/calendar-day.ts';

/** Below this difference the kiosk's own time stands (docs/protocol.md, Clock), ms. */
export const CLOCK_TOLERANCE = 2 * 60_000;

/** The centre's time at which this boot began (ms); null before the first contact. */
export type KnownBoot = { readonly boot: string; readonly start: number } | null;

/**
 * The centre's rule, so that both put a tap on the same day: only a clock more than 2 minutes off is moved. The time
 * since the boot decides, for the wall clock may have been set again since it was compared.
 */
export function correctedTime(clock: { readonly now: number; readonly up: number; readonly boot: string }, known: KnownBoot): number {
  if (known === null || known.boot !== clock.boot) return clock.now;
  const byUp = known.start + clock.up;
  return Math.abs(clock.now - byUp) <= CLOCK_TOLERANCE ? clock.now : Math.max(0, byUp);
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
