import { createHash } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import type { Edition } from '#contract/library.ts';
import shippedHead from '#assets/pack/pack.json' with { type: 'json' };
import shippedPlaylist from '#assets/pack/playlist.json' with { type: 'json' };
import { shippedPack } from '#server/adapters/shipped-pack.ts';
import { ALL, NOW, openLibrary, person, type OpenedLibrary } from './open-library.ts';

/** The version of the pack that comes with the program; it rises with every change of its content. */
const SHIPPED = shippedHead.version;
let opened: OpenedLibrary;
const an = person('an');
const binh = person('binh');
beforeEach(async () => {
  opened = await openLibrary();
});
afterEach(() => opened.destroy());

/** The value of a result that must be one. */
function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function draft(title = 'Lệ phí mới', who = an): Promise<Edition> {
  opened.clock.pass(1_000);
  return must(await opened.library.editions.begin(who, title, null));
}

async function saveHeadline(edition: string, headline: string, who = an): Promise<void> {
  const { sha256, document } = must(await opened.library.documents.read(who, edition, 'guides/thuong-tru.json'));
  const changed = structuredClone(document) as { fee: { headline: { vi: string } }[] };
  if (changed.fee[0] === undefined) throw new Error('the guide names no fee');
  changed.fee[0].headline.vi = headline;
  must(await opened.library.documents.save(who, edition, { path: 'guides/thuong-tru.json', document: changed, seen: sha256 }));
}

async function approved(title?: string): Promise<Edition> {
  const edition = await draft(title);
  await saveHeadline(edition.id, '5.000 đồng');
  must(await opened.library.editions.step(an, edition.id, { action: 'submit' }));
  return must(await opened.library.editions.step(binh, edition.id, { action: 'approve' }));
}

test('the pack of the program is the first content of a new centre, published to all kiosks, once', async () => {
  const [first] = await opened.library.editions.list(binh);
  expect(first).toMatchObject({ state: 'ready', everPublished: true, rings: [ALL], authors: ['system'] });
  const manifest = await opened.manifestOf(null);
  expect(manifest?.version).toBe(first?.version);
  expect(manifest?.files.map((file) => file.path)).toEqual(expect.arrayContaining(['pack.json', 'playlist.json', 'guides/khai-sinh.json', 'clips/handoff-tall.mp4']));
  for (const file of manifest?.files ?? []) expect(await opened.blobs.size(file.sha256)).toBe(file.bytes);
  expect(await opened.library.takePack(shippedPack(inProject('assets', 'pack')), 'again')).toMatchObject({ kind: 'known' });
  expect(await opened.library.editions.list(binh)).toHaveLength(1);
});

test('it passes the very checks, and its clips and stills stand in the library', async () => {
  const [first] = await opened.library.editions.list(binh);
  expect(must(await opened.library.editions.detail(binh, first?.id ?? '')).problems).toEqual([]);
  const clips = await opened.library.clips.list(binh);
  expect(clips.map((clip) => clip.id).sort()).toEqual(shippedPlaylist.items.filter(({ kind }) => kind !== 'slide').map(({ id }) => id).sort());
  expect(clips.every((clip) => clip.missing.length === 0 && clip.item !== null && clip.usedIn.length === 1)).toBe(true);
});

test('a newer pack of the program is offered as a draft and never forced', async () => {
  const before = await opened.manifestOf('xa');
  const whole = shippedPack(inProject('assets', 'pack'));
  const read = (path: string): AsyncIterable<Uint8Array> => (path === 'pack.json' ? newer() : whole.read(path));
  async function* newer(): AsyncGenerator<Uint8Array> {
    let text = '';
    for await (const chunk of whole.read('pack.json')) text += Buffer.from(chunk).toString();
    yield Buffer.from(text.replace(SHIPPED, '2026.12.1'));
  }
  expect(await opened.library.takePack({ list: whole.list, read }, 'Gói mới')).toMatchObject({ kind: 'offered', version: '2026.12.1' });
  opened.clock.pass(10_000);
  expect(await opened.manifestOf('xa')).toEqual(before);
  expect((await opened.library.editions.list(an)).find((edition) => edition.version === '2026.12.1')).toMatchObject({ state: 'draft', rings: [] });
});

