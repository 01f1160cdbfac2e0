import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ContentPack, PlaylistItem } from '#contract/content-pack.ts';
import type { ScreenShape } from '#domain/screen-profile.ts';
import { usePictureBeat, useSend, useSession } from '../../session/session-context.ts';
import type { Session } from '../../session/session-context.ts';
import { useWall } from '../../session/use-wall.ts';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { BUILT_IN_SLIDES } from './built-in-slides.ts';
import { useClipPlayers, type ClipPlayers } from './clip-players.ts';
import { failedClips, rememberFailedClip } from './failed-clips.ts';
import { createPlayer, shownItem, stepPlayer, usableItems } from './player-machine.ts';
import type { PlayerEffect, PlayerEvent, PlayerState, Slot } from './player-machine.ts';
import { restingItems } from './resting-items.ts';
import { loadClip, playVideo, retireVideo } from './video-slot.ts';
import { look, restart, useFrames } from './watch-loop.ts';
import type { Clocks } from './watch-loop.ts';

/** How often the loop looks at its clocks, ms. */
const LOOK_MS = 200;

export type Player = {
  readonly state: PlayerState;
  readonly shown: PlaylistItem | null;
  /** Items of the list in use. */
  readonly items: readonly PlaylistItem[];
  /** Those of them that are due, and the shown one: the progress segments. */
  readonly due: readonly PlaylistItem[];
  readonly slots: ClipPlayers;
  /** Item ids that the slots hold, for their captions. */
  readonly held: Readonly<Record<Slot, string | null>>;
  /** 0 … 1, read by the progress segment as often as it likes. */
  readonly progress: () => number;
  readonly send: (event: PlayerEvent) => void;
};

/** Runs the loop: the pure player, two <video> elements, one clock. */
export function usePlayer(shape: ScreenShape): Player {
  const pack = useSession((state) => state.kiosk.pack);
  const mediaBase = useSession((state) => state.kiosk.boot?.mediaBase ?? '');
  const zone = useSession((state) => state.kiosk.boot?.servicePoint?.timezone ?? DEFAULT_TIME_ZONE);
  const report = useSend();
  const beat = usePictureBeat();
  const slots = useClipPlayers();
  const playlist = useMemo(() => playlistOf(pack), [pack]);
  const wall = useWall();
  const [state, setState] = useState(() => createPlayer(playlist, BUILT_IN_SLIDES, failedClips(pack), restingItems(playlist, wall(), zone)));
  const [held, setHeld] = useState<Readonly<Record<Slot, string | null>>>({ a: null, b: null });
  const current = useRef(state);
  const clocks = useRef<Clocks>({ frameAt: 0, ranMs: 0, lookedAt: 0 });

  const run = useCallback(
    (effect: PlayerEffect, send: (event: PlayerEvent) => void) => {
      const item = 'id' in effect ? [...playlist, ...BUILT_IN_SLIDES].find((one) => one.id === effect.id) : undefined;
      if (!('slot' in effect)) return reportEffect(effect, { pack, report, ranMs: clocks.current.ranMs });
      const { video } = slots[effect.slot];
      if (effect.kind === 'hold') video.pause();
      if (effect.kind === 'retire') retireVideo(video);
      if (effect.kind === 'play') playVideo(video, (reason) => send({ kind: 'failed', slot: effect.slot, reason }));
      if (effect.kind === 'load' && item?.kind === 'clip') loadClip(video, shape === 'portrait' ? item.tall : item.wide, mediaBase);
      if (effect.kind === 'load' || effect.kind === 'retire') setHeld((before) => ({ ...before, [effect.slot]: effect.kind === 'load' ? effect.id : null }));
    },
    [playlist, slots, shape, mediaBase, pack, report],
  );

  const send = useCallback(
    (event: PlayerEvent) => {
      const before = current.current;
      const { state: next, effects } = stepPlayer(before, event);
      current.current = next;
      for (const effect of effects) run(effect, send);
      keepTime(clocks.current, event, effects, next.at !== before.at || next.front !== before.front);
      setState(next);
    },
    [run],
  );

  useEffect(() => {
    current.current = createPlayer(playlist, BUILT_IN_SLIDES, failedClips(pack), restingItems(playlist, wall(), zone));
    const now = clocks.current;
    now.lookedAt = performance.now();
    restart(now);
    send({ kind: 'start' });
    const onNewRest = watchSchedule({ playlist, zone, wall }, (ids) => send({ kind: 'rest', ids }));
    const timer = setInterval(() => {
      onNewRest(current.current.resting);
      look(current.current, now, slots, beat, send);
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      for (const { video } of [slots.a, slots.b]) retireVideo(video);
    };
  }, [playlist, pack, zone, wall, slots, beat, send]);

  useFrames(slots, clocks.current, beat);
  return { state, ...itemsOf(state, playlist), slots, held, progress: () => progressOf(state, clocks.current), send };
}

type Schedule = { readonly playlist: readonly PlaylistItem[]; readonly zone: string; readonly wall: () => number };

function keepTime(clocks: Clocks, event: PlayerEvent, effects: readonly PlayerEffect[], isOther: boolean): void {
  // Whatever takes the place of a clip that broke has its own time to show a first frame.
  if (event.kind === 'failed' || event.kind === 'stalled') clocks.frameAt = performance.now();
  if (isOther || effects.some((effect) => effect.kind === 'played')) restart(clocks);
}

/** A schedule changes at a minute; a clock that is set anew changes the minute too. */
function watchSchedule({ playlist, zone, wall }: Schedule, onChange: (ids: readonly string[]) => void): (resting: readonly string[]) => void {
  let lookedIn = minuteOf(wall());
  return (resting) => {
    const now = wall();
    if (minuteOf(now) === lookedIn) return;
    lookedIn = minuteOf(now);
    const ids = restingItems(playlist, now, zone);
    if (!isSame(ids, resting)) onChange(ids);
  };
}

function minuteOf(wall: number): number {
  return Math.floor(wall / 60_000);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}

function itemsOf(state: PlayerState, playlist: readonly PlaylistItem[]): Pick<Player, 'items' | 'due' | 'shown'> {
  const isList = usableItems(state) === state.items;
  const items = isList ? playlist : BUILT_IN_SLIDES;
  const shown = items.find((item) => item.id === shownItem(state)?.id) ?? null;
  return { items, shown, due: items.filter((item) => item === shown || !isList || !state.resting.includes(item.id)) };
}

function progressOf(state: PlayerState, clocks: Clocks): number {
  const seconds = shownItem(state)?.seconds ?? 0;
  return seconds === 0 ? 0 : Math.min(1, clocks.ranMs / 1000 / seconds);
}

function playlistOf(pack: ContentPack | null): readonly PlaylistItem[] {
  return pack?.playlist.items ?? [];
}

type Reporting = { readonly pack: ContentPack | null; readonly report: Session['send']; readonly ranMs: number };

function reportEffect(effect: Exclude<PlayerEffect, { slot: Slot }>, { pack, report, ranMs }: Reporting): void {
  if (effect.kind === 'reload') report({ kind: 'notice', notice: { kind: 'reload' } });
  if (effect.kind === 'played') report({ kind: 'clip-played', clip: effect.id, seconds: Math.round(ranMs / 100) / 10 });
  if (effect.kind !== 'report') return;
  rememberFailedClip(pack, effect.id);
  report({ kind: 'clip-failed', clip: effect.id, reason: effect.reason.slice(0, 200) });
}
