import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Language, PlaylistItem } from '#contract/content-pack.ts';
import type { Player } from './use-player.ts';
import type { Slot } from './player-machine.ts';
import { dropTracks, failureOf, isLeaving } from './video-slot.ts';

type VideoPairProps = { readonly player: Player; readonly mediaBase: string; readonly language: Language; readonly onCaption: (text: string) => void };

/** Exactly two <video> elements for the whole life of the page; the hidden one loads the next clip. */
export function VideoPair({ player, mediaBase, language, onCaption }: VideoPairProps): ReactElement {
  return (
    <>
      {(['a', 'b'] as const).map((slot) => (
        <VideoSlot key={slot} slot={slot} player={player} mediaBase={mediaBase} language={language} onCaption={onCaption} />
      ))}
    </>
  );
}

function VideoSlot({ slot, player, mediaBase, language, onCaption }: VideoPairProps & { readonly slot: Slot }): ReactElement {
  const [track, setTrack] = useState<HTMLTrackElement | null>(null);
  const front = player.state.front === slot;
  const item = player.items.find((one) => one.id === player.held[slot]);
  const captions = captionsOf(item, language);

  useEffect(() => {
    if (track === null || !front) return undefined;
    // Read here and drawn on our own plate, in the size of the profile (E089).
    track.track.mode = 'hidden';
    const show = (): void => onCaption(cueText(track.track));
    track.track.addEventListener('cuechange', show);
    show();
    return () => {
      track.track.removeEventListener('cuechange', show);
      onCaption('');
    };
  }, [track, front, captions, onCaption]);

  useEffect(() => {
    const video = player.slots[slot].current;
    return () => {
      if (video !== null && !video.isConnected) dropTracks(video);
    };
  }, [player.slots, slot]);

  return (
    <video
      ref={player.slots[slot]}
      className={front ? 'attract-video is-front' : 'attract-video'}
      muted
      playsInline
      preload="auto"
      disablePictureInPicture
      tabIndex={-1}
      aria-hidden
      onCanPlay={() => player.send({ kind: 'ready', slot })}
      onPlaying={() => player.send({ kind: 'playing', slot })}
      onError={(event) => {
        // Removing the source is not a failure.
        if (event.currentTarget.hasAttribute('src') && !isLeaving(event.currentTarget)) player.send({ kind: 'failed', slot, reason: failureOf(event.currentTarget) });
      }}
    >
      {captions === null ? null : <track key={captions} ref={setTrack} kind="captions" srcLang={language} src={mediaBase + captions} default />}
    </video>
  );
}

function captionsOf(item: PlaylistItem | undefined, language: Language): string | null {
  return item?.kind === 'clip' ? item.captions[language] : null;
}

function cueText(track: TextTrack): string {
  const lines = [...(track.activeCues ?? [])].map((cue) => (cue instanceof VTTCue ? cue.text : ''));
  // Marks such as <v Speaker> are for players that draw cues themselves.
  return lines.join('\n').replace(/<[^>]*>/g, '');
}
