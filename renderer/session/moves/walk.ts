import { keepOpenAnswers } from '#domain/guide-path.ts';
import { pressKey } from '#domain/typing.ts';
import type { CitizenEvent } from '../event.ts';
import type { Screen, SessionState } from '../state.ts';
import { endSession } from './end-session.ts';
import { enter, guarded, show, stay, type Move } from './move.ts';
import { askForRating, ignoredEntry, reasonsEntry } from './rating.ts';
import { guideOf } from './usage.ts';

const LONGEST_QUERY = 60;

/** The first touch: in from the loop, with the guide of the clip that was on. */
export function wake(state: SessionState, clip: string | null): Move {
  if (state.screen.kind !== 'attract' || state.screen.saving !== null) return stay(state);
  const item = state.kiosk.pack?.playlist.items.find((one) => one.id === clip);
  const slug = item !== undefined && 'guide' in item ? item.guide : undefined;
  const offer = slug !== undefined && guideOf(state, slug) !== null ? slug : null;
  const entry = clip === null ? [] : [{ kind: 'record' as const, body: { kind: 'wake' as const, clip } }];
  return guarded(show({ ...state, trail: [] }, { kind: 'home', offer }, ...entry));
}

export function openHome(state: SessionState): Move {
  return show({ ...state, trail: [], overlay: { kind: 'none' } }, { kind: 'home', offer: null });
}

export function openEvent(state: SessionState, event: string): Move {
  const known = state.kiosk.pack?.events.some((one) => one.id === event) ?? false;
  return known ? enter(state, { kind: 'event', event }) : stay(state);
}

export function typeQuery(state: SessionState, event: Extract<CitizenEvent, { kind: 'search-key' | 'search-text' }>): Move {
  const { screen } = state;
  if (screen.kind !== 'search' && screen.kind !== 'ask') return stay(state);
  if (event.kind === 'search-text') return show(state, { kind: screen.kind, query: event.text.normalize('NFC').slice(0, LONGEST_QUERY) });
  const before = { text: screen.query, ...(screen.keys === undefined ? {} : { keys: screen.keys }) };
  const { text, keys } = pressKey(before, event.key, event.telex === true);
  if ([...text].length > LONGEST_QUERY) return stay(state);
  return show(state, { kind: screen.kind, query: text, ...(keys === undefined ? {} : { keys }) });
}

export function goBack(state: SessionState): Move {
  if (state.overlay.kind !== 'none') return stay({ ...state, overlay: { kind: 'none' } });
  const previous = state.trail.at(-1);
  if (previous === undefined) return stay(state);
  const trail = state.trail.slice(0, -1);
  return show({ ...state, trail }, withAnswersOf(state, previous));
}

/** Answers given further on stay given: going back to look must not cost them. */
function withAnswersOf(state: SessionState, previous: Screen): Screen {
  const { screen } = state;
  const both = (screen.kind === 'guide' || screen.kind === 'handoff') && previous.kind === 'guide';
  if (!both || screen.slug !== previous.slug) return restarted(previous, state);
  const guide = guideOf(state, previous.slug);
  if (guide === null || guide.kind !== 'guide') return previous;
  return { ...previous, answers: keepOpenAnswers(guide, screen.answers) };
}

function restarted(previous: Screen, state: SessionState): Screen {
  return previous.kind === 'rate' ? { ...previous, saving: null, since: state.now.up } : previous;
}

/** "Kết thúc": who opened a guide is asked how it was, finished or not (E157). */
export function finish(state: SessionState): Move {
  switch (state.screen.kind) {
    case 'starting':
    case 'attract':
    case 'calm':
      return stay(state);
    case 'setup':
      return state.screen.key === null ? stay(state) : endSession(state);
    case 'rate':
      return endSession(state, ignoredEntry(state.screen.about));
    case 'thanks':
      return endSession(state, ...(state.screen.stage === 'open' ? reasonsEntry(state.screen) : []));
    case 'not-stored':
    case 'staff':
      return endSession(state);
    default:
      return state.opened === null ? endSession(state) : askForRating(state);
  }
}
