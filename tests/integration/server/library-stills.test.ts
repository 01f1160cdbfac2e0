import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import type { Clip, ClipSlot } from '#contract/library.ts';
import { streamOf } from '#server/services/library/pack-documents.ts';
import { ALL, openLibrary, person, type OpenedLibrary } from './open-library.ts';

const [author, reviewer] = [person('an'), person('binh')];
const texts = { title: { vi: 'Ba giấy tờ', en: 'Three papers' }, description: { vi: 'Một, hai, ba.', en: 'One, two, three.' }, guide: null, waiver: null };
let opened: OpenedLibrary;
beforeEach(async () => {
  opened = await openLibrary();
});
afterEach(() => opened.destroy());

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function upload(slot: ClipSlot, file: string): ReturnType<OpenedLibrary['library']['clips']['upload']> {
  opened.clock.pass(1_000);
  return opened.library.clips.upload(author, { clip: 'ba-giay', slot, licence: 'Phường tự vẽ', bytes: streamOf(readFileSync(inProject('assets', 'pack', 'clips', file))) });
}

async function wholeStill(): Promise<Clip> {
  must(await opened.library.clips.add(author, { id: 'ba-giay', ...texts, still: 10 }));
  must(await upload('poster-tall', 'still-bring-tall.webp'));
  return must(await upload('poster-wide', 'still-bring-wide.webp'));
}

test('a still needs a picture for each shape, and nothing else', async () => {
  expect(must(await opened.library.clips.add(author, { id: 'ba-giay', ...texts, still: 10 }))).toMatchObject({ seconds: 10, missing: ['no-picture-tall', 'no-picture-wide'], item: null });
  expect(must(await upload('poster-tall', 'still-bring-tall.webp')).missing).toEqual(['no-picture-wide']);
  const whole = must(await upload('poster-wide', 'still-bring-wide.webp'));
  expect(whole.missing).toEqual([]);
  expect(whole.item).toMatchObject({ kind: 'still', id: 'ba-giay', seconds: 10, title: texts.title, tall: expect.stringMatching(/^clips\/ba-giay-poster-tall-/), wide: expect.stringMatching(/^clips\/ba-giay-poster-wide-/) });
  expect(await upload('tall', 'handoff-tall.mp4')).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
  expect(await upload('captions-vi', 'handoff.vi.vtt')).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
});

test('a picture of the other shape is kept, and whoever uploads it is told that it will be cropped', async () => {
  must(await opened.library.clips.add(author, { id: 'ba-giay', ...texts, still: 10 }));
  const wrong = must(await upload('poster-tall', 'still-bring-wide.webp'));
  expect(wrong.files[0]?.probe?.findings.map(({ id }) => id)).toEqual(['shape']);
});

test('a still goes to the kiosks with its pictures, in an edition that somebody else approved', async () => {
  const { item } = await wholeStill();
  const { library } = opened;
  const edition = must(await library.editions.begin(author, 'Thêm ảnh', null));
  const { sha256, document } = must(await library.documents.read(author, edition.id, 'playlist.json'));
  const { items } = document as { items: unknown[] };
  const saved = must(await library.documents.save(author, edition.id, { path: 'playlist.json', document: { items: [...items, item] }, seen: sha256 }));
  expect(saved.problems).toEqual([]);
  must(await library.editions.step(author, edition.id, { action: 'submit' }));
  must(await library.editions.step(reviewer, edition.id, { action: 'approve' }));
  opened.clock.pass(1_000);
  must(await library.publications.publish(reviewer, { edition: edition.id, ring: ALL }));
  const paths = (await opened.manifestOf(null))?.files.map(({ path }) => path) ?? [];
  expect(paths.filter((path) => path.startsWith('clips/ba-giay-'))).toHaveLength(2);
  expect((await library.clips.list(author)).find(({ id }) => id === 'ba-giay')?.usedIn).toEqual([edition.version]);
});
