import { readFileSync } from 'node:fs';
import type { ContentPack, PlaylistItem } from '#contract/content-pack.ts';
import { inProject } from '#build/project-root.ts';
import { SMALL_PACK } from './small-pack.ts';

export type PackFiles = Readonly<Record<string, Uint8Array | string>>;

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

/** A clip of 6 s that every browser here plays, in two shapes. */
export const CLIP_BYTES = readFileSync(inProject('tests', 'fixtures', 'clips', 'blue.webm'));
export const OTHER_CLIP_BYTES = readFileSync(inProject('tests', 'fixtures', 'clips', 'orange.webm'));

export function clipItem(id: string, seconds = 6): Extract<PlaylistItem, { kind: 'clip' }> {
  const file = (shape: string): { sources: { path: string; type: string }[]; poster: string; width: number; height: number } => ({
    sources: [{ path: `clips/${id}-${shape}.webm`, type: 'video/webm' }],
    poster: `clips/${id}-${shape}.webp`,
    width: 320,
    height: 180,
  });
  return { kind: 'clip', id, title: both(id), description: both(id), seconds, tall: file('tall'), wide: file('wide'), captions: { vi: `clips/${id}.vi.vtt`, en: `clips/${id}.en.vtt` } };
}

/** The media of {@link clipItem}; its tall and wide have the same bytes unless others are given. */
export function clipFiles(id: string, tall: Uint8Array = CLIP_BYTES, wide: Uint8Array = tall): PackFiles {
  const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\nXin chào\n';
  return { [`clips/${id}-tall.webm`]: tall, [`clips/${id}-wide.webm`]: wide, [`clips/${id}-tall.webp`]: `picture of ${id}`, [`clips/${id}-wide.webp`]: `picture of ${id}`, [`clips/${id}.vi.vtt`]: vtt, [`clips/${id}.en.vtt`]: vtt };
}

/** A content pack as the files of its folder. */
export function packFiles(pack: Partial<ContentPack> & { readonly version?: string } = {}): PackFiles {
  const { head, events, reasons, playlist, guides } = { ...SMALL_PACK, ...pack };
  return {
    'pack.json': JSON.stringify({ ...head, version: pack.version ?? '2026.11.2' }),
    'events.json': JSON.stringify(events),
    'reasons.json': JSON.stringify(reasons),
    'playlist.json': JSON.stringify(playlist),
    ...Object.fromEntries(guides.map((guide) => [`guides/${guide.slug}.json`, JSON.stringify(guide)])),
  };
}
