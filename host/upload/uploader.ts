import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Health, Heartbeat, HeartbeatAnswer } from '#contract/health.ts';
import { BATCH_LIMIT, type ClockReading, type LedgerBatch } from '#contract/ledger.ts';
import type { CalendarDay } from '#domain/calendar-day.ts';
import { success, type Result } from '#domain/result.ts';
import { background } from '../background.ts';
import { tellError } from '../tell-error.ts';
import type { Clock, Compared, Compress, Http, HttpAnswer, LedgerFailure, LedgerState, Log, Random, Timers } from '../ports.ts';
import { afterBatch, afterBeat, decideNext, FIRST_UPLOAD_STATE, type Circumstances, type UploadFault, type UploadState } from './decide-next.ts';
import { readBeatAnswer, readLedgerAnswer, type Outcome } from './read-answer.ts';

const TIME_OUT = 30_000;
/** A tap waits this long for its neighbours (its reasons, its undo) before it is sent, ms. */
const GATHER = 400;
/** Wait for a ledger that cannot be read, ms. */
const LEDGER_PAUSE = 5_000;
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
  readonly receive: (mark: number, compared?: Compared) => Outcomes<null>;
  readonly hear: (mark: number) => Outcomes<null>;
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
  /** What the centre answered to a heartbeat; called before anything else is sent. */
  readonly onBeaten: (answer: HeartbeatAnswer) => void;
};

export type UploadStatus = { readonly lastContactAt: number | null; readonly clockOffset: number | null; readonly fault: UploadFault | null };

/** Carries the ledger to the centre: one request in flight, always from the mark, nothing ever dropped. */
export class Uploader {
  readonly #needs: UploaderNeeds;
  #state: UploadState = FIRST_UPLOAD_STATE;
  #status: UploadStatus = { lastContactAt: null, clockOffset: null, fault: null };
  #running: Promise<void> | null = null;
  #cancelWake: (() => void) | null = null;
  #wakeAt = Number.POSITIVE_INFINITY;
  #stopped = true;
  #prunedAt = Number.NEGATIVE_INFINITY;

  constructor(needs: UploaderNeeds) {
    this.#needs = needs;
  }

  status(): UploadStatus {
    return this.#status;
  }

  /** Begins, also anew after an enrolment: then the old centre's refusals count no more. */
  start(): void {
    this.#stopped = false;
    this.#state = FIRST_UPLOAD_STATE;
    this.#wakeIn(0);
  }

  /** Something was appended. */
  wake(): void {
    this.#wakeIn(GATHER);
  }

  /** Staff asked: beats and sends at once, whatever the back-off says. Ends when that try has ended. */
  async sendNow(): Promise<void> {
    await this.#running;
    this.#state = { ...this.#state, notBefore: 0, beatDue: 0 };
    await this.#run();
  }

