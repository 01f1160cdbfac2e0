import type { ErrorCode } from '#contract/errors.ts';
import type { ContentProgress } from '#contract/kiosk-channels.ts';
import type { ContentState } from '#contract/manifest.ts';
import { backOffDelay, type BackOffRule } from '#domain/back-off.ts';
import { background } from '../background.ts';
import type { Clock, Digest, Http, Log, Random, Timers } from '../ports.ts';
import type { KnownManifest } from './check-manifest.ts';
import type { ContentSets } from './content-sets.ts';
import { fetchManifest } from './fetch-manifest.ts';
import { FileLoader, type LoadNeeds, type LoadOutcome, type LoadPass } from './load-files.ts';
import { proveSet } from './prove-set.ts';
import { readRetryAfter } from './read-retry-after.ts';
import type { Trials } from './trials.ts';

const BACK_OFF: BackOffRule = { base: 1_000, cap: 5 * 60_000 };
/** What only staff can mend is tried again so slowly, ms. */
const STAFF_RETRY = 10 * 60_000;
/** How often it is looked whether the quiet hours have begun, ms. */
const LOOK_AT_HOUR = 60_000;
/** A stop waits no longer for a request in flight: what it wrote is safe as it is, ms. */
const STOP_PATIENCE = 1_000;

export type SyncNeeds = {
  readonly sets: ContentSets;
  readonly trials: Trials;
  readonly load: LoadNeeds;
  readonly http: Http;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly credentials: () => LoadPass | null;
  readonly contentKey: () => string | null;
  /** What stands in the way now, in place of what stood there before; null: nothing. */
  readonly onTrouble: (code: ErrorCode | null, detail: string) => void;
};

/** `idle`: nothing to do until something is heard. A number: again after so many ms. */
type Step = 'again' | 'idle' | number;

/** Follows the manifest that the centre names: fetches, verifies, loads, proves and switches. One step at a time, each safe to be the last. */
export class ContentSync {
  readonly #needs: SyncNeeds;
  #wanted: string | null = null;
  #loader: FileLoader | null = null;
  #waitsForQuietHours = false;
  #failures = 0;
  #running: Promise<void> | null = null;
  #cancelWake: (() => void) | null = null;
  #stopped = true;

  constructor(needs: SyncNeeds) {
    this.#needs = needs;
  }

