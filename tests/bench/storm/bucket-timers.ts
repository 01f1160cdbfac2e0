import type { Timers } from '#host/ports.ts';

/** Tasks that are due within one such span run together, ms. */
const SPAN = 25;

/** Timers for a whole herd on one timer of the system: twenty thousand of them would be the herd's own load. None runs early; each at most {@link SPAN} late. */
export function bucketTimers(): Timers & { readonly end: () => void } {
  const buckets = new Map<number, Set<() => void>>();
  let next = Math.floor(performance.now() / SPAN);
  const runDue = (): void => {
    const now = Math.floor(performance.now() / SPAN);
    for (; next <= now; next += 1) {
      const due = buckets.get(next);
      buckets.delete(next);
      for (const task of due ?? []) task();
    }
  };
  const ticking = setInterval(runDue, SPAN);
  return {
    after(delay, task) {
      const at = Math.max(next, Math.ceil((performance.now() + delay) / SPAN));
      const bucket = buckets.get(at) ?? new Set();
      // A function of its own: the same task may be due twice.
      const own = (): void => task();
      bucket.add(own);
      buckets.set(at, bucket);
      return () => void bucket.delete(own);
    },
    end: () => clearInterval(ticking),
  };
}