  /** Ends when the request in flight has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelWake?.();
    await this.#running;
  }

  #wakeIn(delay: number): void {
    const { clock, timers, log } = this.#needs;
    const at = clock.up() + delay;
    if (this.#stopped || at >= this.#wakeAt) return;
    this.#cancelWake?.();
    this.#wakeAt = at;
    this.#cancelWake = timers.after(delay, () => {
      this.#wakeAt = Number.POSITIVE_INFINITY;
      background(this.#runOrWake(), 'upload', log);
    });
  }

  #run(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** What breaks a try, a bug too, may not be the last thing that this kiosk ever does about its entries. */
  async #runOrWake(): Promise<void> {
    try {
      await this.#run();
    } catch (error: unknown) {
      this.#wakeIn(LEDGER_PAUSE);
      throw error;
    }
  }

  /** Beats and sends until there is nothing to do now; then sleeps until there is. */
  async #work(): Promise<void> {
    const { credentials, ledger, clock } = this.#needs;
    for (;;) {
      const pass = credentials();
      if (this.#stopped || pass === null) return;
      const known = ledger.state();
      // The ledger mends itself and wakes nobody; look again in a while.
      if (!known.ok) return this.#wakeIn(LEDGER_PAUSE);
      const action = decideNext(this.#state, clock.up(), known.value.head - known.value.mark);
      if (action.kind === 'wait') return this.#wakeIn(action.until - clock.up());
      const done = action.kind === 'beat' ? await this.#beat(pass) : await this.#send(action.count, pass);
      if (!done) return this.#wakeIn(LEDGER_PAUSE);
    }
  }

  /** False when the ledger could not say what to send. */
  async #beat(pass: Credentials): Promise<boolean> {
    const { ledger, clock, health } = this.#needs;
    const known = ledger.state();
    const made = known.ok ? ledger.madeByDay(HEARTBEAT_DAYS) : known;
    if (!known.ok || !made.ok) return false;
    const { stream, head, mark } = known.value;
    const report = await health();
    const sentAt = clock.up();
    const body: Heartbeat = { clock: this.#clockReading(), ledger: { stream, head, days: Object.fromEntries(made.value) }, health: report };
    const answer = await this.#post(HTTP_ROUTES.heartbeat.path, body, pass);
    const outcome = typeof answer === 'string' ? offline(answer) : readBeatAnswer(answer, clock.now());
    if (outcome.kind === 'beaten') this.#learnClock(outcome.now, sentAt);
    if (outcome.kind === 'too-much') this.#needs.log.warn('heartbeat.refused', { detail: outcome.detail });
    this.#settle(afterBeat(this.#state, outcome, this.#circumstances(mark)), outcome);
    if (outcome.kind !== 'beaten') return true;
    this.#needs.onBeaten(outcome);
    // A centre that was set back says so at once, not with the next tap, which may be made on another day or never.
    return outcome.received === undefined || ledger.hear(outcome.received).ok;
  }

  async #send(count: number, pass: Credentials): Promise<boolean> {
    const { ledger, clock, onChange } = this.#needs;
    const batch = ledger.takeBatch(count, BATCH_BYTES);
    if (!batch.ok || batch.value.entries.length === 0) return false;
    const { state, first, entries } = batch.value;
    const body: LedgerBatch = { stream: state.stream, first, clock: this.#clockReading(), compare: true, entries: [...entries] };
    const answer = await this.#post(HTTP_ROUTES.ledger.path, body, pass);
    const outcome = typeof answer === 'string' ? offline(answer) : readLedgerAnswer(answer, clock.now());
    const learnt = outcome.kind === 'received' ? ledger.receive(outcome.mark, comparedOf(outcome, first + entries.length - 1)) : success(null);
    this.#settle(afterBatch(this.#state, outcome, this.#circumstances(state.mark)), outcome);
    if (outcome.kind === 'received') onChange();
    return learnt.ok;
  }

  /** Only batches are large enough to be worth compressing; the wire allows it for them alone. */
  async #post(path: string, body: unknown, pass: Credentials): Promise<HttpAnswer | string> {
    const text = JSON.stringify(body);
    const isBatch = path === HTTP_ROUTES.ledger.path;
    try {
      return await this.#needs.http.send({
        method: 'POST',
        url: `${pass.centreUrl}${path}`,
        headers: {
          authorization: `Bearer ${pass.token}`,
          'content-type': 'application/json',
          ...(isBatch ? { 'content-encoding': 'gzip' } : {}),
        },
        body: isBatch ? await this.#needs.compress(text) : text,
        timeout: TIME_OUT,
      });
    } catch (error: unknown) {
      return tellError(error);
    }
  }

  #learnClock(centreNow: number, sentAt: number): void {
    const { clock, ledger, log } = this.#needs;
    const roundTrip = clock.up() - sentAt;
    if (roundTrip > CLOCK_ROUND_TRIP) return;
    const offset = Math.round(clock.now() - roundTrip / 2 - centreNow);
    this.#status = { ...this.#status, clockOffset: offset };
    ledger.learnOffset(offset);
    if (clock.up() - this.#prunedAt < PRUNE_EVERY) return;
    this.#prunedAt = clock.up();
    const pruned = ledger.prune();
    if (pruned.ok && pruned.value > 0) log.info('ledger.pruned', { entries: pruned.value });
  }

  #settle(next: UploadState, outcome: Outcome): void {
    const { clock, log, onChange } = this.#needs;
    const before = this.#state.fault;
    const reached = outcome.kind !== 'offline';
    const isNews = next.fault?.code !== before?.code || (reached && this.#status.lastContactAt === null);
    if (next.fault !== null && next.fault.code !== before?.code) log.warn('upload.fault', { ...next.fault, failures: next.failures });
    if (next.fault === null && before !== null) log.info('upload.mended', { code: before.code });
    this.#state = next;
    this.#status = { ...this.#status, fault: next.fault, lastContactAt: reached ? clock.now() : this.#status.lastContactAt };
    if (isNews) onChange();
  }

  #clockReading(): ClockReading {
    const { clock } = this.#needs;
    return { now: clock.now(), up: clock.up(), boot: clock.boot };
  }

  #circumstances(mark: number): Circumstances {
    return { up: this.#needs.clock.up(), random: this.#needs.random.fraction(), mark };
  }
}

function comparedOf({ same }: Extract<Outcome, { kind: 'received' }>, last: number): Compared | undefined {
  return same === undefined ? undefined : { same, last };
}

function offline(detail: string): Outcome {
  return { kind: 'offline', detail };
}
