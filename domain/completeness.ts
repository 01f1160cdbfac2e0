/** Taps by the kiosks' own counts, and those that are here. `made` and `missing`: null where that is not known. */
export type CompletenessCounts = { readonly made: number | null; readonly received: number; readonly missing: number | null };

export const NOTHING_KNOWN: CompletenessCounts = { made: null, received: 0, missing: null };

/**
 * Adds kiosks, days or service points. `made` is known only when everybody whose taps are here has said a count, so that it
 * never stands beside taps of others. `missing` is what is known to be missing; a zero is said only when everybody has said.
 */
export function addCompleteness(left: CompletenessCounts, right: CompletenessCounts): CompletenessCounts {
  const missing = addKnown(left.missing, right.missing);
  const received = left.received + right.received;
  if (isUntold(left) || isUntold(right)) return { made: null, received, missing: missing === 0 ? null : missing };
  return { made: addKnown(left.made, right.made), received, missing };
}

function isUntold({ made, received }: CompletenessCounts): boolean {
  return made === null && received > 0;
}

function addKnown(left: number | null, right: number | null): number | null {
  if (left === null) return right;
  return right === null ? left : left + right;
}