test('what one person writes, another one approves and publishes: nobody does both', async () => {
  const edition = await draft();
  await saveHeadline(edition.id, '5.000 đồng');
  must(await opened.library.editions.step(an, edition.id, { action: 'submit' }));
  expect(await opened.library.editions.step(an, edition.id, { action: 'approve' })).toMatchObject({ ok: false, error: { code: 'LIBRARY_FOUR_EYES' } });
  expect(await opened.library.publications.publish(binh, { edition: edition.id, ring: ALL })).toMatchObject({ ok: false, error: { code: 'LIBRARY_STATE' } });
  must(await opened.library.editions.step(binh, edition.id, { action: 'approve' }));
  expect(await opened.library.publications.publish(an, { edition: edition.id, ring: ALL })).toMatchObject({ ok: false, error: { code: 'LIBRARY_FOUR_EYES' } });
  must(await opened.library.publications.publish(binh, { edition: edition.id, ring: ALL }));
  const manifest = await opened.manifestOf('xa');
  expect(manifest?.version).toBe(edition.version);
  const hash = manifest?.files.find((file) => file.path === 'guides/thuong-tru.json')?.sha256 ?? '';
  expect(Buffer.from((await opened.blobs.read(hash, 1e6)) ?? []).toString()).toContain('5.000 đồng');
});

test('who saved a comma is an author too, and who saved it last is not the only one', async () => {
  const edition = await draft();
  await saveHeadline(edition.id, '5.000 đồng', binh);
  must(await opened.library.editions.step(an, edition.id, { action: 'submit' }));
  for (const who of [an, binh]) expect(await opened.library.editions.step(who, edition.id, { action: 'approve' })).toMatchObject({ ok: false, error: { code: 'LIBRARY_FOUR_EYES' } });
  expect(await opened.library.editions.step(person('chi'), edition.id, { action: 'approve' })).toMatchObject({ ok: true });
});

test('an approved edition is not changed any more; returned, it is a draft that has to be approved again', async () => {
  const edition = await approved();
  const { sha256, document } = must(await opened.library.documents.read(an, edition.id, 'events.json'));
  expect(await opened.library.documents.save(an, edition.id, { path: 'events.json', document, seen: sha256 })).toMatchObject({ ok: false, error: { code: 'LIBRARY_STATE' } });
  expect(await opened.library.editions.step(binh, edition.id, { action: 'return' })).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
  expect(must(await opened.library.editions.step(binh, edition.id, { action: 'return', note: 'Thiếu nguồn' }))).toMatchObject({ state: 'draft', approvedBy: null });
  expect(must(await opened.library.editions.detail(an, edition.id)).history.map((line) => line.action)).toEqual(['began', 'saved', 'submitted', 'approved', 'returned']);
});

test('a save with mistakes is kept and says them in words; handing it in is refused (promise 8)', async () => {
  const edition = await draft();
  const { sha256, document } = must(await opened.library.documents.read(an, edition.id, 'guides/khai-sinh.json'));
  const late = structuredClone(document) as { time: { provenance: { expiresOn: string } }[]; title: { vi: string } };
  if (late.time[0] !== undefined) late.time[0].provenance.expiresOn = '2099-01-01';
  late.title.vi = 'Một tên dài hơn ba mươi tư chữ thì không vừa nút bấm';
  const saved = must(await opened.library.documents.save(an, edition.id, { path: 'guides/khai-sinh.json', document: late, seen: sha256 }));
  expect(saved.problems.map((problem) => `${problem.file}: ${problem.path}`)).toEqual(['guides/khai-sinh.json: title.vi', 'guides/khai-sinh.json: time.0.provenance.expiresOn']);
  expect(await opened.library.editions.step(an, edition.id, { action: 'submit' })).toMatchObject({ ok: false, error: { code: 'LIBRARY_PROBLEMS' } });
});

