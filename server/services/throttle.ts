/** Most keys remembered; beyond it the fullest buckets, which say nothing, are forgotten. */
const LARGEST = 20_000;

export type ThrottleRule = {
  /** Tries that may come at once. */
  readonly tries: number;
  /** One more try is allowed after each of these, ms. */
  readonly refillMs: number;
};

/** Counts tries in token buckets, one a key. */
export type Throttle = {
  /** Takes one try; 0 when it was allowed, else the wait until the next one, ms. */
  take(key: string, now: number): number;
  /** Gives a try back: it was no failure. */
  giveBack(key: string): void;
};

export function makeThrottle(rule: ThrottleRule): Throttle {
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take(key, now) {
      const known = buckets.get(key);
      const level = known === undefined ? rule.tries : Math.min(rule.tries, known.level + Math.max(0, now - known.at) / rule.refillMs);
      if (level < 1) {
        buckets.set(key, { level, at: now });
        return Math.ceil((1 - level) * rule.refillMs);
      }
      if (known === undefined && buckets.size >= LARGEST) forgetOldest(buckets);
      buckets.set(key, { level: level - 1, at: now });
      return 0;
    },
    giveBack(key) {
      const known = buckets.get(key);
      if (known !== undefined) buckets.set(key, { ...known, level: Math.min(rule.tries, known.level + 1) });
    },
  };
}

function forgetOldest(buckets: Map<string, unknown>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    if (buckets.size < LARGEST * 0.9) return;
  }
}

/** The part of an address that one household or office shares: IPv6 down to its /64. */
export function addressKey(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
