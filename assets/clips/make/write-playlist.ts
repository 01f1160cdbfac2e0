import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Value } from 'typebox/value';
import { Playlist, type ClipFile, type PlaylistItem } from '#contract/content-pack.ts';
import { secondsOf, type ClipText } from '../text/clip-text.ts';
import { PACK_SIZES, type ClipSize } from './options.ts';

/** The playlist's entry of a clip: its files lie in `clips/`. */
export function clipItem(text: ClipText): PlaylistItem {
  const [tall, wide] = PACK_SIZES;
  if (tall === undefined || wide === undefined) throw new Error('the pack has two shapes');
  return {
    kind: 'clip',
    id: text.id,
    title: text.title,
    description: text.description,
    seconds: secondsOf(text),
    tall: clipFile(text, tall),
    wide: clipFile(text, wide),
    captions: { vi: `clips/${text.id}.vi.vtt`, en: `clips/${text.id}.en.vtt` },
    ...(text.guide === undefined ? {} : { guide: text.guide }),
    ...(text.schedule === undefined ? {} : { schedule: text.schedule }),
  };
}

function clipFile(text: ClipText, size: ClipSize): ClipFile {
  const name = `clips/${text.id}-${size.name}`;
  return {
    sources: [
      { path: `${name}.webm`, type: 'video/webm; codecs="vp09.00.40.08"' },
      { path: `${name}.mp4`, type: 'video/mp4; codecs="avc1.640028"' },
    ],
    poster: `${name}.webp`,
    width: size.width,
    height: size.height,
  };
}

/** A new clip goes before the first other item that has no clip before it; a clip that is already in the loop keeps its place. */
export function withClips(items: readonly PlaylistItem[], clips: readonly PlaylistItem[]): readonly PlaylistItem[] {
  const known = new Set(items.map(({ id }) => id));
  const kept = items.map((item) => clips.find(({ id }) => id === item.id) ?? item);
  return clips.filter(({ id }) => !known.has(id)).reduce(insertClip, kept);
}

function insertClip(items: readonly PlaylistItem[], clip: PlaylistItem): readonly PlaylistItem[] {
  const found = items.findIndex((item, i) => item.kind !== 'clip' && items[i - 1]?.kind !== 'clip');
  const at = found === -1 ? items.length : found;
  return [...items.slice(0, at), clip, ...items.slice(at)];
}

/** Reads a playlist. @throws when it is not one. */
export const readPlaylist = (file: string): readonly PlaylistItem[] => Value.Parse(Playlist, JSON.parse(readFileSync(file, 'utf8'))).items;

/** Puts one item into the playlist: in its place when it is there already, else as a new clip. */
export function addToPlaylist(file: string, item: PlaylistItem): void {
  writeFileSync(file, `${JSON.stringify({ items: withClips(readPlaylist(file), [item]) }, null, 2)}\n`);
}

/** Puts every clip whose files are there into playlist.json. @throws when the playlist is not one. */
export function writePlaylist(file: string, texts: readonly ClipText[]): void {
  const pack = dirname(file);
  const items = readPlaylist(file);
  const clips = texts.map(clipItem).filter((item) => item.kind === 'clip' && item.tall.sources.concat(item.wide.sources).every(({ path }) => existsSync(join(pack, path))));
  writeFileSync(file, `${JSON.stringify({ items: withClips(items, clips) }, null, 2)}\n`);
}
