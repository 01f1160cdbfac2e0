import { afterEach, beforeEach, expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { loadContentNames } from '#server/adapters/content-names.ts';
import { packDocuments } from '#server/services/library/pack-documents.ts';
import { publishedNames, type PublishedNames } from '#server/services/library/published-names.ts';
import { ALL, openLibrary, person, type OpenedLibrary } from './open-library.ts';

let opened: OpenedLibrary;
let named: PublishedNames;
const shipped = loadContentNames(inProject('assets', 'pack'));
const [author, reviewer] = [person('an'), person('binh')];
beforeEach(async () => {
  opened = await openLibrary();
  named = publishedNames(shipped, { library: opened.repositories.library, documents: packDocuments(opened.blobs) });
});
afterEach(() => opened.destroy());

async function publishReasons(change: (reasons: Record<string, unknown>[]) => Record<string, unknown>[]): Promise<void> {
  const { library, clock } = opened;
  clock.pass(1_000);
  const edition = must(await library.editions.begin(author, 'Lý do', null));
  const { sha256, document } = must(await library.documents.read(author, edition.id, 'reasons.json'));
  must(await library.documents.save(author, edition.id, { path: 'reasons.json', document: change(structuredClone(document) as Record<string, unknown>[]), seen: sha256 }));
  must(await library.editions.step(author, edition.id, { action: 'submit' }));
  must(await library.editions.step(reviewer, edition.id, { action: 'approve' }));
  clock.pass(1_000);
  must(await library.publications.publish(reviewer, { edition: edition.id, ring: ALL }));
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test('figures are named as the newest published edition names them, without a restart', async () => {
  expect(await named.follow()).toBe('renamed');
  expect(named.names.guides.size).toBe(shipped.guides.size);
  const [id, before] = [...shipped.reasons][0] ?? ['', null];
  await publishReasons((reasons) => reasons.map((reason) => (reason['id'] === id ? { ...reason, text: { vi: 'Chờ quá lâu ở sảnh', en: 'Too long in the hall' } } : reason)));
  expect(named.names.reasons.get(id)?.text).toEqual(before?.text);
  expect(await named.follow()).toBe('renamed');
  expect(named.names.reasons.get(id)?.text.vi).toBe('Chờ quá lâu ở sảnh');
  expect(await named.follow()).toBe('unchanged');
});

test('a reason that was published once keeps its name when a later edition has it no more', async () => {
  const extra = { id: 'sanh-qua-nong', text: { vi: 'Sảnh quá nóng', en: 'The hall is too hot' } };
  await publishReasons((reasons) => reasons.map((reason, index) => (index === 0 ? { ...reason, ...extra } : reason)));
  await publishReasons((reasons) => reasons.map((reason, index) => (index === 0 ? { ...reason, id: 'khac-nua' } : reason)));
  await named.follow();
  expect(named.names.reasons.get(extra.id)?.text).toEqual(extra.text);
  expect(named.names.reasons.get('khac-nua')).toBeDefined();
});
