import type { Overlay, SessionState } from '../state.ts';
import {
  ATTRACT_COMFORT_MS,
  CALM_MS,
  idleLimit,
  NOT_STORED_CLOSE_MS,
  RATE_IGNORED_MS,
  REASONS_CLOSE_MS,
  slowness,
  THANKS_MIN_MS,
  WARNING_MS,
} from '../timing.ts';
import { endSession } from './end-session.ts';
import { defaultComfort, guarded, show, stay, type Move } from './move.ts';
import { ignoredEntry, reasonsEntry } from './rating.ts';

/** True while something on this screen waits for time to pass; the loop needs no clock of ours. */
export function needsTicks(state: SessionState): boolean {
  // The first start waits as long as the installer needs.
  if (state.screen.kind === 'setup' && state.screen.key === null) return false;
  return state.screen.kind !== 'attract' || state.now.up < state.kiosk.restUntil || isComfortChanged(state);
}

function isComfortChanged({ comfort, kiosk }: SessionState): boolean {
  const plain = defaultComfort(kiosk);
  return (
    comfort.language !== plain.language ||
    comfort.textSize !== plain.textSize ||
    comfort.contrast !== plain.contrast ||
    comfort.lowReach !== plain.lowReach ||
    comfort.hearing.on
  );
}

/** What the passing of time does to each screen. */
export function tick(state: SessionState): Move {
  const { screen, now } = state;
  switch (screen.kind) {
    case 'starting':
      if (screen.retryAt === null || now.up < screen.retryAt) return stay(state);
      return show(state, { ...screen, retryAt: null }, { kind: 'load' });
    case 'attract':
      // Who chose English on the loop and went away leaves it as it was.
      return isComfortChanged(state) && quietFor(state) >= ATTRACT_COMFORT_MS * slowness(state.comfort) ? endSession(state) : stay(state);
    case 'rate':
      if (screen.saving !== null || quietFor(state) < RATE_IGNORED_MS * slowness(state.comfort)) return stay(state);
      return endSession(state, ignoredEntry(screen.about));
    case 'thanks':
      return tickThanks(state);
    case 'not-stored':
      return quietFor(state) < NOT_STORED_CLOSE_MS * slowness(state.comfort) ? stay(state) : endSession(state);
    case 'calm':
      return now.up - screen.since < CALM_MS ? stay(state) : endSession(state);
    default:
      return tickIdle(state);
  }
}

/** ms since the last touch. */
function quietFor(state: SessionState): number {
  return state.now.up - state.touchedAt;
}

function tickThanks(state: SessionState): Move {
  const { screen, now, comfort } = state;
  if (screen.kind !== 'thanks') return stay(state);
  switch (screen.stage) {
    case 'open':
      if (now.up - screen.touchedAt < REASONS_CLOSE_MS * slowness(comfort)) return stay(state);
      return endSession(state, ...reasonsEntry(screen));
    case 'sent':
      return now.up - screen.touchedAt < THANKS_MIN_MS * slowness(comfort) ? stay(state) : endSession(state);
    case 'skipped':
      return now.up - screen.since < THANKS_MIN_MS * slowness(comfort) ? stay(state) : endSession(state);
  }
}

function tickIdle(state: SessionState): Move {
  const { overlay, now } = state;
  if (overlay.kind === 'idle-warning') return countDown(state, overlay);
  const limit = idleLimit(state.screen, state.comfort);
  if (limit === null || quietFor(state) < limit) return stay(state);
  const remaining = WARNING_MS / 1000;
  const warning: Overlay = { kind: 'idle-warning', remaining, since: now.up };
  return guarded(stay({ ...state, overlay: warning }));
}

function countDown(state: SessionState, overlay: Extract<Overlay, { kind: 'idle-warning' }>): Move {
  const remaining = Math.ceil((overlay.since + WARNING_MS - state.now.up) / 1000);
  if (remaining <= 0) return endSession(state);
  if (remaining === overlay.remaining) return stay(state);
  return stay({ ...state, overlay: { ...overlay, remaining } });
}

/** Any touch or key: the waiting times begin anew, a countdown too (E071, E073, E156). */
export function markActivity(state: SessionState): SessionState {
  const { screen, overlay, now } = state;
  return {
    ...state,
    touchedAt: now.up,
    screen: screen.kind === 'thanks' && screen.stage === 'open' ? { ...screen, touchedAt: now.up } : screen,
    overlay: overlay.kind === 'idle-warning'
      ? { ...overlay, since: now.up, remaining: WARNING_MS / 1000 }
      : overlay,
  };
}
