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
import { stillItem } from '#assets/clips/make/make-still.ts';
import { stillTexts } from '#assets/clips/text/stills.ts';
import { shownTexts } from '#assets/clips/text/index.ts';

const inPack = (path: string): string => inProject(`assets/pack/${path}`);
const { items } = Value.Parse(Playlist, JSON.parse(readFileSync(inPack('playlist.json'), 'utf8')));
const clips = items.flatMap((item) => (item.kind === 'clip' ? [item] : []));

/** Names of the tracks' kinds in a WebM or MP4 file: both write them in clear. */
const hasSound = (file: Buffer): boolean => file.includes('A_OPUS') || file.includes('A_VORBIS') || file.includes('mp4a') || file.includes('soun');

describe('the clips of the default pack', () => {
  it('are all twelve, as their texts say, never three in a row without a slide or still', () => {
    expect(clips.map((clip) => clip.id).toSorted()).toEqual(shownTexts.map(({ id }) => id).toSorted());
    for (const text of shownTexts) expect(clips).toContainEqual(clipItem(text));
    expect(items.findIndex((item, i) => [item, items[i + 1], items[i + 2]].every((one) => one?.kind === 'clip'))).toBe(-1);
  });

  it('alternate their topics: no two about safety and no two with one guide stand side by side', () => {
    const safety = new Set(['scams-otp', 'keep-private', 'vneid-safely', 'still-address']);
    const guideOf = (item: (typeof items)[number] | undefined): string | undefined => (item !== undefined && 'guide' in item ? item.guide : undefined);
    const beside = items.slice(1).map((item, i) => [items[i], item] as const);
    expect(beside.filter(([a, b]) => safety.has(a?.id ?? '') && safety.has(b.id))).toEqual([]);
    expect(beside.filter(([a, b]) => guideOf(b) !== undefined && guideOf(a) === guideOf(b))).toEqual([]);
  });

  it('have light stills in both shapes, as their texts say', () => {
    expect(stillTexts.length).toBeGreaterThanOrEqual(4);
    for (const text of stillTexts) {
      expect(items).toContainEqual(stillItem(text));
      for (const shape of ['tall', 'wide']) expect(statSync(inPack(`clips/${text.id}-${shape}.webp`)).size).toBeLessThanOrEqual(300_000);
    }
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
