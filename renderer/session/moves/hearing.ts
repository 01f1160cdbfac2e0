import type { Hearing, SessionState } from '../state.ts';
import { SILENT, stay, type Move } from './move.ts';

/** One thing about how the screen is heard; everything else stays. */
export function change(state: SessionState, part: Partial<Hearing>): Move {
  const { comfort } = state;
  return stay({ ...state, comfort: { ...comfort, hearing: { ...comfort.hearing, ...part } } });
}

/** Whoever ends it sees the screen again, and the next one begins with the volume of every session (E058). */
export function setHearing(state: SessionState, on: boolean): Move {
  return change(state, on ? { on } : { ...SILENT, headphones: state.comfort.hearing.headphones });
}

/** A screen that shows nothing must at least be heard (E061). */
export function setBlank(state: SessionState, on: boolean): Move {
  return state.comfort.hearing.on || !on ? change(state, { blank: on }) : stay(state);
}

/** A plug begins to read aloud (E051); pulled out, nothing goes on over the loudspeaker for all to hear (E060). */
export function setHeadphones(state: SessionState, plugged: boolean): Move {
  return plugged ? change(state, { on: true, headphones: true }) : change(state, SILENT);
}
