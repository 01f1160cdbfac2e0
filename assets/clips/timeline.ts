/** Time as plain functions: a track gives one number for every moment, and nothing else moves a clip. */

/** Maps 0..1 to 0..1; never leaves that range, so nothing bounces. */
export type Ease = (u: number) => number;
/** A number that depends on time alone (s). */
export type Track = (t: number) => number;
/** At `at` seconds the track has the value; the ease is the way that leads there. */
export type Key = readonly [at: number, value: number, ease?: Ease];

/** A sheet that is laid down: quick, then a long settling. */
export const paper: Ease = (u) => 1 - (1 - u) ** 4;
/** A brush stroke: slow, sure, slow. */
export const ink: Ease = (u) => u * u * u * (u * (u * 6 - 15) + 10);
/** A stamp that falls: it gathers speed and stands. */
export const press: Ease = (u) => u * u * u;
/** Steady, for what is drawn at one pace. */
export const steady: Ease = (u) => u;

/**
 * A track through keys in order of time; before the first and after the last key it holds.
 * @throws when keys are missing or out of order: a clip with such a track is a bug.
 */
export function track(...keys: readonly Key[]): Track {
  const [first] = keys;
  if (first === undefined) throw new Error('a track needs a key');
  if (keys.some((key, i) => key[0] < (keys[i - 1]?.[0] ?? key[0]))) throw new Error('keys of a track are in order of time');
  return (t) => {
    let before = first;
    for (const key of keys) {
      if (t < key[0]) return between(before, key, t);
      before = key;
    }
    return before[1];
  };
}

function between(from: Key, to: Key, t: number): number {
  const span = to[0] - from[0];
  if (span <= 0 || t <= from[0]) return from[1];
  return from[1] + (to[1] - from[1]) * (to[2] ?? paper)((t - from[0]) / span);
}

/** From one value to another, beginning at `at` and taking `seconds`. */
export const move = (at: number, seconds: number, from: number, to: number, ease: Ease = paper): Track => track([at, from], [at + seconds, to, ease]);

/** 0 before, 1 after: comes in at `at` within `seconds`. */
export const enter = (at: number, seconds = 0.6, ease: Ease = paper): Track => move(at, seconds, 0, 1, ease);

/** A value that never moves. */
export const hold = (value: number): Track => () => value;

/** A cut: `before` until `at`, then `after`. */
export const cut = (at: number, before = 0, after = 1): Track => (t) => (t < at ? before : after);

/** One track after the other, each with its own time from 0. The last holds. */
export function sequence(...parts: readonly { readonly seconds: number; readonly track: Track }[]): Track {
  return (t) => {
    let start = 0;
    for (const [i, part] of parts.entries()) {
      if (t < start + part.seconds || i === parts.length - 1) return part.track(t - start);
      start += part.seconds;
    }
    throw new Error('a sequence needs a part');
  };
}

/** Values of all tracks at one moment, rounded so that what cannot be seen does not count as motion. */
export function frameOf<Name extends string>(tracks: Readonly<Record<Name, Track>>, t: number): Readonly<Record<Name, number>> {
  const entries = Object.entries<Track>(tracks).map(([name, at]): [string, number] => [name, Math.round(at(t) * 2000) / 2000]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/**
 * How a paper figure rocks while it is carried along the floor: degrees, from the place alone.
 * It stands straight where it ends.
 */
export function gait(x: number, end: number): number {
  const left = Math.abs(x - end);
  return 1.7 * Math.sin(left / 34) * Math.min(1, left / 90);
}
