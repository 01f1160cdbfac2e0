import type { ClockReading, Stamp } from '#contract/ledger.ts';

/** A kiosk's clock is right when it differs from the centre's by no more than this, ms. */
export const CLOCK_TOLERANCE = 2 * 60_000;
/** No kiosk existed before: an earlier time is a clock that lost its battery (2020-01-01). */
const EARLIEST = 1_577_836_800_000;
/** Later than this a day has five digits in its year and would sort before all others (9999-12-30). */
const LATEST = Date.UTC(9999, 11, 30);

/** How an entry got its time: as it came, moved by the centre, or not to be placed by anyone. */
export type Placing = 'as-sent' | 'corrected' | 'unplaceable';
export type Placed = { readonly at: number; readonly placing: Placing };

/**
 * When an entry happened by the centre's clock. `now`: the centre's time when the batch came, ms.
 * A wrong clock is only mended for entries of the boot that the reading is from, by the time that
 * passed since (`up`), also when the clock was wrong then and was set right since; what cannot be
 * placed keeps its own time and is counted.
 */
export function placeEntry(stamp: Stamp, clock: ClockReading, now: number): Placed {
  const own = Math.min(stamp.at, LATEST);
  const clockIsRight = Math.abs(clock.now - now) <= CLOCK_TOLERANCE;
  const wasSetSince = stamp.boot === clock.boot && Math.abs(clock.now - clock.up - (stamp.at - stamp.up)) > CLOCK_TOLERANCE;
  if (clockIsRight && !wasSetSince) return { at: own, placing: isPlausible(stamp.at, now) ? 'as-sent' : 'unplaceable' };
  if (stamp.boot !== clock.boot) return { at: own, placing: 'unplaceable' };
  const at = now - (clock.up - stamp.up);
  return isPlausible(at, now) ? { at, placing: 'corrected' } : { at: own, placing: 'unplaceable' };
}

function isPlausible(at: number, now: number): boolean {
  return at >= EARLIEST && at <= now + CLOCK_TOLERANCE;
}
