import type { Score } from '#domain/score.ts';
import { UNDO_MS } from './timing.ts';
import type { Saving, SessionState } from './state.ts';

/** The face that was touched and is on its way to the disk: draw it pressed. */
export function pressedFace(state: SessionState): Score | null {
  return savingOf(state)?.score ?? null;
}

function savingOf(state: SessionState): Saving | null {
  const { screen } = state;
  return screen.kind === 'attract' || screen.kind === 'rate' ? screen.saving : null;
}

/** Faces rest for a few seconds after a tap (E170). */
export function facesRest(state: SessionState): boolean {
  return state.now.up < state.kiosk.restUntil;
}

/** Whole seconds in which the tap can still be taken back: 5 … 0. */
export function undoSecondsLeft(state: SessionState): number {
  const { screen } = state;
  if (screen.kind !== 'thanks' || screen.stage !== 'open') return 0;
  return Math.max(0, Math.ceil((screen.since + UNDO_MS - state.now.up) / 1000));
}

/** "Quay lại" leads somewhere. */
export function canGoBack(state: SessionState): boolean {
  return state.trail.length > 0;
}

/** The language in which everything is said. */
export function languageOf(state: SessionState): SessionState['comfort']['language'] {
  return state.comfort.language;
}
