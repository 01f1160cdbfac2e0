import type { KioskNotice } from '#contract/kiosk-channels.ts';
import type { Clock, Timers } from '../ports.ts';

/** A wall clock that somebody sets is noticed after at most so long, ms. */
const LOOK_EVERY = 60_000;
/** A smaller difference is the line's delay and worth no word, ms. */
const WORTH_TELLING = 2_000;

export type TimeTellerNeeds = {
  readonly clock: Clock;
  readonly timers: Timers;
  /** The centre's time, as far as this kiosk knows it; ms since the epoch. */
  readonly centreNow: () => number;
  readonly tell: (notice: KioskNotice) => void;
};

export type TimeTeller = ReturnType<typeof createTimeTeller>;

/**
 * Tells the page how far the centre's clock is ahead of this machine's: what depends on the day or the hour there
 * (schedules, facts that expire, urgent notices, the clock in the header) is right on a machine whose clock is wrong (promise 4).
 */
export function createTimeTeller({ clock, timers, centreNow, tell }: TimeTellerNeeds) {
  let told = 0;
  let cancel: (() => void) | null = null;

  const ahead = (): number => {
    const difference = Math.round(centreNow() - clock.now());
    return Math.abs(difference) < WORTH_TELLING ? 0 : difference;
  };
  const present = (): Extract<KioskNotice, { kind: 'clock' }> => ({ kind: 'clock', ahead: ahead() });
  const look = (): void => {
    cancel?.();
    cancel = timers.after(LOOK_EVERY, look);
    const now = ahead();
    if (Math.abs(now - told) < WORTH_TELLING) return;
    told = now;
    tell(present());
  };

  return {
    /** The kiosk has started, or the centre's time was learnt anew. */
    look,
    /** For a page that has just come. */
    present,
    stop: (): void => cancel?.(),
  };
}
