import type { ContentPack } from '#contract/content-pack.ts';
import type { BootInfo, KioskNotice } from '#contract/kiosk-channels.ts';
import { dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { countPlay } from '../play-counter.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { KioskFacts, Moment, SessionState } from '../state.ts';
import { BOOT_RETRY_MS } from '../timing.ts';
import { freshSession, show, stay, type Move } from './move.ts';
import { setupScreen } from './setup.ts';

export function booted(state: SessionState, boot: BootInfo, pack: ContentPack): Move {
  const kiosk: KioskFacts = { ...state.kiosk, boot, pack, pending: 'none' };
  const screen = boot.phase === 'set-up' ? setupScreen(boot) : ({ kind: 'attract', saving: null } as const);
  const fresh = freshSession(kiosk, state.now, screen);
  return stay({ ...fresh, kiosk: { ...kiosk, today: todayAt(state.now, kiosk) } });
}

export function bootFailed(state: SessionState, code: ErrorCode): Move {
  if (state.screen.kind !== 'starting') return stay(state);
  return show(state, { kind: 'starting', refusal: code, retryAt: state.now.up + BOOT_RETRY_MS });
}

/** Today at the service point. A time zone that this browser does not know must not stop the kiosk. */
export function todayAt(now: Moment, kiosk: Pick<KioskFacts, 'boot'>): string {
  const zone = kiosk.boot?.servicePoint?.timezone ?? DEFAULT_TIME_ZONE;
  try {
    return dayOf(now.wall, zone);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return dayOf(now.wall, DEFAULT_TIME_ZONE);
  }
}

/** New content is taken between sessions: a guide must not change under a citizen's eyes. */
export function contentLoaded(state: SessionState, pack: ContentPack): Move {
  if (state.screen.kind !== 'attract' || state.comfort.hearing.on) return stay({ ...state, kiosk: { ...state.kiosk, pending: 'content' } });
  return stay({ ...state, kiosk: { ...state.kiosk, pack } });
}

export function heardNotice(state: SessionState, notice: KioskNotice): Move {
  const { kiosk } = state;
  const isQuiet = state.screen.kind === 'attract' && state.screen.saving === null && !state.comfort.hearing.on;
  switch (notice.kind) {
    case 'status': {
      const { online, waiting, faults, rephrase } = notice;
      return stay({ ...state, kiosk: { ...kiosk, online, waiting, faults, mayRephrase: rephrase === true } });
    }
    case 'content':
      if (isQuiet) return stay(state, { kind: 'load-content' });
      return stay({ ...state, kiosk: { ...kiosk, pending: kiosk.pending === 'reload' ? 'reload' : 'content' } });
    case 'reload':
      if (isQuiet || state.screen.kind === 'starting') return stay(state, { kind: 'reload-page' });
      return stay({ ...state, kiosk: { ...kiosk, pending: 'reload' } });
    case 'clock':
      return stay(withCentreClock(state, notice.ahead));
    case 'urgent':
      return stay({ ...state, kiosk: { ...kiosk, urgent: notice.notice } });
    case 'trial':
      // Done beside the session (trial-decode.ts): nothing of it is on the screen.
      return stay(state);
  }
}

function withCentreClock(state: SessionState, ahead: number): SessionState {
  const now = { up: state.now.up, wall: state.now.wall + ahead - state.kiosk.centreAhead };
  const kiosk = { ...state.kiosk, centreAhead: ahead };
  return { ...state, now, kiosk: { ...kiosk, today: todayAt(now, kiosk) } };
}

export function clipPlayed(state: SessionState, clip: string, seconds: number): Move {
  const { count, entries } = countPlay(state.kiosk.plays, { clip, seconds, wall: state.now.wall });
  return stay(
    { ...state, kiosk: { ...state.kiosk, plays: count } },
    ...entries.map((body) => ({ kind: 'record' as const, body })),
  );
}

/** A bug: calm screen, and in a moment a session as new (house rule for bugs). */
export function metBug(state: SessionState, message: string): Move {
  const calm = { ...state, overlay: { kind: 'none' as const }, trail: [] };
  return show(calm, { kind: 'calm', since: state.now.up }, { kind: 'report-bug', message: message.slice(0, 2000) });
}
