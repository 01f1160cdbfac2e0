import { useEffect } from 'react';
import type { PictureBeat } from '../../session/picture-beat.ts';
import type { ClipPlayers } from './clip-players.ts';
import { shownItem } from './player-machine.ts';
import type { PlayerEvent, PlayerState } from './player-machine.ts';

/** The next clip is started this long before the shown one ends, so that its first frame is there in time, s. */
const HEAD_START_S = 0.6;
const STILL_PICTURE_MS = 2_000;
/** Looks lie a fifth of a second apart. After a longer gap the page itself stood still (the machine slept, or had no time for it). */
const GAP_MS = 1_000;

/** Moved many times a second, so no React state. `ranMs`: how long the shown item has run. */
export type Clocks = { frameAt: number; ranMs: number; lookedAt: number };

/** A new item is on the screen. */
export function restart(clocks: Clocks): void {
  clocks.frameAt = performance.now();
  clocks.ranMs = 0;
}

/** Looks whether the shown item is about to end, or its picture stands still. */
export function look(state: PlayerState, clocks: Clocks, slots: ClipPlayers, beat: PictureBeat, send: (event: PlayerEvent) => void): void {
  const now = performance.now();
  const gap = now - clocks.lookedAt;
  // Nobody knows how long a picture was on the screen meanwhile, and no frame could be drawn: neither is the clip's.
  if (gap > GAP_MS) clocks.frameAt = now;
  const passed = Math.min(gap, GAP_MS);
  clocks.lookedAt = now;
  if (state.paused) {
    clocks.frameAt = now;
    beat.stillUntil(now + STILL_PICTURE_MS);
    return;
  }
  clocks.ranMs += passed;
  const item = shownItem(state);
  const video = state.front === null ? null : slots[state.front].video;
  if (video === null) {
    const left = (item?.seconds ?? 0) * 1000 - clocks.ranMs;
    beat.stillUntil(now + Math.max(0, left));
    if (left <= 0) send({ kind: 'due' });
    if (state.next?.phase === 'starting' && left < -STILL_PICTURE_MS) send({ kind: 'stalled' });
    return;
  }
  if (video.ended || video.duration - video.currentTime < HEAD_START_S) send({ kind: 'due' });
  // A hidden page draws no frames; that is not the clip's fault.
  if (document.visibilityState === 'visible' && now - clocks.frameAt > STILL_PICTURE_MS) send({ kind: 'stalled' });
}

/** Counts the frames that reach the screen. */
export function useFrames(slots: ClipPlayers, clocks: Clocks, beat: PictureBeat): void {
  useEffect(() => {
    const stops = [slots.a, slots.b].map(({ video }) => watchFrames(video, clocks, beat));
    return () => {
      for (const stop of stops) stop();
    };
  }, [slots, clocks, beat]);
}

function watchFrames(video: HTMLVideoElement, clocks: Clocks, beat: PictureBeat): () => void {
  let handle = 0;
  const frame = (): void => {
    clocks.frameAt = performance.now();
    beat.frames(1);
    handle = video.requestVideoFrameCallback(frame);
  };
  handle = video.requestVideoFrameCallback(frame);
  return () => video.cancelVideoFrameCallback(handle);
}
