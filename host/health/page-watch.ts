import type { Clock, Log, Timers } from '../ports.ts';
import { decideSilence, SILENCE_LIMIT, type SilenceState } from './decide-silence.ts';

export type PageBeat = { readonly framesShown: number; readonly pictureMoving: boolean };
export type PageWatch = ReturnType<typeof createPageWatch>;

const CHECK_EVERY = SILENCE_LIMIT / 3;

/** Sees that the page's picture moves, from the beats it sends every 10 s (promise 9). */
export function createPageWatch(needs: {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly reload: () => void;
  readonly onSilent: () => void;
  readonly onAlive: () => void;
}) {
  const { clock, timers, log } = needs;
  let connections = 0;
  let frames = 0;
  let moving = false;
  let restarts = 0;
  let cancel: (() => void) | null = null;
  let state: SilenceState = { lastSign: clock.up(), reloads: 0 };

  const check = (): void => {
    const next = decideSilence(state, clock.up(), connections > 0);
    state = next.state;
    if (next.action !== 'none') {
      moving = false;
      restarts += 1;
      log.warn('page.silent', { action: next.action });
      needs.reload();
    }
    if (next.action === 'fault') needs.onSilent();
    cancel = timers.after(CHECK_EVERY, check);
  };

  return {
    start: (): void => {
      cancel ??= timers.after(CHECK_EVERY, check);
    },
    stop: (): void => cancel?.(),
    /** A page listens to notices; the returned function says that it went. */
    connect: (): (() => void) => {
      connections += 1;
      // The reload count stays: a page that comes back only to fall silent again is a fault.
      state = { ...state, lastSign: clock.up() };
      let gone = false;
      return () => {
        if (gone) return;
        gone = true;
        connections -= 1;
      };
    },
    beat: (beat: PageBeat): void => {
      state = { lastSign: clock.up(), reloads: 0 };
      frames += beat.framesShown;
      moving = beat.pictureMoving;
      needs.onAlive();
    },
    addRestart: (): void => {
      restarts += 1;
    },
    /** What was seen since the last call; counts frames once. */
    take: (): { readonly framesShown: number; readonly pictureMoving: boolean; readonly rendererRestarts: number } => {
      const taken = { framesShown: frames, pictureMoving: moving && connections > 0, rendererRestarts: restarts };
      frames = 0;
      return taken;
    },
  };
}
