import type { Reason } from '#contract/content-pack.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { TapBody } from '#contract/ledger.ts';
import { SCALE_ID, type Score } from '#domain/score.ts';
import { procedureId } from '#domain/procedure-id.ts';
import { reasonsAfter } from '../choice-view.ts';
import type { Effect } from '../effect.ts';
import type { RateAbout, RateFrom, Saving, SessionState, ThanksScreen } from '../state.ts';
import { THANKS_MIN_MS, undoTime } from '../timing.ts';
import { endSession } from './end-session.ts';
import { enter, guarded, show, stay, type Move } from './move.ts';
import { guideOf } from './usage.ts';

/** The question at the end: about the guide that was opened, else about the visit (E157). */
export function askForRating(state: SessionState): Move {
  const { opened } = state;
  const about: RateAbout = opened === null
    ? { kind: 'visit' }
    : { kind: 'guide', slug: opened.slug, step: opened.step };
  return guarded(enter(state, rateScreen(state, about, 'guide')));
}

/** Asked for by the citizen: always about the visit. */
export function openRate(state: SessionState): Move {
  if (state.screen.kind === 'rate') return stay(state);
  return guarded(enter(state, rateScreen(state, { kind: 'visit' }, 'guide')));
}

function rateScreen(state: SessionState, about: RateAbout, from: RateFrom): SessionState['screen'] {
  return { kind: 'rate', about, from, saving: null, since: state.now.up };
}

/** One touch on a face: the tap goes to the disk first, thanks come after (promise 1). */
export function touchFace(state: SessionState, score: Score): Move {
  const { screen, kiosk } = state;
  if (screen.kind !== 'attract' && screen.kind !== 'rate') return stay(state);
  if (screen.saving !== null || state.now.up < kiosk.restUntil || kiosk.boot?.phase !== 'ready') return stay(state);
  const saving: Saving = { ticket: kiosk.nextTicket, score };
  const about: RateAbout = screen.kind === 'rate' ? screen.about : { kind: 'visit' };
  const from: RateFrom = screen.kind === 'rate' ? screen.from : 'attract';
  return {
    state: { ...state, screen: { ...screen, saving }, kiosk: { ...kiosk, nextTicket: saving.ticket + 1 } },
    effects: [{ kind: 'record-tap', ticket: saving.ticket, body: tapBody(state, score, about, from) }],
  };
}

function tapBody(state: SessionState, score: Score, about: RateAbout, from: RateFrom): TapBody {
  const base = { kind: 'tap', score, scale: SCALE_ID, about: about.kind, lang: state.comfort.language, from } as const;
  const guide = about.kind === 'guide' ? guideOf(state, about.slug) : null;
  if (about.kind !== 'guide' || guide === null) return base;
  return { ...base, procedure: procedureId(guide), step: about.step, field: guide.field };
}

export function tapRecorded(state: SessionState, ticket: number, seq: number, chance: number): Move {
  const { screen, kiosk } = state;
  if (screen.kind !== 'attract' && screen.kind !== 'rate') return stay(state);
  const { saving } = screen;
  if (saving === null || saving.ticket !== ticket) return stay(state);
  const rest = (kiosk.boot?.settings.tapRestSeconds ?? 0) * 1000;
  const thanks: ThanksScreen = {
    kind: 'thanks',
    about: screen.kind === 'rate' ? screen.about : { kind: 'visit' },
    from: screen.kind === 'rate' ? screen.from : 'attract',
    score: saving.score,
    seq,
    since: state.now.up,
    touchedAt: state.now.up,
    reasons: orderReasons(reasonsAfter(kiosk.pack?.reasons ?? [], saving.score), chance).map((reason) => reason.id),
    chosen: [],
    stage: 'open',
  };
  const rested = { ...state, trail: [], overlay: { kind: 'none' as const }, kiosk: { ...kiosk, restUntil: state.now.up + rest } };
  return guarded(show(rested, thanks));
}

