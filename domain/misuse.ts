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
 * A window holds at most so many taps, its last one with them. Nothing escapes by that: in a flood of
 * touches every tap is marked by the windows that end soon after it.
 */
export const WINDOW_TAPS = 100;

/**
 * The published misuse rule (E171, E172): marks every tap of one stream that belongs to a burst or
 * a roam. Green and red are treated alike: the rule never asks which score it was. Flags never
 * delete; raw and filtered figures stand side by side (E173).
 * `taps` must be in ledger order; times are ms since the epoch.
 */
export function findMisuse(taps: readonly TimedTap[]): ReadonlyMap<number, ReadonlySet<MisuseFlag>> {
  const flags = new Map<number, Set<MisuseFlag>>();
  const mark = (first: number, last: number, flag: MisuseFlag): void => {
    for (const { seq } of taps.slice(first, last + 1)) {
      const known = flags.get(seq);
      if (known === undefined) flags.set(seq, new Set([flag]));
      else known.add(flag);
    }
  };
  const burst = runs();
  const roam = runs();
  for (let last = 0; last < taps.length; last += 1) {
    const firstOfMinute = firstOfWindow(taps, last, BURST_MS);
    if (last - firstOfMinute >= BURST_TAPS) burst.add(firstOfMinute, last);
    const firstOfRoam = firstOfWindow(taps, last, ROAM_MS);
    if (last - firstOfRoam + 1 >= ROAM_FACES && facesOf(taps, firstOfRoam, last) >= ROAM_FACES) roam.add(firstOfRoam, last);
  }
  for (const [first, last] of burst.all()) mark(first, last, 'burst');
  for (const [first, last] of roam.all()) mark(first, last, 'roam');
  return flags;
}

/**
 * Joins windows that overlap, so that a flood of touches is marked once and not once a window.
 * Windows must come in the order of their last tap.
 */
function runs(): { add(first: number, last: number): void; all(): readonly (readonly [first: number, last: number])[] } {
  const joined: (readonly [number, number])[] = [];
  return {
    add(first, last) {
      let start = first;
      for (let run = joined.at(-1); run !== undefined && run[1] >= start - 1; run = joined.at(-1)) {
        start = Math.min(start, run[0]);
        joined.pop();
      }
      joined.push([start, last]);
    },
    all: () => joined,
  };
}

function facesOf(taps: readonly TimedTap[], first: number, last: number): number {
  let faces = 0;
  let seen = 0;
  for (let index = first; index <= last; index += 1) {
    const bit = 1 << (taps[index]?.score ?? 0);
    if ((seen & bit) === 0) faces += 1;
    seen |= bit;
  }
  return faces;
}

/**
 * The window ends at tap `last` and goes back in ledger order until a tap is too old, or later than
 * its last, or the window is full.
 */
function firstOfWindow(taps: readonly TimedTap[], last: number, span: number): number {
  const end = taps[last]?.at ?? 0;
  const lowest = last - WINDOW_TAPS + 1;
  let first = last;
  for (let tap = taps[first - 1]; tap !== undefined && first > lowest && end - tap.at < span && end >= tap.at; tap = taps[first - 1]) first -= 1;
  return first;
}
