import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Value } from 'typebox/value';
import { Playlist } from '#contract/content-pack.ts';
import { inProject } from '#build/project-root.ts';
import { FRAME_RATE } from '#assets/clips/clip.ts';
import { missingFfmpeg } from '#assets/clips/make/ffmpeg.ts';
import { flashesIn, readLuminance } from '#assets/clips/make/flash-check.ts';
import { webVttOf } from '#assets/clips/make/write-captions.ts';
import { clipItem } from '#assets/clips/make/write-playlist.ts';
import { shownTexts } from '#assets/clips/text/index.ts';

const inPack = (path: string): string => inProject(`assets/pack/${path}`);
const { items } = Value.Parse(Playlist, JSON.parse(readFileSync(inPack('playlist.json'), 'utf8')));
const clips = items.flatMap((item) => (item.kind === 'clip' ? [item] : []));

/** Names of the tracks' kinds in a WebM or MP4 file: both write them in clear. */
const hasSound = (file: Buffer): boolean => file.includes('A_OPUS') || file.includes('A_VORBIS') || file.includes('mp4a') || file.includes('soun');

describe('the clips of the default pack', () => {
  it('are all four, as their texts say, with a slide between', () => {
    expect(clips.map((clip) => clip.id).toSorted()).toEqual(shownTexts.map(({ id }) => id).toSorted());
    for (const text of shownTexts) expect(clips).toContainEqual(clipItem(text));
    expect(items.findIndex((item, i) => item.kind === 'clip' && items[i + 1]?.kind === 'clip')).toBe(-1);
  });

  it.each(clips.map((clip) => [clip.id, clip] as const))('%s has small silent files, a light poster and the captions of its text', (id, clip) => {
    const text = shownTexts.find((one) => one.id === id);
    for (const { sources, poster } of [clip.tall, clip.wide]) {
      expect(statSync(inPack(poster)).size).toBeLessThanOrEqual(120_000);
      expect(sources.map(({ type }) => type.slice(0, 10))).toEqual(['video/webm', 'video/mp4;']);
      for (const { path } of sources) {
        const file = readFileSync(inPack(path));
        expect(file.length).toBeLessThanOrEqual(4 * 1024 * 1024);
        expect(hasSound(file)).toBe(false);
      }
    }
    expect(text && [readFileSync(inPack(clip.captions.vi), 'utf8'), readFileSync(inPack(clip.captions.en), 'utf8')]).toEqual(text && [webVttOf(text, 'vi'), webVttOf(text, 'en')]);
  });

  it.skipIf(missingFfmpeg() !== null).each(clips.map((clip) => [clip.id, clip] as const))('%s flashes nowhere and lasts as long as the playlist says (E034)', { timeout: 120_000 }, (_, clip) => {
    for (const { sources } of [clip.tall, clip.wide]) {
      const light = readLuminance(inPack(sources[1]?.path ?? ''));
      expect(light.length).toBe(Math.round(clip.seconds * FRAME_RATE));
      expect(flashesIn(light, FRAME_RATE)).toBeNull();
    }
  });
});
