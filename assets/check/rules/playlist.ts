import { LANGUAGES, type PlaylistItem } from '#contract/content-pack.ts';
import { isComposed } from '#domain/text-folding.ts';
import { CAPTION_TOLERANCE_SECONDS } from '../limits.ts';
import type { PackSource } from '../pack-source.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';
import { repeated } from './identity.ts';
import { parseWebVtt } from './web-vtt.ts';

const FILE = 'playlist.json';
type Clip = Extract<PlaylistItem, { kind: 'clip' }>;

/** Files of the loop, their size, and captions for every clip (E088). */
export function checkPlaylist(pack: ReadPack, files: PackSource['files'], largestFile: number): readonly Problem[] {
  const slugs = new Set(pack.guides.map(({ guide }) => guide.slug));
  const { items } = pack.playlist;
  return [
    ...repeated(items.map((item) => item.id)).map((i) => report(`items.${i}.id`, 'is used twice; taps name the clip by it')),
    ...items.flatMap((item, i) => [
      ...('guide' in item && item.guide !== undefined && !slugs.has(item.guide)
        ? [report(`items.${i}.guide`, `"${item.guide}" is no guide of this pack`)]
        : []),
      ...namedFiles(item, `items.${i}`).flatMap((named) => checkFile(named, files, largestFile)),
      ...(item.kind === 'clip' ? LANGUAGES.flatMap((language) => checkCaptions(item, i, language, files)) : []),
    ]),
  ];
}

type NamedFile = { readonly path: string; readonly file: string };

function namedFiles(item: PlaylistItem, at: string): readonly NamedFile[] {
  if (item.kind === 'slide') return [];
  const sides = ['tall', 'wide'] as const;
  if (item.kind === 'still') return sides.map((side) => ({ path: `${at}.${side}`, file: item[side] }));
  return [
    ...sides.flatMap((side) => [
      ...item[side].sources.map((source, i) => ({ path: `${at}.${side}.sources.${i}.path`, file: source.path })),
      { path: `${at}.${side}.poster`, file: item[side].poster },
    ]),
    ...LANGUAGES.map((language) => ({ path: `${at}.captions.${language}`, file: item.captions[language] })),
  ];
}

function checkFile({ path, file }: NamedFile, files: PackSource['files'], largest: number): readonly Problem[] {
  const found = files.get(file);
  if (found === undefined) return [report(path, `${file} is not in the pack; add it or remove the item`)];
  if (found.bytes === 0) return [report(path, `${file} is empty; make it again`)];
  if (found.bytes <= largest) return [];
  return [report(path, `${file} has ${found.bytes} bytes and may have ${largest} (${Math.floor(largest / 1024 ** 2)} MiB); encode it smaller`)];
}

function checkCaptions(clip: Clip, i: number, language: (typeof LANGUAGES)[number], files: PackSource['files']): readonly Problem[] {
  const name = clip.captions[language];
  const file = files.get(name);
  if (file === undefined) return [];
  const path = `items.${i}.captions.${language}`;
  if (file.text === undefined) return [report(path, `${name} is not WebVTT; its name ends in .vtt`)];
  const { cues, mistakes } = parseWebVtt(file.text);
  const last = clip.seconds + CAPTION_TOLERANCE_SECONDS;
  return [
    ...mistakes.map((mistake) => report(path, `${name} ${mistake}`)),
    ...(isComposed(file.text) ? [] : [report(path, `${name} is not in composed form (NFC, E030)`)]),
    ...cues
      .filter((cue) => cue.end > last)
      .map((cue) => report(path, `${name} has a cue until ${cue.end} s, but the clip ends at ${clip.seconds} s (E088)`)),
    ...cues
      .filter((cue, at) => at > 0 && cue.start < (cues[at - 1]?.start ?? 0))
      .map((cue) => report(path, `${name} has a cue at ${cue.start} s after a later one; sort the cues`)),
  ];
}

function report(path: string, message: string): Problem {
  return { file: FILE, path, message };
}