test('two who save the same document: the second one is told, and nothing of the first is lost', async () => {
  const edition = await draft();
  const { sha256, document } = must(await opened.library.documents.read(an, edition.id, 'reasons.json'));
  must(await opened.library.documents.save(an, edition.id, { path: 'reasons.json', document: [...(document as unknown[])].reverse(), seen: sha256 }));
  expect(await opened.library.documents.save(binh, edition.id, { path: 'reasons.json', document: [], seen: sha256 })).toMatchObject({ ok: false, error: { code: 'LIBRARY_CHANGED' } });
});

test('the comparison names the parts that differ from what is published, and not the version', async () => {
  const edition = await draft();
  await saveHeadline(edition.id, '5.000 đồng');
  const { changes, against } = must(await opened.library.editions.detail(binh, edition.id));
  expect(against?.version).toBe(SHIPPED);
  expect(changes).toEqual([{ path: 'guides/thuong-tru.json', change: 'changed', parts: [{ path: 'fee.0.headline.vi', before: expect.any(String), after: '5.000 đồng' }] }]);
});

test('rings: the narrower one wins, a roll-out that arrived holds nobody back, and what ends falls back', async () => {
  const edition = await approved();
  const shows = async (unit: string): Promise<string | undefined> => (await opened.manifestOf(unit))?.version;
  must(await opened.library.publications.publish(binh, { edition: edition.id, ring: { kind: 'unit', id: 'xa' } }));
  expect([await shows('xa'), await shows('phuong')]).toEqual([edition.version, SHIPPED]);
  const other = await approved('Bản thứ hai');
  const narrow = must(await opened.library.publications.publish(binh, { edition: other.id, ring: { kind: 'unit', id: 'phuong' } }));
  must(await opened.library.publications.publish(binh, { edition: edition.id, ring: { kind: 'unit', id: 'tinh' } }));
  expect([await shows('xa'), await shows('phuong')]).toEqual([edition.version, other.version]);
  const open = (await opened.library.publications.list(binh)).filter((each) => each.endedAt === null).map((each) => each.ring);
  expect(open).toEqual(expect.arrayContaining([ALL, { kind: 'unit', id: 'tinh' }, { kind: 'unit', id: 'phuong' }]));
  expect(open).toHaveLength(3);
  const before = (await opened.manifestOf('phuong'))?.sequence ?? 0;
  must(await opened.library.publications.end(binh, narrow.id));
  expect(await shows('phuong')).toBe(edition.version);
  expect((await opened.manifestOf('phuong'))?.sequence).toBeGreaterThan(before);
});

test('a roll-back is the older edition with a higher sequence', async () => {
  const edition = await approved();
  must(await opened.library.publications.publish(binh, { edition: edition.id, ring: ALL }));
  const [newest, oldest] = [await opened.manifestOf('xa'), (await opened.library.editions.list(binh)).at(-1)];
  const back = must(await opened.library.publications.publish(binh, { edition: oldest?.id ?? '', ring: ALL, note: 'Lệ phí ghi nhầm' }));
  expect(back.isRollBack).toBe(true);
  const manifest = await opened.manifestOf('xa');
  expect(manifest?.version).toBe(SHIPPED);
  expect(manifest?.sequence).toBeGreaterThan(newest?.sequence ?? 0);
});

test('people of a unit change and publish within it only, and see what stands above it', async () => {
  const ward = person('dung', 'xa');
  // Editions of one moment have no order.
  opened.clock.pass(1_000);
  const edition = must(await opened.library.editions.begin(ward, 'Riêng xã', null));
  expect(edition.unit).toBe('xa');
  expect((await opened.library.editions.list(ward)).map((each) => each.version)).toEqual([edition.version, SHIPPED]);
  expect((await opened.library.editions.list(person('em', 'phuong'))).map((each) => each.version)).toEqual([SHIPPED]);
  expect(await opened.library.editions.detail(person('em', 'phuong'), edition.id)).toMatchObject({ ok: false, error: { code: 'STAFF_NOT_ALLOWED' } });
  const [base] = (await opened.library.editions.list(ward)).slice(-1);
  expect(await opened.library.publications.publish(ward, { edition: base?.id ?? '', ring: ALL })).toMatchObject({ ok: false, error: { code: 'STAFF_NOT_ALLOWED' } });
  expect(await opened.library.publications.publish(ward, { edition: base?.id ?? '', ring: { kind: 'unit', id: 'phuong' } })).toMatchObject({ ok: false, error: { code: 'STAFF_NOT_ALLOWED' } });
  expect(await opened.library.publications.publish(ward, { edition: base?.id ?? '', ring: { kind: 'unit', id: 'xa' } })).toMatchObject({ ok: true });
  expect(await opened.library.editions.step(ward, base?.id ?? '', { action: 'comment', note: 'Không được' })).toMatchObject({ ok: false });
});

