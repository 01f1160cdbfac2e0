/** More failures than this in the span, and the page is not trusted any more. */
export const MOST_RELOADS = 3;
/** ms */
export const RELOAD_SPAN = 10 * 60_000;
/** Pause before a page that cannot even be shown safely is tried again, ms. */
export const SAFE_RETRY = 5_000;

export type RecoveryState = {
  /** `up` (ms, monotonic) of the failures within the span. */
  readonly failures: readonly number[];
  readonly page: 'main' | 'safe';
};

export const FIRST_RECOVERY_STATE: RecoveryState = { failures: [], page: 'main' };

/** `delay` in ms. */
export type RecoveryAction = { readonly page: 'main' | 'safe'; readonly delay: number };

/** What to do about a page that crashed, hangs, fell silent or did not load (promise 9). */
export function decideRecovery(state: RecoveryState, up: number): { readonly state: RecoveryState; readonly action: RecoveryAction } {
  const failures = [...state.failures.filter((at) => up - at < RELOAD_SPAN), up];
  if (state.page === 'safe') return { state: { failures, page: 'safe' }, action: { page: 'safe', delay: SAFE_RETRY } };
  const page = failures.length > MOST_RELOADS ? 'safe' : 'main';
  return { state: { failures, page }, action: { page, delay: 0 } };
}

/** The safe page has stood long enough for the main page to get another chance. */
export function decideReturn(state: RecoveryState, up: number): RecoveryState | null {
  const last = state.failures.at(-1) ?? Number.NEGATIVE_INFINITY;
  return state.page === 'safe' && up - last >= RELOAD_SPAN ? FIRST_RECOVERY_STATE : null;
}
