import type { Clock, Log, Timers } from '../ports.ts';
import { decideSilence, SILENCE_LIMIT, type SilenceState } from './decide-silence.ts';

export type PageBeat = { readonly framesShown: number; readonly pictureMoving: boolean };

const CHECK_EVERY = SILENCE_LIMIT / 3;

export type PageWatchNeeds = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly reload: () => void;
  readonly onSilent: () => void;
  readonly onAlive: () => void;
  /** Somebody began or ended to use the page. */
  readonly onUse: () => void;
};

/** Sees that the page's picture moves, from the beats it sends every 10 s (promise 9). */
export class PageWatch {
  readonly #needs: PageWatchNeeds;
  #connections = 0;
  #frames = 0;
  #moving = false;
  #restarts = 0;
  #cancel: (() => void) | null = null;
  #state: SilenceState;
  #inUse = false;

  constructor(needs: PageWatchNeeds) {
    this.#needs = needs;
    this.#state = { lastSign: needs.clock.up(), reloads: 0 };
  }

  start(): void {
    this.#cancel ??= this.#needs.timers.after(CHECK_EVERY, () => this.#check());
  }

  stop(): void {
    this.#cancel?.();
  }

  /** A page listens to notices; the returned function says that it went. */
  connect(): () => void {
    this.#connections += 1;
    // The reload count stays: a page that comes back only to fall silent again is a fault.
    this.#state = { ...this.#state, lastSign: this.#needs.clock.up() };
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      this.#connections -= 1;
      if (this.#connections === 0) this.setInUse(false);
    };
  }

  beat(beat: PageBeat): void {
    this.#state = { lastSign: this.#needs.clock.up(), reloads: 0 };
    this.#frames += beat.framesShown;
    this.#moving = beat.pictureMoving;
    this.#needs.onAlive();
  }

  /** The page says that somebody uses it, or no longer does. */
  setInUse(inUse: boolean): void {
    if (inUse === this.#inUse) return;
    this.#inUse = inUse;
    this.#needs.onUse();
  }

  /** Somebody uses the page. False without a page. */
  isInUse(): boolean {
    return this.#inUse;
  }

  /** A page is there and listens. */
  isOpen(): boolean {
    return this.#connections > 0;
  }

  addRestart(): void {
    this.#restarts += 1;
  }

  /** What was seen since the last call; counts frames once. */
  take(): { readonly framesShown: number; readonly pictureMoving: boolean; readonly pageOpen: boolean; readonly rendererRestarts: number } {
    const pageOpen = this.isOpen();
    const taken = { framesShown: this.#frames, pictureMoving: this.#moving && pageOpen, pageOpen, rendererRestarts: this.#restarts };
    this.#frames = 0;
    return taken;
  }

  #check(): void {
    const { clock, timers, log, reload, onSilent } = this.#needs;
    const next = decideSilence(this.#state, clock.up(), this.#connections > 0);
    this.#state = next.state;
    if (next.action !== 'none') {
      this.#moving = false;
      this.#restarts += 1;
      log.warn('page.silent', { action: next.action });
      reload();
    }
    if (next.action === 'fault') onSilent();
    this.#cancel = timers.after(CHECK_EVERY, () => this.#check());
  }
}
