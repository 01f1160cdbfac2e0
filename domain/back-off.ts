export type BackOffRule = {
  /** First upper limit, ms. */
  readonly base: number;
  /** The limit stops growing here, ms. */
  readonly cap: number;
};

/**
 * Milliseconds to wait before attempt `attempt + 1` (attempt counts failures, from 1):
 * "full jitter", so that 20,000 kiosks coming back together spread out evenly.
 * `retryAfter` (ms, from the server) is a floor; `random` lies in [0, 1).
 */
export function backOffDelay(
  rule: BackOffRule,
  attempt: number,
  retryAfter: number | null,
  random: number,
): number {
  const limit = Math.min(rule.cap, rule.base * 2 ** Math.min(attempt - 1, 30));
  const jittered = Math.round(limit * random);
  // Everybody is told the same Retry-After, so the jitter is added to it, never replaced by it.
  return retryAfter === null ? jittered : retryAfter + jittered;
}
