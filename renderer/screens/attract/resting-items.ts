import type { PlaylistItem } from '#contract/content-pack.ts';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { itemsDue, localMoment, type LocalMoment } from '#domain/schedule.ts';

/** Ids of the playlist that are not due at `wall` (ms since the epoch) by the service point's clock. */
export function restingItems(playlist: readonly PlaylistItem[], wall: number, timeZone: string): readonly string[] {
  const due = new Set(itemsDue(playlist, momentIn(wall, timeZone)));
  return playlist.filter((item) => !due.has(item)).map(({ id }) => id);
}

/** A time zone that this browser does not know must not stop the loop. */
function momentIn(wall: number, timeZone: string): LocalMoment {
  try {
    return localMoment(wall, timeZone);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return localMoment(wall, DEFAULT_TIME_ZONE);
  }
}
