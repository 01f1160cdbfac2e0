/** A window that dies more often than this in the span stays closed. */
export const MOST_RESTARTS = 3;
/** ms */
export const RESTART_SPAN = 10 * 60_000;

/** Times (ms of a monotonic clock) of the restarts within the span. */
export type RestartState = { readonly times: readonly number[] };
export const NO_RESTARTS: RestartState = { times: [] };

/** Whether a window that just died is opened again. */
export function decideRestart(state: RestartState, now: number): { readonly state: RestartState; readonly again: boolean } {
  const times = state.times.filter((time) => now - time < RESTART_SPAN);
  if (times.length >= MOST_RESTARTS) return { state: { times }, again: false };
  return { state: { times: [...times, now] }, again: true };
}
