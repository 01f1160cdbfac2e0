import { Type, type Static } from 'typebox';

/** Beats in a row with a moving picture that prove a new set (the page beats every 10 s). */
export const PROOF_BEATS = 6;
/** Failures on a new set that end it: one may be the machine's own. */
export const MOST_FAILURES = 3;

/** How a new set does; kept on the disk, because a page may take the whole host with it. */
export const Probation = Type.Object({
  failures: Type.Integer({ minimum: 0 }),
  beats: Type.Integer({ minimum: 0 }),
  /** The page has fetched the set; before that its failures say nothing about it. */
  taken: Type.Boolean(),
});
export type Probation = Static<typeof Probation>;

export const FIRST_PROBATION: Probation = { failures: 0, beats: 0, taken: false };

export type ProbationEvent =
  /** The page fetched the content. */
  | 'taken'
  /** The page that shows the set beats and its picture moves. */
  | 'alive'
  /** The page crashed, fell silent or met a bug. */
  | 'failed'
  /** The host was started again: a failure when the page had the set, else somebody switching the kiosk on and off. */
  | 'started';

export type Verdict = 'wait' | 'keep' | 'roll-back';

/** Whether a new set may stay. */
export function decideProbation(state: Probation, event: ProbationEvent): { readonly state: Probation; readonly verdict: Verdict } {
  if (event === 'taken') return { state: { ...state, taken: true }, verdict: 'wait' };
  if (!state.taken) return { state, verdict: 'wait' };
  if (event === 'alive') {
    const beats = state.beats + 1;
    return { state: { ...state, beats }, verdict: beats >= PROOF_BEATS ? 'keep' : 'wait' };
  }
  const failures = state.failures + 1;
  return { state: { failures, beats: 0, taken: event === 'failed' }, verdict: failures >= MOST_FAILURES ? 'roll-back' : 'wait' };
}
