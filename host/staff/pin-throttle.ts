/** Wrong PINs before the first lock. */
export const FREE_TRIES = 5;
/** First lock, ms; each further wrong PIN doubles it. */
export const FIRST_LOCK = 60_000;
export const LONGEST_LOCK = 60 * 60_000;

export type PinThrottle = {
  readonly wrong: number;
  readonly lockedAt: number;
  /** 0 when not locked. */
  readonly lockedFor: number;
};

export const OPEN_THROTTLE: PinThrottle = { wrong: 0, lockedAt: 0, lockedFor: 0 };

/** The throttle as a start finds it: a lock that seems to begin in the future (the clock was set back) begins now. */
export function restartLock(throttle: PinThrottle, now: number): PinThrottle {
  return throttle.lockedFor > 0 && throttle.lockedAt > now ? { ...throttle, lockedAt: now } : throttle;
}

/** Milliseconds of the lock that are left at a start; 0 when not locked. */
export function lockRemaining(throttle: PinThrottle, now: number): number {
  return Math.min(Math.max(0, throttle.lockedAt + throttle.lockedFor - now), throttle.lockedFor);
}

/** The throttle after one more wrong PIN. */
export function afterWrongPin(throttle: PinThrottle, now: number): PinThrottle {
  const wrong = throttle.wrong + 1;
  if (wrong < FREE_TRIES) return { wrong, lockedAt: 0, lockedFor: 0 };
  return { wrong, lockedAt: now, lockedFor: Math.min(LONGEST_LOCK, FIRST_LOCK * 2 ** (wrong - FREE_TRIES)) };
}
