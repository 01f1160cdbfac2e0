import type { Effect } from '../effect.ts';
import { NO_PLAYS } from '../play-counter.ts';
import { DEFAULT_VOLUME, type Comfort, type Hearing, type KioskFacts, type Moment, type Screen, type SessionState } from '../state.ts';
import { WAKE_GUARD_MS } from '../timing.ts';

/** What came of an event: the next state and what is to be done. */
export type Move = { readonly state: SessionState; readonly effects: readonly Effect[] };

/** A session that runs in circles must not grow for ever. */
const LONGEST_TRAIL = 40;

export function stay(state: SessionState, ...effects: readonly Effect[]): Move {
  return { state, effects };
}

/** The same place in the trail, drawn otherwise. */
export function show(state: SessionState, screen: Screen, ...effects: readonly Effect[]): Move {
  return { state: { ...state, screen }, effects };
}

/** One screen further; "Quay lại" leads back to this one. */
export function enter(state: SessionState, screen: Screen, ...effects: readonly Effect[]): Move {
  const trail = [...state.trail, state.screen].slice(-LONGEST_TRAIL);
  return { state: { ...state, screen, trail, overlay: { kind: 'none' } }, effects };
}

/** Refuses touches for a moment, so that the finger which changed the screen cannot press what appears (E077). */
export function guarded(move: Move): Move {
  return { ...move, state: { ...move.state, guardUntil: move.state.now.up + WAKE_GUARD_MS } };
}

/** Nothing is read aloud, at the volume that every session begins with (E058). */
export const SILENT: Hearing = { on: false, volume: DEFAULT_VOLUME, blank: false, headphones: false };

/** How every session starts (E075). */
export function defaultComfort(kiosk: KioskFacts): Comfort {
  return { language: kiosk.boot?.settings.language ?? 'vi', textSize: 1, contrast: 'paper', lowReach: false, hearing: SILENT };
}

/** A session in which nothing has happened yet. Whatever a citizen did is left out here, and only here (promise 5). */
export function freshSession(kiosk: KioskFacts, now: Moment, screen: Screen): SessionState {
  return {
    screen,
    overlay: { kind: 'none' },
    comfort: defaultComfort(kiosk),
    trail: [],
    opened: null,
    touchedAt: now.up,
    guardUntil: 0,
    lastPress: null,
    now,
    kiosk,
  };
}

/** The state before the host has said anything. */
export function startingState(now: Moment): SessionState {
  const kiosk: KioskFacts = {
    boot: null,
    pack: null,
    today: '',
    online: false,
    mayRephrase: false,
    waiting: 0,
    faults: [],
    centreAhead: 0,
    urgent: null,
    plays: NO_PLAYS,
    nextTicket: 1,
    restUntil: 0,
    pending: 'none',
  };
  return freshSession(kiosk, now, { kind: 'starting', refusal: null, retryAt: null });
}
