import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { ContentPack, PlaylistItem } from '#contract/content-pack.ts';
import type { ScreenShape } from '#domain/screen-profile.ts';
import { usePictureBeat, useSend, useSession } from '../../session/session-context.ts';
import type { Session } from '../../session/session-context.ts';
import { BUILT_IN_SLIDES } from './built-in-slides.ts';
import { failedClips, rememberFailedClip } from './failed-clips.ts';
import { createPlayer, shownItem, stepPlayer } from './player-machine.ts';
import type { PlayerEffect, PlayerEvent, PlayerState, Slot } from './player-machine.ts';
import { loadClip, playVideo, retireVideo } from './video-slot.ts';

/** How often the loop looks at its clocks, ms. */
const LOOK_MS = 200;
/** The next clip is started this long before the shown one ends, so that its first frame is there in time, s. */
const HEAD_START_S = 0.6;
const STILL_PICTURE_MS = 2_000;

export type Player = {
  readonly state: PlayerState;
  readonly shown: PlaylistItem | null;
  /** Items of the list in use, for the progress segments. */
  readonly items: readonly PlaylistItem[];
  readonly slots: Readonly<Record<Slot, RefObject<HTMLVideoElement | null>>>;
  /** Item ids that the slots hold, for their captions. */
  readonly held: Readonly<Record<Slot, string | null>>;
  /** 0 … 1, read by the progress segment as often as it likes. */
  readonly progress: () => number;
  readonly send: (event: PlayerEvent) => void;
};

/** Moved many times a second, so no React state. `ranMs`: how long the shown item has run. */
type Clocks = { frameAt: number; ranMs: number; lookedAt: number };

/** Runs the loop: the pure player, two <video> elements, one clock. */
export function usePlayer(shape: ScreenShape): Player {
  const pack = useSession((state) => state.kiosk.pack);
  const mediaBase = useSession((state) => state.kiosk.boot?.mediaBase ?? '');
  const report = useSend();
  const beat = usePictureBeat();
  const a = useRef<HTMLVideoElement>(null);
  const b = useRef<HTMLVideoElement>(null);
  const slots = useMemo(() => ({ a, b }), []);
  const playlist = useMemo(() => playlistOf(pack), [pack]);
  const [state, setState] = useState(() => createPlayer(playlist, BUILT_IN_SLIDES, failedClips(pack)));
  const [held, setHeld] = useState<Readonly<Record<Slot, string | null>>>({ a: null, b: null });
  const current = useRef(state);
  const clocks = useRef<Clocks>({ frameAt: 0, ranMs: 0, lookedAt: 0 });

  const run = useCallback(
    (effect: PlayerEffect, send: (event: PlayerEvent) => void) => {
      const item = 'id' in effect ? [...playlist, ...BUILT_IN_SLIDES].find((one) => one.id === effect.id) : undefined;
      if ('slot' in effect) {
        const video = slots[effect.slot].current;
        if (video === null) return;
        if (effect.kind === 'hold') video.pause();
        if (effect.kind === 'retire') retireVideo(video);
        if (effect.kind === 'play') playVideo(video, (reason) => send({ kind: 'failed', slot: effect.slot, reason }));
        if (effect.kind === 'load' && item?.kind === 'clip') loadClip(video, shape === 'portrait' ? item.tall : item.wide, mediaBase);
        if (effect.kind === 'load' || effect.kind === 'retire') setHeld((before) => ({ ...before, [effect.slot]: effect.kind === 'load' ? effect.id : null }));
        return;
      }
      reportEffect(effect, { pack, report, ranMs: clocks.current.ranMs });
    },
    [playlist, slots, shape, mediaBase, pack, report],
  );

  const send = useCallback(
    (event: PlayerEvent) => {
      const before = current.current;
      const { state: next, effects } = stepPlayer(before, event);
      current.current = next;
      for (const effect of effects) run(effect, send);
      if (next.at !== before.at || next.front !== before.front || effects.some((effect) => effect.kind === 'played')) restart(clocks.current);
      setState(next);
    },
    [run],
  );

  useEffect(() => {
    current.current = createPlayer(playlist, BUILT_IN_SLIDES, failedClips(pack));
    const now = clocks.current;
    now.lookedAt = performance.now();
    restart(now);
    send({ kind: 'start' });
    const timer = setInterval(() => look(current.current, now, slots, beat, send), LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const slot of [a, b]) if (slot.current !== null) retireVideo(slot.current);
    };
  }, [playlist, pack, slots, beat, send]);

  useFrames(slots, clocks.current, beat);
  const items = state.items.some((item) => !state.failed.includes(item.id)) ? playlist : BUILT_IN_SLIDES;
  const shown = shownItem(state);
  return {
    state,
    shown: items.find((item) => item.id === shown?.id) ?? null,
    items,
    slots,
    held,
    progress: () => (shown === null ? 0 : Math.min(1, clocks.current.ranMs / 1000 / shown.seconds)),
    send,
  };
}

function playlistOf(pack: ContentPack | null): readonly PlaylistItem[] {
  return pack?.playlist.items ?? [];
}

function restart(clocks: Clocks): void {
  clocks.frameAt = performance.now();
  clocks.ranMs = 0;
}

type Reporting = { readonly pack: ContentPack | null; readonly report: Session['send']; readonly ranMs: number };

function reportEffect(effect: Exclude<PlayerEffect, { slot: Slot }>, { pack, report, ranMs }: Reporting): void {
  if (effect.kind === 'reload') report({ kind: 'notice', notice: { kind: 'reload' } });
  if (effect.kind === 'played') report({ kind: 'clip-played', clip: effect.id, seconds: Math.round(ranMs / 100) / 10 });
  if (effect.kind !== 'report') return;
  rememberFailedClip(pack, effect.id);
  report({ kind: 'clip-failed', clip: effect.id, reason: effect.reason.slice(0, 200) });
}

/** Looks whether the shown item is about to end, or its picture stands still. */
function look(state: PlayerState, clocks: Clocks, slots: Player['slots'], beat: Session['pictures'], send: (event: PlayerEvent) => void): void {
  const now = performance.now();
  const passed = now - clocks.lookedAt;
  clocks.lookedAt = now;
  if (state.paused) {
    clocks.frameAt = now;
    beat.stillUntil(now + STILL_PICTURE_MS);
    return;
  }
  clocks.ranMs += passed;
  const item = shownItem(state);
  const video = state.front === null ? null : slots[state.front].current;
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
function useFrames(slots: Player['slots'], clocks: Clocks, beat: Session['pictures']): void {
  useEffect(() => {
    const stops = [slots.a.current, slots.b.current].flatMap((video) => (video === null ? [] : [watchFrames(video, clocks, beat)]));
    return () => {
      for (const stop of stops) stop();
    };
  }, [slots, clocks, beat]);
}

function watchFrames(video: HTMLVideoElement, clocks: Clocks, beat: Session['pictures']): () => void {
  let handle = 0;
  const frame = (): void => {
    clocks.frameAt = performance.now();
    beat.frames(1);
    handle = video.requestVideoFrameCallback(frame);
  };
  handle = video.requestVideoFrameCallback(frame);
  return () => video.cancelVideoFrameCallback(handle);
}