  /** Goes on with what was being loaded when the kiosk went off; also after an enrolment. */
  async start(): Promise<void> {
    this.#stopped = false;
    const { sets, load, log } = this.#needs;
    // After an enrolment with another centre nothing of the old one is followed any more.
    [this.#wanted, this.#loader] = [null, null];
    try {
      await sets.tellNotices();
      const unfinished = await sets.unfinished();
      if (unfinished !== null) this.#loader = new FileLoader(load, unfinished);
    } catch (error: unknown) {
      log.error('content.unreadable', { detail: String(error) });
    }
    this.#wakeIn(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelWake?.();
    this.#needs.trials.cancel();
    if (this.#running === null) return;
    const patience = new Promise<void>((done) => void this.#needs.timers.after(STOP_PATIENCE, done));
    await Promise.race([this.#running, patience]);
  }

  /** A heartbeat's answer named a manifest; null: nothing is published for this kiosk, which keeps what it has. */
  hear(manifest: string | null): void {
    if (manifest === null || manifest === this.#wanted) return;
    this.#wanted = manifest;
    this.#failures = 0;
    if (this.#loader?.target.sha !== manifest) this.#needs.trials.cancel();
    this.#wakeIn(0);
  }

  state(): ContentState {
    const { current, rejected } = this.#needs.sets.pointer();
    const { loading } = this.#loadingNow();
    const unwelcome = rejected.find(({ manifest }) => manifest === this.#wanted);
    return { manifest: current?.manifest ?? null, loading, refused: (unwelcome ?? current)?.refused.slice(0, 50) ?? [] };
  }

  progress(): ContentProgress {
    const { since } = this.#loadingNow();
    return { state: this.state(), since: this.#needs.sets.pointer().current?.since ?? null, loadingSince: since, waitsForQuietHours: since !== null && this.#waitsForQuietHours };
  }

  #loadingNow(): { readonly loading: ContentState['loading']; readonly since: number | null } {
    if (this.#loader === null) return { loading: null, since: null };
    const { bytesDone, bytesTotal, since } = this.#loader.loading();
    return { loading: { manifest: this.#loader.target.sha, bytesDone, bytesTotal }, since };
  }

  #wakeIn(delay: number): void {
    if (this.#stopped) return;
    this.#cancelWake?.();
    this.#cancelWake = this.#needs.timers.after(delay, () => background(this.#run(), 'content sync', this.#needs.log));
  }

  #run(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    let step: Step = 'again';
    while (step === 'again' && !this.#stopped) {
      const wanted = this.#wanted;
      step = await this.#stepOrTrouble();
      // Something was heard meanwhile, and its wake found this work still running.
      if (wanted !== this.#wanted) step = 'again';
    }
    if (typeof step === 'number') this.#wakeIn(step);
  }

  async #stepOrTrouble(): Promise<Step> {
    try {
      return await this.#step();
    } catch (error: unknown) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#needs.log.error('content.sync-failed', { detail });
      return this.#meet({ code: 'CONTENT_DISK_FAILED', detail: error instanceof Error ? error.message : detail });
    }
  }

  async #step(): Promise<Step> {
    const [pass, contentKey] = [this.#needs.credentials(), this.#needs.contentKey()];
    if (pass === null || contentKey === null) return 'idle';
    if (this.#isNews()) return this.#learn(pass, contentKey);
    const loader = this.#loader;
    if (loader === null) return 'idle';
    const isWanted = (): boolean => !this.#stopped && (this.#wanted === null || this.#wanted === loader.target.sha);
    const outcome = await loader.run(pass, isWanted);
    return outcome.kind === 'whole' ? this.#take(loader, isWanted) : this.#afterLoad(loader, outcome);
  }

  #isNews(): boolean {
    const wanted = this.#wanted;
    if (wanted === null || wanted === this.#loader?.target.sha) return false;
    const { current, rejected } = this.#needs.sets.pointer();
    // What is in use and what was refused need no second look, but their notices are told by the manifest verified last.
    return this.#needs.sets.pointer().newest !== wanted || (wanted !== current?.manifest && !rejected.some(({ manifest }) => manifest === wanted));
  }

  async #learn(pass: LoadPass, contentKey: string): Promise<Step> {
    const { sets, http, digest } = this.#needs;
    const held = await sets.newest();
    const outcome = await fetchManifest({ ...pass, http, digest, contentKey, floor: sets.floor(contentKey), held: held?.sha ?? null });
    switch (outcome.kind) {
      case 'manifest':
        await sets.accept(outcome.known, contentKey);
        return this.#follow(outcome.known);
      case 'same':
        return held === null ? 'idle' : this.#follow(held);
      case 'none':
        return 'idle';
      case 'cut':
        return this.#meet({ code: 'CONTENT_OFFLINE', detail: outcome.detail, retryAfter: outcome.retryAfter });
      case 'refused':
        return this.#meet(outcome);
    }
  }

  /** The verified manifest is the one to load, unless its set is in use or was refused before. */
  #follow(known: KnownManifest): Step {
    this.#wanted = known.sha;
    this.#failures = 0;
    const { current, rejected } = this.#needs.sets.pointer();
    const isDone = current?.manifest === known.sha || rejected.some(({ manifest }) => manifest === known.sha);
    this.#loader = isDone ? null : new FileLoader(this.#needs.load, known);
    if (isDone) this.#needs.onTrouble(null, '');
    return isDone ? 'idle' : 'again';
  }

  #afterLoad(loader: FileLoader, outcome: Exclude<LoadOutcome, { kind: 'whole' }>): Step {
    this.#waitsForQuietHours = outcome.kind === 'quiet-hours';
    if (loader.takeNews()) this.#failures = 0;
    switch (outcome.kind) {
      case 'stopped':
        return this.#stopped ? 'idle' : 'again';
      case 'quiet-hours':
        this.#needs.onTrouble(null, '');
        return LOOK_AT_HOUR;
      case 'trouble':
        return this.#meet(outcome);
    }
  }

  async #take(loader: FileLoader, isWanted: () => boolean): Promise<Step> {
    const { sets, trials, load, onTrouble } = this.#needs;
    this.#waitsForQuietHours = false;
    const inUse = await sets.filesInUse();
    const set = await proveSet({ blobs: load.blobs, shipped: load.shipped, trials, inUse, isWanted }, loader.target, loader.refused());
    if (set.ok && set.value === null) return this.#stopped ? 'idle' : 'again';
    this.#loader = null;
    if (!set.ok) {
      await sets.reject(loader.target, set.error.message);
      onTrouble('CONTENT_INVALID', set.error.message);
      return 'idle';
    }
    if (set.value !== null) await sets.switchTo(set.value);
    const [refused] = set.value?.refused ?? [];
    onTrouble(refused === undefined ? null : 'CONTENT_FILE_REFUSED', refused === undefined ? '' : `${refused.path}: ${refused.reason}`);
    return 'idle';
  }

  /** Says what is wrong and when to try again. */
  #meet({ code, detail, retryAfter }: { readonly code: ErrorCode; readonly detail: string; readonly retryAfter?: string | undefined }): Step {
    const { log, onTrouble, random, clock } = this.#needs;
    log.warn('content.trouble', { code, detail });
    onTrouble(code, detail);
    this.#failures += 1;
    const jitter = random.fraction();
    const isForStaff = code !== 'CONTENT_OFFLINE' && code !== 'CONTENT_FILE_WRONG' && code !== 'CONTENT_FILE_MISSING';
    return isForStaff ? STAFF_RETRY + Math.round(STAFF_RETRY * jitter) : backOffDelay(BACK_OFF, this.#failures, readRetryAfter(retryAfter, clock.now()), jitter);
  }
}
