/** After a write that found no room, this long the store counts as full, unless one succeeds: then others may try again, ms. */
const FULL_MS = 90_000;

export type RoomWatch = {
  /** A write found no room. */
  full(): void;
  /** A write succeeded. */
  written(): void;
  isFull(): boolean;
};

/** Whether the last write found no room, and not long ago. `now`: ms of any steady clock. */
export function roomWatch(now: () => number): RoomWatch {
  let fullUntil = 0;
  return { full: () => void (fullUntil = now() + FULL_MS), written: () => void (fullUntil = 0), isFull: () => now() < fullUntil };
}