/** Shuffled, so that no reason gains by its place; those marked `last` stay last (E156). `chance` lies in [0, 1). */
export function orderReasons(reasons: readonly Reason[], chance: number): readonly Reason[] {
  const free = reasons.filter((reason) => reason.last !== true);
  const fixed = reasons.filter((reason) => reason.last === true);
  const order: Reason[] = [];
  // One number names one of the n! orders, digit by digit in a base that shrinks.
  let rest = chance;
  while (free.length > 0) {
    const scaled = rest * free.length;
    const index = Math.min(free.length - 1, Math.floor(scaled));
    rest = scaled - index;
    order.push(...free.splice(index, 1));
  }
  return [...order, ...fixed].slice(0, 6);
}

export function tapFailed(state: SessionState, ticket: number, code: ErrorCode): Move {
  const { screen } = state;
  if (screen.kind !== 'attract' && screen.kind !== 'rate') return stay(state);
  if (screen.saving?.ticket !== ticket) return stay(state);
  const about: RateAbout = screen.kind === 'rate' ? screen.about : { kind: 'visit' };
  const from: RateFrom = screen.kind === 'rate' ? screen.from : 'attract';
  return guarded(show(state, { kind: 'not-stored', code, about, from, since: state.now.up }));
}

/** A retraction or the reasons are not on disk: say so as plainly as for a tap. */
export function entryFailed(state: SessionState, entry: 'retract' | 'reasons' | 'usage', code: ErrorCode): Move {
  const { screen } = state;
  if (entry === 'usage' || (screen.kind !== 'rate' && screen.kind !== 'thanks')) return stay(state);
  const { about, from } = screen;
  return guarded(show(state, { kind: 'not-stored', code, about, from, since: state.now.up }));
}

/** "Bấm nhầm? Chọn lại": the tap is taken back and the faces are asked again; it replaces, it never adds (E155). */
export function undo(state: SessionState): Move {
  const { screen, kiosk } = state;
  if (screen.kind !== 'thanks' || screen.stage !== 'open') return stay(state);
  if (state.now.up >= screen.since + undoTime(state.comfort)) return stay(state);
  const ready = { ...state, kiosk: { ...kiosk, restUntil: 0 } };
  const retract: Effect = { kind: 'record', body: { kind: 'retract', of: screen.seq } };
  return guarded(show(ready, rateScreen(state, screen.about, screen.from), retract));
}

export function toggleReason(state: SessionState, reason: string): Move {
  const { screen } = state;
  if (screen.kind !== 'thanks' || screen.stage !== 'open' || !screen.reasons.includes(reason)) return stay(state);
  const chosen = screen.chosen.includes(reason)
    ? screen.chosen.filter((one) => one !== reason)
    : [...screen.chosen, reason];
  return show(state, { ...screen, chosen });
}

export function sendReasons(state: SessionState): Move {
  const { screen } = state;
  if (screen.kind !== 'thanks' || screen.stage !== 'open') return stay(state);
  if (screen.chosen.length === 0) return skipReasons(state);
  return show(state, { ...screen, stage: 'sent', touchedAt: state.now.up }, ...reasonsEntry(screen));
}

export function skipReasons(state: SessionState): Move {
  const { screen } = state;
  if (screen.kind !== 'thanks' || screen.stage !== 'open') return stay(state);
  if (state.now.up >= screen.since + THANKS_MIN_MS) return endSession(state);
  return show(state, { ...screen, stage: 'skipped' });
}

/** Reasons that were touched count even when nobody pressed "Gửi": walking away is not taking them back. */
export function reasonsEntry(screen: ThanksScreen): readonly Effect[] {
  if (screen.chosen.length === 0) return [];
  return [{ kind: 'record', body: { kind: 'reasons', of: screen.seq, reasons: [...screen.chosen] } }];
}

/** The rating was shown and left untouched: the silent part of the response rate (E179). */
export function ignoredEntry(about: RateAbout): Effect {
  return { kind: 'record', body: { kind: 'asked', about: about.kind, outcome: 'ignored' } };
}

export function tryAgain(state: SessionState): Move {
  const { screen } = state;
  if (screen.kind !== 'not-stored') return stay(state);
  return guarded(show(state, rateScreen(state, screen.about, screen.from)));
}
