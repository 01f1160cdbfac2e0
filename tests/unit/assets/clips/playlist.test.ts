import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlaylistItem } from '#contract/content-pack.ts';
import { addToPlaylist, clipItem, readPlaylist, withClips } from '#assets/clips/make/write-playlist.ts';
import { shownTexts } from '#assets/clips/text/index.ts';

const slide = (id: string): PlaylistItem => ({ kind: 'slide', id, slide: 'family', title: { vi: 'Chạm', en: 'Touch' }, seconds: 10 });
const clips = shownTexts.map(clipItem);
const ids = (items: readonly PlaylistItem[]): readonly string[] => items.map(({ id }) => id);

describe('clips in the playlist', () => {
  it('come first, each before a slide', () => {
    expect(ids(withClips([slide('a'), slide('b')], clips.slice(0, 3)))).toEqual([clips[0]?.id, 'a', clips[1]?.id, 'b', clips[2]?.id]);
  });

  it('end in the same order when they are made one by one', () => {
    const slides = ['a', 'b', 'c', 'd', 'e'].map(slide);
    const oneByOne = clips.reduce<readonly PlaylistItem[]>((items, clip) => withClips(items, [clip]), slides);
    expect(oneByOne).toEqual(withClips(slides, clips));
  });

  it('keep the place a ward has given them, and are not doubled by a second run', () => {
    const first = withClips([slide('a'), slide('b'), slide('c'), slide('d'), slide('e')], clips);
    expect(withClips(first, clips)).toEqual(first);
    const moved = [...first.slice(1), ...first.slice(0, 1)];
    expect(ids(withClips(moved, clips))).toEqual(ids(moved));
  });

  it('take a ward’s own clip once, and in its place when it is made again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cham-playlist-'));
    const file = join(folder, 'playlist.json');
    writeFileSync(file, JSON.stringify({ items: [slide('a'), slide('b')] }));
    const own = { ...clipItem({ id: 'thu-bay', title: { vi: 'Thứ Bảy', en: 'Saturday' }, description: { vi: 'Mở cửa.', en: 'Open.' }, schedule: { until: '2027-03-31' }, pages: [{ id: 'p', seconds: 4, arrival: 'first', lines: ['Mở cửa'], picture: { name: 'crowd' } }], captions: [] }) };
    addToPlaylist(file, own);
    addToPlaylist(file, { ...own, title: { vi: 'Sáng thứ Bảy', en: 'Saturday morning' } });
    const items = readPlaylist(file);
    rmSync(folder, { recursive: true });
    expect(ids(items)).toEqual(['thu-bay', 'a', 'b']);
    expect(items[0]).toMatchObject({ title: { vi: 'Sáng thứ Bảy' }, schedule: { until: '2027-03-31' }, seconds: 4 });
  });
});
