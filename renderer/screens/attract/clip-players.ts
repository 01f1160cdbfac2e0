import { createContext, useContext } from 'react';
import type { Slot } from './player-machine.ts';

/** A `<video>` and the one `<track>` in it: made together, kept together, used again for every clip. */
export type ClipPlayer = { readonly video: HTMLVideoElement; readonly track: HTMLTrackElement };
export type ClipPlayers = Readonly<Record<Slot, ClipPlayer>>;

/**
 * The two players of the page, to be made once for its whole life; the waiting screen borrows them while it is shown.
 * Chromium's style engine keeps every text track that was ever in a page, and with it the elements around it: a track
 * a clip is a leak (docs/reliability.md).
 */
export function createClipPlayers(page: Document): ClipPlayers {
  return { a: createClipPlayer(page), b: createClipPlayer(page) };
}

function createClipPlayer(page: Document): ClipPlayer {
  const video = page.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.preload = 'auto';
  video.disablePictureInPicture = true;
  video.tabIndex = -1;
  video.ariaHidden = 'true';
  const track = page.createElement('track');
  track.kind = 'captions';
  video.append(track);
  // Loaded but not drawn: the loop draws captions on its own plate, in the size of the profile (E089).
  track.track.mode = 'hidden';
  return { video, track };
}

/** What the `<track>` holds is given up for another file's captions; the same file is not read again. */
export function loadCaptions({ track }: ClipPlayer, src: string, language: string): void {
  track.srclang = language;
  if (track.getAttribute('src') !== src) track.src = src;
}

/** What is said now. */
export function captionOf({ track }: ClipPlayer): string {
  const lines = [...(track.track.activeCues ?? [])].map((cue) => (cue instanceof VTTCue ? cue.text : ''));
  // Marks such as <v Speaker> are for players that draw cues themselves.
  return lines.join('\n').replace(/<[^>]*>/g, '');
}

export const ClipPlayersContext = createContext<ClipPlayers | null>(null);

export function useClipPlayers(): ClipPlayers {
  const players = useContext(ClipPlayersContext);
  if (players === null) throw new Error('The loop was drawn outside ClipPlayersContext');
  return players;
}
