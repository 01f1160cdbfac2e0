import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactElement, RefObject } from 'react';
import type { Language, PlaylistItem } from '#contract/content-pack.ts';
import { captionOf, loadCaptions, type ClipPlayer } from './clip-players.ts';
import type { Player } from './use-player.ts';
import type { Slot } from './player-machine.ts';
import { failureOf, isLeaving } from './video-slot.ts';

type VideoPairProps = { readonly player: Player; readonly mediaBase: string; readonly language: Language; readonly onCaption: (text: string) => void };

/** Where the page's two `<video>` elements stay while the loop plays; the hidden one loads the next clip. */
export function VideoPair(props: VideoPairProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useSlot('a', place, props);
  useSlot('b', place, props);
  return <div ref={place} />;
}

function useSlot(slot: Slot, place: RefObject<HTMLDivElement | null>, { player, mediaBase, language, onCaption }: VideoPairProps): void {
  const held = player.slots[slot];
  const { send } = player;
  const isFront = player.state.front === slot;
  const captions = captionsOf(player.items.find((one) => one.id === player.held[slot]), language);

  useLayoutEffect(() => {
    place.current?.append(held.video);
    return () => held.video.remove();
  }, [place, held]);

  useLayoutEffect(() => {
    held.video.className = isFront ? 'attract-video is-front' : 'attract-video';
  }, [held, isFront]);

  useEffect(() => listenTo(held.video, slot, send), [held, slot, send]);

  useEffect(() => {
    if (captions !== null) loadCaptions(held, mediaBase + captions, language);
  }, [held, captions, mediaBase, language]);

  useEffect(() => (isFront ? showCaptions(held, onCaption) : undefined), [held, isFront, captions, onCaption]);
}

function listenTo(video: HTMLVideoElement, slot: Slot, send: Player['send']): () => void {
  const over = new AbortController();
  const { signal } = over;
  video.addEventListener('canplay', () => send({ kind: 'ready', slot }), { signal });
  video.addEventListener('playing', () => send({ kind: 'playing', slot }), { signal });
  video.addEventListener(
    'error',
    () => {
      // Removing the source is not a failure.
      if (video.hasAttribute('src') && !isLeaving(video)) send({ kind: 'failed', slot, reason: failureOf(video) });
    },
    { signal },
  );
  return () => over.abort();
}

function showCaptions(held: ClipPlayer, onCaption: (text: string) => void): () => void {
  const show = (): void => onCaption(captionOf(held));
  held.track.track.addEventListener('cuechange', show);
  show();
  return () => {
    held.track.track.removeEventListener('cuechange', show);
    onCaption('');
  };
}

function captionsOf(item: PlaylistItem | undefined, language: Language): string | null {
  return item?.kind === 'clip' ? item.captions[language] : null;
}
