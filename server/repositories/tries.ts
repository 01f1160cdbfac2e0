/** A bucket of tries: `tries` at once, then one more after each `refillMs`. */
export type TryRule = { readonly tries: number; readonly refillMs: number };

/** Counts tries at something that may be guessed, for all processes of a centre together. */
export type TryRepository = {
  /** Takes one try; 0 when it was allowed, else the wait until the next one, ms. */
  take(bucket: string, rule: TryRule, now: number): Promise<number>;
  /** Gives a try back: it was no failure. */
  giveBack(bucket: string, rule: TryRule): Promise<void>;
  /** Forgets buckets that are full again: they say nothing. */
  forget(now: number): Promise<void>;
};
