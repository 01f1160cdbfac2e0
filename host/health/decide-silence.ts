/** A page that sends no beat for so long is loaded anew, ms (it should beat every 10 s). */
export const SILENCE_LIMIT = 30_000;

export type SilenceState = {
  /** Up-time of the last sign of life: a beat, or the page's arrival. */
  readonly lastSign: number;
  /** Reloads asked for since then. */
  readonly reloads: number;
};

export type SilenceAction = 'none' | 'reload' | 'fault';

/**
 * What to do about a connected page that does not beat: first a reload, and when that brings no beat
 * either, a fault. A page that is away (closed, loading) is the shell's business, not a silence.
 */
export function decideSilence(state: SilenceState, up: number, connected: boolean): { readonly state: SilenceState; readonly action: SilenceAction } {
  if (!connected) return { state: { ...state, lastSign: up }, action: 'none' };
  if (up - state.lastSign < SILENCE_LIMIT) return { state, action: 'none' };
  return { state: { lastSign: up, reloads: state.reloads + 1 }, action: state.reloads === 0 ? 'reload' : 'fault' };
}
