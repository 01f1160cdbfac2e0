import type { Score } from './score.ts';

export type TimedTap = { readonly seq: number; readonly at: number; readonly score: Score };
export type MisuseFlag = 'burst' | 'roam';

/** More than this many taps within {@link BURST_MS} is a burst (E172). */
export const BURST_TAPS = 4;
export const BURST_MS = 60_000;
/** This many different faces within {@link ROAM_MS} is a child playing (E172). */
export const ROAM_FACES = 3;
export const ROAM_MS = 15_000;

/**
 * The published misuse rule (E171, E172): marks every tap of one stream that belongs to a burst or
 * a roam. Green and red are treated alike: the rule never asks which score it was. Flags never
 * delete; raw and filtered figures stand side by side (E173).
 * `taps` must be in ledger order; times are ms since the epoch.
 */
export function findMisuse(taps: readonly TimedTap[]): ReadonlyMap<number, ReadonlySet<MisuseFlag>> {
  const flags = new Map<number, Set<MisuseFlag>>();
  const mark = (tap: TimedTap, flag: MisuseFlag): void => {
    const known = flags.get(tap.seq);
    if (known === undefined) flags.set(tap.seq, new Set([flag]));
    else known.add(flag);
  };
  for (let last = 0; last < taps.length; last += 1) {
    const burst = windowEndingAt(taps, last, BURST_MS);
    if (burst.length > BURST_TAPS) for (const tap of burst) mark(tap, 'burst');
    const roam = windowEndingAt(taps, last, ROAM_MS);
    if (new Set(roam.map((tap) => tap.score)).size >= ROAM_FACES) for (const tap of roam) mark(tap, 'roam');
  }
  return flags;
}

function windowEndingAt(taps: readonly TimedTap[], last: number, span: number): readonly TimedTap[] {
  const end = taps[last];
  if (end === undefined) return [];
  let first = last;
  for (let tap = taps[first - 1]; tap !== undefined && end.at - tap.at < span && end.at >= tap.at; tap = taps[first - 1]) {
    first -= 1;
  }
  return taps.slice(first, last + 1);
}
