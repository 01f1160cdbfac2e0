import type { Clock, Timers } from '../ports.ts';

export type Pace = (bytes: number, bytesPerSecond: number | null) => Promise<void>;

/** Holds a stream of bytes to a speed: settles when the next bytes may come. */
export function createPace({ clock, timers }: { readonly clock: Clock; readonly timers: Timers }): Pace {
  let paidUntil = 0;
  return async (bytes, bytesPerSecond) => {
    if (bytesPerSecond === null) return;
    const now = clock.up();
    paidUntil = Math.max(paidUntil, now) + (bytes / bytesPerSecond) * 1000;
    const wait = paidUntil - now;
    if (wait >= 1) await new Promise<void>((done) => void timers.after(wait, done));
  };
}
