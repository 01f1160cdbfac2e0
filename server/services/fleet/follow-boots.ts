import type { BeatState, FollowBoot } from '../../repositories/devices.ts';

/** Boots remembered of one device: more machines on one image than this are found as well, only later. */
const MOST_BOOTS = 4;
/** Boots that take turns further apart are restores of a machine, not two machines, ms. */
const TURN_SPAN = 60 * 60_000;
/** One overtaken heartbeat may look like a turn; two are none. */
const LEAST_TURNS = 2;

export const NO_BEATS: BeatState = { boots: [], twinTurns: 0, twinAt: null };

/**
 * What a heartbeat says about boots. A machine that starts again has a new boot and never an old one; a boot
 * that is over and yet goes on counting is a second machine with the same token: one disk image on two machines.
 * Stale is what was overtaken on its way, and what the machine says that started earlier.
 */
export const followBoot: FollowBoot = (state, { boot, up, now }) => {
  const [present] = state.boots;
  const known = state.boots.find((seen) => seen.boot === boot);
  if (known !== undefined && (up < known.up || (up === known.up && known !== present))) return { state, isStale: true };
  if (known === undefined) return { state: { ...state, boots: [{ boot, up }, ...state.boots].slice(0, MOST_BOOTS) }, isStale: false };
  const boots = state.boots.map((seen) => (seen.boot === boot ? { boot, up } : seen));
  if (known === present) return { state: { ...state, boots }, isStale: false };
  const isInARow = state.twinAt !== null && now - state.twinAt < TURN_SPAN;
  return { state: { boots, twinTurns: isInARow ? state.twinTurns + 1 : 1, twinAt: now }, isStale: true };
};

/** True while two machines report as one kiosk. */
export function isTwin({ twinTurns, twinAt }: Pick<BeatState, 'twinTurns' | 'twinAt'>, now: number): boolean {
  return twinTurns >= LEAST_TURNS && twinAt !== null && now - twinAt < TURN_SPAN;
}
