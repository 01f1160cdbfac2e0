import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Notice, Ring } from '#contract/library.ts';
import type { EditionRow, FileChange, HistoryRow, LibraryRepository, NewPublicationRow } from '#server/repositories/library.ts';
import type { OpenedStore } from './repositories-given.ts';

const NOW = 1_795_000_000_000;
const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const ALL: Ring = { kind: 'all' };
const WARD: Ring = { kind: 'unit', id: 'xa' };

/** What the content library must find again, whichever database is behind it. */
export function libraryContract(open: () => Promise<OpenedStore>): void {
  let store: OpenedStore;
  let library: LibraryRepository;
  beforeEach(async () => {
    store = await open();
    library = store.repositories.library;
  });
  afterEach(() => store.destroy());

  test('an edition is found as it was kept, and no two share a version', async () => {
    expect(await library.addEdition(edition('e1'), [file('pack.json', A)], line('e1', 'began'))).toBe(true);
    expect(await library.addEdition(edition('e2', { version: '2026.11.e1' }), [], line('e2', 'began'))).toBe(false);
    expect(await library.edition('e1')).toEqual(edition('e1'));
    expect(await library.edition('e2')).toBeNull();
    expect((await library.editions()).map((row) => row.id)).toEqual(['e1']);
    expect(await library.files('e1')).toEqual([file('pack.json', A)]);
    expect(await library.history('e1')).toEqual([line('e1', 'began')]);
  });

  test('a document is saved over what was seen only, and only in a draft', async () => {
    await library.addEdition(edition('e1'), [file('a.json', A), file('b.json', B)], line('e1', 'began'));
    expect(await library.changeFiles(change({ seen: B }))).toBe('changed');
    expect(await library.changeFiles(change({ seen: A, remove: ['b.json'] }))).toBe('saved');
    expect(await library.changeFiles(change({ seen: A }))).toBe('changed');
    expect(await library.files('e1')).toEqual([file('a.json', B)]);
    expect(await library.edition('e1')).toMatchObject({ authors: ['an', 'binh'], changedAt: NOW + 5 });
    expect(await library.historyOfPath('a.json')).toMatchObject([{ actor: 'binh', action: 'saved' }]);
    const seenAt = (await library.edition('e1'))?.changedAt ?? 0;
    const step = { edition: 'e1', from: 'draft', to: 'review', approvedBy: null, at: NOW + 9, history: line('e1', 'submitted') } as const;
    expect(await library.changeState({ ...step, seenAt: NOW })).toBe(false);
    expect(await library.changeState({ ...step, seenAt })).toBe(true);
    expect(await library.changeFiles(change({ seen: B }))).toBe('not-draft');
  });

  test('of two that save the same document at once one is told so', async () => {
    await library.addEdition(edition('e1'), [file('a.json', A)], line('e1', 'began'));
    const outcomes = await Promise.all([library.changeFiles(change({ seen: A })), library.changeFiles(change({ seen: A, author: 'chi' }))]);
    expect([...outcomes].sort()).toEqual(['changed', 'saved']);
  });

  test('a publication takes the place of the ring\'s last one, and every change grows the sequence of its own ring', async () => {
    await library.addEdition(edition('e1'), [], line('e1', 'began'));
    const first = await library.publish(publication('p1', ALL), [], line('e1', 'published'));
    const ward = await library.publish(publication('p2', WARD), [], line('e1', 'published'));
    const second = await library.publish(publication('p3', ALL), ['p2'], line('e1', 'published'));
    expect(second.sequence).toBeGreaterThan(ward.sequence);
    expect(ward.sequence).toBeGreaterThan(first.sequence);
    expect((await library.publications()).map(({ id, endedAt }) => [id, endedAt === null])).toEqual([['p3', true], ['p2', false], ['p1', false]]);
    const changes = await library.ringChanges();
    expect(new Set(changes.map((each) => each.ring.kind))).toEqual(new Set(['all', 'unit']));
    expect(Math.max(...changes.map((each) => each.sequence))).toBe(await library.revision());
    expect(await library.endPublication('p2', NOW, line('e1', 'ended'))).toBeNull();
    expect(await library.endPublication('p3', NOW, line('e1', 'ended'))).toMatchObject({ id: 'p3', endedAt: NOW });
    expect(await library.edition('e1')).toMatchObject({ everPublished: true });
  });

  test('two that publish at once get two sequences', async () => {
    const done = await Promise.all([library.publish(publication('p1', ALL), [], line('e1', 'published')), library.publish(publication('p2', ALL), [], line('e1', 'published'))]);
    expect(new Set(done.map((each) => each.sequence)).size).toBe(2);
    expect((await library.publications()).filter((each) => each.endedAt === null)).toHaveLength(1);
  });

  test('a notice reaches its rings when it goes live and when it is called back', async () => {
    await library.touchRing(ALL, NOW);
    const before = await library.revision();
    expect(before).toBe(NOW / 1_000);
    await library.addNotice(notice('review'));
    expect(await library.revision()).toBe(before);
    expect(await library.changeNotice({ ...notice('live'), approvedBy: 'binh' }, 'review', NOW)).toBe(true);
    expect(await library.changeNotice(notice('live'), 'review', NOW)).toBe(false);
    expect(await library.revision()).toBe(before + 2);
    expect(await library.changeNotice({ ...notice('cancelled'), approvedBy: 'binh' }, 'live', NOW)).toBe(true);
    expect(await library.revision()).toBe(before + 4);
    expect(await library.notices()).toEqual([{ ...notice('cancelled'), approvedBy: 'binh' }]);
  });

  test('blobs, manifests, settings and hashes in use are kept', async () => {
    await library.addBlob({ sha256: A, bytes: 5, type: 'video/mp4' }, NOW);
    await library.addBlob({ sha256: A, bytes: 5, type: 'video/mp4' }, NOW);
    expect(await library.blob(A)).toEqual({ sha256: A, bytes: 5, type: 'video/mp4' });
    await library.removeBlob(A);
    expect(await library.blob(A)).toBeNull();
    await library.noteManifest(B, 4, 'e1', NOW);
    await library.noteManifest(B, 4, 'e1', NOW);
    expect(await library.manifests([A, B])).toEqual(new Map([[B, { edition: 'e1', sequence: 4 }]]));
    expect(await library.manifests([])).toEqual(new Map());
    await library.saveSyncSettings({ bytesPerSecond: 50_000, quietHours: { from: '20:00', until: '06:00' } }, NOW);
    expect(await library.syncSettings()).toEqual({ bytesPerSecond: 50_000, quietHours: { from: '20:00', until: '06:00' } });
    await library.addEdition(edition('e1'), [file('a', A), file('b', A), file('c', B)], line('e1', 'began'));
    expect([...(await library.hashesOf(['e1']))].sort()).toEqual([A, B]);
    expect(await library.hashesOf([])).toEqual([]);
  });

  test('a clip is changed by one person at a time', async () => {
    const clip = { id: 'phim', unit: 'xa', title: both('Phim'), description: both('Một đoạn phim'), guide: null, waiver: null, files: [], madeAt: NOW, changedAt: NOW };
    expect([await library.addClip(clip), await library.addClip(clip)]).toEqual([true, false]);
    expect(await library.changeClip({ ...clip, waiver: 'Không có lời nói' }, NOW)).toBe(true);
    expect(await library.changeClip(clip, NOW)).toBe(false);
    expect(await library.clip('phim')).toMatchObject({ waiver: 'Không có lời nói', changedAt: NOW + 1 });
    expect(await library.clips()).toHaveLength(1);
    await library.removeClip('phim');
    expect(await library.clip('phim')).toBeNull();
  });
}

