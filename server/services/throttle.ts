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
  /** Takes one try, or `amount` together; 0 when that was allowed, else the wait until it will be, ms. More than all tries is taken as all. */
  take(key: string, now: number, amount?: number): number;
  /** Gives a try back: it was no failure. */
  giveBack(key: string): void;
};

export function makeThrottle(rule: ThrottleRule): Throttle {
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take(key, now, amount = 1) {
      const wanted = Math.min(amount, rule.tries);
      const known = buckets.get(key);
      const level = known === undefined ? rule.tries : Math.min(rule.tries, known.level + Math.max(0, now - known.at) / rule.refillMs);
      if (level < wanted) {
        buckets.set(key, { level, at: now });
        return Math.ceil((wanted - level) * rule.refillMs);
      }
      if (known === undefined && buckets.size >= LARGEST) forgetOldest(buckets);
      buckets.set(key, { level: level - wanted, at: now });
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
  if (!address.includes(':') || address.includes('.')) return address;
  // "::" stands for as many zeros as are left out: cut before they are written out, the key would hold what one sender can choose.
  const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = address.includes('::') ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0') : [];
  return [...before, ...zeros, ...after].slice(0, 4).join(':').toLowerCase();
}