test('two processes tell kiosks the same manifest, and one hears of the other\'s publication within seconds', async () => {
  const other = opened.another();
  const reader = { deviceId: 'k', servicePoint: 'p', unit: 'xa' };
  const [mine] = await opened.library.manifests.expected([reader]);
  expect(await other.manifests.expected([reader, { ...reader, unit: null }])).toEqual([mine, mine]);
  const edition = await approved();
  must(await opened.library.publications.publish(binh, { edition: edition.id, ring: ALL }));
  opened.clock.pass(6_000);
  const [theirs] = await other.manifests.expected([reader]);
  expect(theirs).toMatchObject({ version: edition.version });
  expect(theirs).toEqual((await opened.library.manifests.expected([reader]))[0]);
});

test('20,000 kiosks that ask which manifest to follow cost next to nothing', async () => {
  const readers = Array.from({ length: 20_000 }, (_, index) => ({ deviceId: `k${index}`, servicePoint: 'p', unit: index % 2 === 0 ? 'xa' : 'phuong' }));
  await opened.library.manifests.expected(readers);
  const started = performance.now();
  expect((await opened.library.manifests.expected(readers)).every((each) => each !== null)).toBe(true);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('a kiosk that was moved to a unit with a lower sequence gets a manifest of its own that it may follow', async () => {
  const edition = await approved();
  must(await opened.library.publications.publish(binh, { edition: edition.id, ring: { kind: 'unit', id: 'xa' } }));
  const reader = { deviceId: 'k-9', servicePoint: 'p', unit: 'xa' };
  const held = await opened.library.manifests.signed(reader, null);
  const moved = await opened.library.manifests.signed({ ...reader, unit: 'phuong' }, held?.sha256 ?? null);
  const sequence = (text: string | undefined): number => JSON.parse(text ?? '{}').sequence;
  expect(sequence(moved?.manifest)).toBeGreaterThan(sequence(held?.manifest));
  expect(JSON.parse(moved?.manifest ?? '{}').version).toBe(SHIPPED);
});

test('no file is swept that a publication, a draft, a roll-back or the library needs; what nobody names goes after a day', async () => {
  const edition = await approved();
  must(await opened.library.publications.publish(binh, { edition: edition.id, ring: ALL }));
  const dropped = await draft('Bỏ');
  await saveHeadline(dropped.id, '7.000 đồng');
  const { sha256 } = must(await opened.library.documents.read(an, dropped.id, 'guides/thuong-tru.json'));
  must(await opened.library.editions.step(an, dropped.id, { action: 'drop' }));
  const manifests = await Promise.all((await opened.library.editions.list(binh)).filter((each) => each.state !== 'dropped').map((each) => opened.repositories.library.files(each.id)));
  const needed = [...new Set(manifests.flat().map((file) => file.sha256))];
  for (const each of [...needed, sha256]) utimesSync(opened.blobs.pathOf(each), NOW / 1000 - 90_000, NOW / 1000 - 90_000);
  const gone = await opened.library.sweep();
  expect(gone).toContain(sha256);
  for (const each of needed) expect(await opened.blobs.size(each)).not.toBeNull();
  expect(createHash('sha256').update(Buffer.from((await opened.blobs.read(needed[0] ?? '', 1e8)) ?? [])).digest('hex')).toBe(needed[0]);
});