function edition(id: string, more: Partial<EditionRow> = {}): EditionRow {
  return { id, version: `2026.11.${id}`, title: 'Bản', unit: null, state: 'draft', base: null, madeAt: NOW, changedAt: NOW, authors: ['an'], approvedBy: null, everPublished: false, shipped: null, ...more };
}
function file(path: string, sha256: string): { path: string; sha256: string; bytes: number } {
  return { path, sha256, bytes: 7 };
}
function line(id: string, action: HistoryRow['action'], path: string | null = null): HistoryRow {
  return { edition: id, at: NOW, actor: 'binh', action, path, note: null };
}
function change(more: Partial<FileChange>): FileChange {
  return { edition: 'e1', path: 'a.json', seen: null, put: [file('a.json', B)], remove: [], author: 'binh', at: NOW + 5, history: [line('e1', 'saved', 'a.json')], ...more };
}
function publication(id: string, ring: Ring): NewPublicationRow {
  return { id, edition: 'e1', ring, at: NOW, actor: 'binh', note: null, isRollBack: false };
}
function notice(state: Notice['state']): Notice {
  return { id: 'n1', rings: [ALL, WARD], from: NOW, until: NOW + 1, title: both('Cúp điện'), text: both('Hôm nay'), state, emergency: null, madeBy: 'an', madeAt: NOW, approvedBy: null, unit: null };
}
function both(text: string): { vi: string; en: string } {
  return { vi: text, en: text };
}
