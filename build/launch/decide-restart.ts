/** A window that dies more often than this in the span is given a pause before it is opened again. */
export const MOST_RESTARTS = 3;
/** ms */
export const RESTART_SPAN = 10 * 60_000;
/** The pause, ms: a screen is never given up, and a machine is not kept busy with dying windows. */
export const SLOW_RESTART = 5_000;

/** Times (ms of a monotonic clock) of the deaths within the span. */
export type RestartState = { readonly times: readonly number[] };
export const NO_RESTARTS: RestartState = { times: [] };

/** How long to wait, ms, before a window that just died is opened again. */
export function decideRestart(state: RestartState, now: number): { readonly state: RestartState; readonly delay: number } {
  const times = [...state.times.filter((time) => now - time < RESTART_SPAN), now];
  return { state: { times }, delay: times.length > MOST_RESTARTS ? SLOW_RESTART : 0 };
}
