import { expect, test } from 'vitest';
import { parseRange } from '#server/routes/byte-range.ts';
import { compareDocuments } from '#server/services/library/compare-documents.ts';
import { stateOf } from '#server/services/library/coverage.ts';
import { decideStep, type StepQuestion } from '#server/services/library/decide-step.ts';
import { planMedia } from '#server/services/library/edition-documents.ts';
import { liesInside, ringsOf, unitsUpwards } from '#server/services/library/rings.ts';
import { nextVersion } from '#server/services/library/versions.ts';

const TREE = new Map([['tinh', null], ['xa', 'tinh'], ['thon', 'xa']]);

test('a kiosk is in its own ring, in those of its units upwards, and in the ring of all', () => {
  expect(ringsOf('k', 'thon', TREE)).toEqual(['kiosk:k', 'unit:thon', 'unit:xa', 'unit:tinh', 'all']);
  expect(ringsOf(null, null, TREE)).toEqual(['all']);
  expect(unitsUpwards('a', new Map([['a', 'b'], ['b', 'a']]))).toEqual(['a', 'b']);
});

test('a ring lies inside a wider one, never in itself', () => {
  const unitOf = (): string => 'thon';
  const inside = (inner: Parameters<typeof liesInside>[0], outer: Parameters<typeof liesInside>[1]): boolean => liesInside(inner, outer, TREE, unitOf);
  expect(inside({ kind: 'unit', id: 'xa' }, { kind: 'unit', id: 'tinh' })).toBe(true);
  expect(inside({ kind: 'unit', id: 'tinh' }, { kind: 'unit', id: 'xa' })).toBe(false);
  expect(inside({ kind: 'kiosk', id: 'k' }, { kind: 'unit', id: 'xa' })).toBe(true);
  expect(inside({ kind: 'all' }, { kind: 'all' })).toBe(false);
  expect(inside({ kind: 'unit', id: 'xa' }, { kind: 'kiosk', id: 'k' })).toBe(false);
});

test('versions count within the month', () => {
  expect(nextVersion([], '2026-11-23')).toBe('2026.11.1');
  expect(nextVersion(['2026.11.1', '2026.11.12', '2026.1.99', '2025.11.40'], '2026-11-23')).toBe('2026.11.13');
});

test('a comparison names the parts that differ; what carries an id may move without changing', () => {
  expect(compareDocuments({ a: 1, b: { c: 2 } }, { a: 1, b: { c: 3 }, d: 4 })).toEqual([{ path: 'b.c', before: 2, after: 3 }, { path: 'd', before: null, after: 4 }]);
  expect(compareDocuments([{ id: 'x', n: 1 }, { id: 'y', n: 2 }], [{ id: 'y', n: 2 }, { id: 'x', n: 1 }])).toEqual([{ path: 'order', before: 'x, y', after: 'y, x' }]);
  expect(compareDocuments([{ id: 'x', n: 1 }], [{ id: 'z', n: 0 }, { id: 'x', n: 5 }])).toEqual([{ path: 'x.n', before: 1, after: 5 }, { path: 'z', before: null, after: { id: 'z', n: 0 } }]);
  expect(compareDocuments('a', 'a')).toEqual([]);
});

const question = (more: Partial<StepQuestion>): StepQuestion => ({ edition: { state: 'review', authors: ['an'], everPublished: false }, step: { action: 'approve' }, who: 'binh', problems: 0, waivers: [], ...more });

test('nobody approves what they wrote, nor what has mistakes, nor clips without captions unseen', () => {
  expect(decideStep(question({}))).toEqual({ ok: true, value: { to: 'ready', action: 'approved' } });
  expect(decideStep(question({ who: 'an' }))).toMatchObject({ error: { code: 'LIBRARY_FOUR_EYES' } });
  expect(decideStep(question({ problems: 1 }))).toMatchObject({ error: { code: 'LIBRARY_PROBLEMS' } });
  expect(decideStep(question({ waivers: ['phim'] }))).toMatchObject({ error: { code: 'LIBRARY_STATE', details: { waivers: ['phim'] } } });
  expect(decideStep(question({ waivers: ['phim'], step: { action: 'approve', waivers: ['phim'] } })).ok).toBe(true);
});

test('what was published stays as it is: it is neither returned nor dropped', () => {
  const published = { state: 'ready', authors: ['an'], everPublished: true } as const;
  expect(decideStep(question({ edition: published, step: { action: 'return', note: 'x' } }))).toMatchObject({ error: { code: 'LIBRARY_STATE' } });
  expect(decideStep(question({ edition: published, step: { action: 'drop' } }))).toMatchObject({ error: { code: 'LIBRARY_STATE' } });
  expect(decideStep(question({ edition: { ...published, everPublished: false }, step: { action: 'return', note: 'x' } }))).toMatchObject({ ok: true, value: { to: 'draft' } });
});

test('a playlist takes along what it names and leaves behind what nothing names', () => {
  const still = { kind: 'still', id: 's', title: { vi: 'a', en: 'b' }, description: { vi: 'a', en: 'b' }, seconds: 5, tall: 'clips/new-a.webp', wide: 'clips/old.webp' };
  const file = (path: string): { path: string; sha256: string; bytes: number } => ({ path, sha256: 'a', bytes: 1 });
  const clip = { files: [{ ...file('clips/new-a.webp'), slot: 'poster-tall' as const, type: 'image/webp', licence: 'x', addedAt: 0, probe: null }] };
  expect(planMedia([file('playlist.json'), file('clips/old.webp'), file('clips/gone.mp4')], [clip], { items: [still] })).toEqual({ put: [file('clips/new-a.webp')], remove: ['clips/gone.mp4'] });
  expect(planMedia([file('clips/gone.mp4')], [clip], { items: 'broken' })).toEqual({ put: [], remove: [] });
  // What stands beside the playlist is not its media.
  expect(planMedia([file('languages/zh-500.woff2'), file('speech/vi/0.ogg'), file('catalogue/p.jsonl')], [clip], { items: [] })).toEqual({ put: [], remove: [] });
});

test('coverage believes the hash of the manifest, not the name of the version', () => {
  const told = (manifest: string | null, loading: string | null) => ({ version: 'v', content: { manifest, loading: loading === null ? null : { manifest: loading, bytesDone: 1, bytesTotal: 2 }, refused: [] } });
  expect(stateOf({ planned: 'a', told: told('a', null), silent: true })).toBe('current');
  expect(stateOf({ planned: 'a', told: told('b', 'a'), silent: false })).toBe('loading');
  expect(stateOf({ planned: 'a', told: told('b', 'c'), silent: false })).toBe('behind');
  expect(stateOf({ planned: 'a', told: null, silent: true })).toBe('silent');
  expect(stateOf({ planned: null, told: null, silent: true })).toBe('none');
});

test('a range is the one of RFC 9110, and what it does not know is the whole file', () => {
  const ranges: readonly [string | undefined, unknown][] = [
    ['bytes=0-4', [0, 4]], ['bytes=5-', [5, 9]], ['bytes=-3', [7, 9]], ['bytes=-99', [0, 9]], ['bytes=8-99', [8, 9]], ['bytes=10-', 'unsatisfiable'], ['bytes=-0', 'unsatisfiable'],
    ['bytes=4-2', null], ['bytes=0-1,3-4', null], ['pages=1-2', null], ['bytes=-', null], [undefined, null],
  ];
  for (const [header, expected] of ranges) expect([header, parseRange(header, 10)]).toEqual([header, expected]);
});
