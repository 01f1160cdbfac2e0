import type { KioskApi } from '#contract/kiosk-api.ts';
import type { PageClock } from './clock.ts';
import type { PictureBeat } from './picture-beat.ts';
import type { SessionState } from './state.ts';

const BEAT_MS = 10_000;

export type WatchdogPorts = {
  readonly api: KioskApi;
  readonly clock: PageClock;
  readonly pictures: PictureBeat;
  readonly state: () => SessionState;
  /** Calls back when the browser has drawn a frame. */
  readonly nextFrame: (drawn: () => void) => void;
};

/**
 * Tells the host every 10 s that the picture is alive. On the loop the player's own count decides; on
 * every other screen the citizen moves it, and it is enough that the browser still draws.
 */
export function startWatchdog({ api, clock, pictures, state, nextFrame }: WatchdogPorts): () => void {
  let cancel: (() => void) | null = null;
  let stopped = false;
  let drawn = 0;
  const beat = (): void => {
    const taken = pictures.take(clock.moment().up);
    const isLoop = state().screen.kind === 'attract';
    const framesShown = taken.framesShown + drawn;
    const pictureMoving = drawn > 0 && (taken.pictureMoving || !isLoop);
    drawn = 0;
    nextFrame(() => {
      drawn += 1;
    });
    // A beat that is lost is missed by the host, which is the point of it.
    void api.call('beat', { framesShown, pictureMoving }).finally(() => {
      if (!stopped) cancel = clock.after(BEAT_MS, beat);
    });
  };
  nextFrame(() => {
    drawn += 1;
  });
  cancel = clock.after(BEAT_MS, beat);
  return () => {
    stopped = true;
    cancel?.();
  };
}
