import { BATCH_SIZE } from '#contract/ledger.ts';
import { assertNever } from '#domain/assert-never.ts';
import { backOffDelay, type BackOffRule } from '#domain/back-off.ts';
import type { Outcome } from './read-answer.ts';

export const BACK_OFF: BackOffRule = { base: 1_000, cap: 5 * 60_000 };
/** A refusal ends only when staff act, so it is asked about slowly, ms. */
export const REFUSED_RETRY = 5 * 60_000;
export const BEAT_EVERY = 60_000;
/** While staff ask things of this kiosk it beats this often, ms: they wait before a screen. */
export const LIVELY_BEAT_EVERY = 10_000;
/** How long after the last command, ms. */
const LIVELY_SPAN = 3 * 60_000;
/** No server may silence a kiosk for longer, ms. */
const LONGEST_RETRY_AFTER = 60 * 60_000;

export type UploadFault = { readonly code: 'UPLOAD_OFFLINE' | 'UPLOAD_REFUSED'; readonly detail: string };

/** Times are ms of up-time, which no wrong clock moves. */
export type UploadState = {
  /** Failures one after another. */
  readonly failures: number;
  /** Nothing is sent before. */
  readonly notBefore: number;
  readonly beatDue: number;
  /** Until then it beats more often; 0: it does not. */
  readonly livelyUntil: number;
  /** Entries of the next batch at most. */
  readonly batchSize: number;
  readonly fault: UploadFault | null;
};

export const FIRST_UPLOAD_STATE: UploadState = { failures: 0, notBefore: 0, beatDue: 0, livelyUntil: 0, batchSize: BATCH_SIZE, fault: null };

export type UploadAction =
  | { readonly kind: 'beat' }
  | { readonly kind: 'send'; readonly count: number }
  | { readonly kind: 'wait'; readonly until: number };

/** The heartbeat goes first: after an outage staff learn how a kiosk is before its backlog drains. */
export function decideNext(state: UploadState, up: number, waiting: number): UploadAction {
  if (up < state.notBefore) return { kind: 'wait', until: state.notBefore };
  if (up >= state.beatDue) return { kind: 'beat' };
  if (waiting > 0) return { kind: 'send', count: state.batchSize };
  return { kind: 'wait', until: state.beatDue };
}

export type Circumstances = {
  readonly up: number;
  /** In [0, 1). */
  readonly random: number;
  /** The mark before the answer. */
  readonly mark: number;
};

/** The state after a batch's answer. A batch is never dropped: at worst it waits. */
export function afterBatch(state: UploadState, outcome: Outcome, now: Circumstances): UploadState {
  switch (outcome.kind) {
    case 'received': {
      const good = { ...state, failures: 0, notBefore: now.up, fault: null };
      if (outcome.mark > now.mark) return { ...good, batchSize: Math.min(BATCH_SIZE, state.batchSize * 2) };
      // A mark that does not rise is a restored centre once; again and again it must not become a hot loop.
      const failures = state.failures + 1;
      return { ...good, failures, notBefore: now.up + backOffDelay(BACK_OFF, failures, null, now.random) };
    }
    case 'too-much':
      if (state.batchSize > 1) return { ...state, batchSize: Math.floor(state.batchSize / 2), notBefore: now.up };
      return afterRefusal(state, outcome.detail, now);
    case 'beaten':
      return state;
    case 'offline':
    case 'busy':
    case 'refused':
      return afterFailure(state, outcome, now);
    default:
      return assertNever(outcome, 'unknown outcome of a batch');
  }
}

/** The state after a heartbeat's answer. A heartbeat that is not understood never holds up the ledger. */
export function afterBeat(state: UploadState, outcome: Outcome, now: Circumstances): UploadState {
  const livelyUntil = outcome.kind === 'beaten' && outcome.commands.length > 0 ? now.up + LIVELY_SPAN : state.livelyUntil;
  const beaten = { ...state, livelyUntil, beatDue: now.up + (now.up < livelyUntil ? LIVELY_BEAT_EVERY : BEAT_EVERY) };
  switch (outcome.kind) {
    case 'beaten':
      // A standing refusal of batches is not mended by a heartbeat that passes.
      return { ...beaten, fault: state.fault?.code === 'UPLOAD_REFUSED' && state.batchSize === 1 ? state.fault : null };
    case 'received':
    case 'too-much':
      return beaten;
    case 'offline':
    case 'busy':
    case 'refused':
      return afterFailure(state, outcome, now);
    default:
      return assertNever(outcome, 'unknown outcome of a heartbeat');
  }
}

function afterFailure(state: UploadState, outcome: Extract<Outcome, { kind: 'offline' | 'busy' | 'refused' }>, now: Circumstances): UploadState {
  if (outcome.kind === 'refused') return afterRefusal(state, outcome.detail, now);
  const failures = state.failures + 1;
  const retryAfter = outcome.kind === 'busy' && outcome.retryAfter !== null ? Math.min(outcome.retryAfter, LONGEST_RETRY_AFTER) : null;
  const delay = backOffDelay(BACK_OFF, failures, retryAfter, now.random);
  return { ...state, failures, notBefore: now.up + delay, fault: { code: 'UPLOAD_OFFLINE', detail: outcome.detail } };
}

function afterRefusal(state: UploadState, detail: string, now: Circumstances): UploadState {
  const delay = REFUSED_RETRY + Math.round(REFUSED_RETRY * now.random);
  return { ...state, failures: state.failures + 1, notBefore: now.up + delay, fault: { code: 'UPLOAD_REFUSED', detail } };
}
