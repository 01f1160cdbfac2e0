import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Health, Heartbeat } from '#contract/health.ts';
import { BATCH_LIMIT, type LedgerBatch } from '#contract/ledger.ts';
import type { CalendarDay } from '#domain/calendar-day.ts';
import { success, type Result } from '#domain/result.ts';
import { background } from '../background.ts';
import type { Clock, Compress, Http, HttpAnswer, LedgerFailure, LedgerState, Log, Random, Timers } from '../ports.ts';
import { afterBatch, afterBeat, decideNext, FIRST_UPLOAD_STATE, type UploadFault, type UploadState } from './decide-next.ts';
import { readBeatAnswer, readLedgerAnswer, type Outcome } from './read-answer.ts';

const TIME_OUT = 30_000;
/** A tap waits this long for its neighbours (its reasons, its undo) before it is sent, ms. */
const GATHER = 400;
/** Room for the envelope beside the entries. */
const BATCH_BYTES = BATCH_LIMIT.bytes - 64 * 1024;
const HEARTBEAT_DAYS = 14;
const PRUNE_EVERY = 6 * 60 * 60_000;
/** A slower answer says too little about the other clock, ms. */
const CLOCK_ROUND_TRIP = 10_000;

type Outcomes<Value> = Result<Value, LedgerFailure>;
/** The part of the ledger that sending needs. */
export type SentLedger = {
  readonly state: () => Outcomes<LedgerState>;
  readonly takeBatch: (count: number, bytes: number) => Outcomes<{ readonly state: LedgerState; readonly first: number; readonly entries: readonly unknown[] }>;
  readonly receive: (mark: number) => Outcomes<null>;
  readonly learnOffset: (offset: number) => void;
  readonly madeByDay: (days: number) => Outcomes<ReadonlyMap<CalendarDay, number>>;
  readonly prune: () => Outcomes<number>;
};

export type Credentials = { readonly centreUrl: string; readonly token: string };

export type UploaderNeeds = {
  readonly ledger: SentLedger;
  readonly http: Http;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly compress: Compress;
  readonly credentials: () => Credentials | null;
  readonly health: () => Promise<Health>;
  readonly onChange: () => void;
};

export type UploadStatus = { readonly lastContactAt: number | null; readonly clockOffset: number | null; readonly fault: UploadFault | null };
export type Uploader = ReturnType<typeof createUploader>;

/** Carries the ledger to the centre: one request in flight, always from the mark, nothing ever dropped. */
export function createUploader(needs: UploaderNeeds) {
  const { ledger, clock, timers, random, log } = needs;
  let state: UploadState = FIRST_UPLOAD_STATE;
  let status: UploadStatus = { lastContactAt: null, clockOffset: null, fault: null };
  let running: Promise<void> | null = null;
  let cancelWake: (() => void) | null = null;
  let wakeAt = Number.POSITIVE_INFINITY;
  let stopped = true;
  let prunedAt = Number.NEGATIVE_INFINITY;

  const wakeIn = (delay: number): void => {
    const at = clock.up() + delay;
    if (stopped || at >= wakeAt) return;
    cancelWake?.();
    wakeAt = at;
    cancelWake = timers.after(delay, () => {
      wakeAt = Number.POSITIVE_INFINITY;
      background(run(), 'upload', log);
    });
  };

  const post = async (path: string, body: unknown, credentials: Credentials): Promise<HttpAnswer | string> => {
    try {
      return await needs.http.send({
        method: 'POST',
        url: `${credentials.centreUrl}${path}`,
        headers: { authorization: `Bearer ${credentials.token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: await needs.compress(JSON.stringify(body)),
        timeout: TIME_OUT,
      });
    } catch (error: unknown) {
      return error instanceof Error ? describeCause(error) : String(error);
    }
  };
  const clockReading = () => ({ now: clock.now(), up: clock.up(), boot: clock.boot });
  const circumstances = (mark: number) => ({ up: clock.up(), random: random.fraction(), mark });

  const settle = (next: UploadState, reached: boolean): void => {
    const changed = next.fault?.code !== state.fault?.code || reached !== (status.fault === null);
    if (next.fault !== null && next.fault.code !== state.fault?.code) log.warn('upload.fault', { ...next.fault, failures: next.failures });
    if (next.fault === null && state.fault !== null) log.info('upload.mended', { code: state.fault.code });
    state = next;
    status = { ...status, fault: next.fault, lastContactAt: reached ? clock.now() : status.lastContactAt };
    if (changed) needs.onChange();
  };

  const beat = async (credentials: Credentials): Promise<boolean> => {
    const known = ledger.state();
    const made = known.ok ? ledger.madeByDay(HEARTBEAT_DAYS) : known;
    if (!known.ok || !made.ok) return false;
    const { stream, head } = known.value;
    const health = await needs.health();
    const sentAt = clock.up();
    const body: Heartbeat = { clock: clockReading(), ledger: { stream, head, days: Object.fromEntries(made.value) }, health };
    const answer = await post(HTTP_ROUTES.heartbeat.path, body, credentials);
    const outcome: Outcome = typeof answer === 'string' ? { kind: 'offline', detail: answer } : readBeatAnswer(answer, clock.now());
    if (outcome.kind === 'beaten') learnClock(outcome.now, sentAt);
    settle(afterBeat(state, outcome, circumstances(known.value.mark)), typeof answer !== 'string' && outcome.kind !== 'offline');
    return true;
  };
  const learnClock = (centreNow: number, sentAt: number): void => {
    const roundTrip = clock.up() - sentAt;
    if (roundTrip > CLOCK_ROUND_TRIP) return;
    const offset = Math.round(clock.now() - roundTrip / 2 - centreNow);
    status = { ...status, clockOffset: offset };
    ledger.learnOffset(offset);
    if (clock.up() - prunedAt < PRUNE_EVERY) return;
    prunedAt = clock.up();
    const pruned = ledger.prune();
    if (pruned.ok && pruned.value > 0) log.info('ledger.pruned', { entries: pruned.value });
  };

  const send = async (count: number, credentials: Credentials): Promise<boolean> => {
    const batch = ledger.takeBatch(count, BATCH_BYTES);
    if (!batch.ok || batch.value.entries.length === 0) return false;
    const { first, entries } = batch.value;
    const body: LedgerBatch = { stream: batch.value.state.stream, first, clock: clockReading(), entries: [...entries] };
    const answer = await post(HTTP_ROUTES.ledger.path, body, credentials);
    const outcome: Outcome = typeof answer === 'string' ? { kind: 'offline', detail: answer } : readLedgerAnswer(answer, clock.now());
    const learnt = outcome.kind === 'received' ? ledger.receive(outcome.mark) : success(null);
    settle(afterBatch(state, outcome, circumstances(batch.value.state.mark)), typeof answer !== 'string' && outcome.kind !== 'offline');
    if (outcome.kind === 'received') needs.onChange();
    return learnt.ok;
  };

  /** Beats and sends until there is nothing to do now; then sleeps until there is. */
  const work = async (): Promise<void> => {
    for (;;) {
      const credentials = needs.credentials();
      if (stopped || credentials === null) return;
      const known = ledger.state();
      // The ledger mends itself and wakes nobody; look again in a while.
      if (!known.ok) return wakeIn(5_000);
      const action = decideNext(state, clock.up(), known.value.head - known.value.mark);
      if (action.kind === 'wait') return wakeIn(action.until - clock.up());
      const done = action.kind === 'beat' ? await beat(credentials) : await send(action.count, credentials);
      if (!done) return wakeIn(5_000);
    }
  };
  const run = (): Promise<void> => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    status: (): UploadStatus => status,
    start: (): void => {
      stopped = false;
      wakeIn(0);
    },
    /** Something was appended. */
    wake: (): void => wakeIn(GATHER),
    /** Staff asked: beats and sends at once, whatever the back-off says. Ends when that try has ended. */
    sendNow: async (): Promise<void> => {
      await running;
      state = { ...state, notBefore: 0, beatDue: 0 };
      await run();
    },
    /** Ends when the request in flight has ended. */
    stop: async (): Promise<void> => {
      stopped = true;
      cancelWake?.();
      await running;
    },
  };
}

function describeCause(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
