import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AlertChanges } from '#server/repositories/alerts.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import type { OpenedStore } from './repositories-given.ts';

const NOW = 1_795_000_000_000;
const ALL = { pointNos: [1, 2], state: 'all', kind: null, openedFrom: null, openedBefore: null } as const;

/** What targets, alerts, headings and claims must find again, whichever database is behind them. */
export function dayContract(open: () => Promise<OpenedStore>): void {
  let store: OpenedStore;
  let repositories: Repositories;
  beforeEach(async () => {
    store = await open();
    repositories = store.repositories;
  });
  afterEach(() => store.destroy());

  const change = (changes: Partial<AlertChanges>): Promise<readonly string[]> => repositories.alerts.apply({ opened: [], updated: [], closed: [], now: NOW, ...changes });
  const silent = (id: string, deviceId = 'd1', pointNo = 1) => ({ id, kind: 'kiosk-silent', pointNo, deviceId, field: '', figures: { minutes: 16 } }) as const;

  test('a target is kept by unit, field and day, and a later word for the same day replaces it', async () => {
    const { targets } = repositories;
    const row = { unit: 'xa', field: 'Đất đai', from: '2026-11-01', target: 0.9, setAt: NOW, setBy: 'u1' };
    await targets.set(row);
    await targets.set({ ...row, target: 0.8765, setAt: NOW + 1 });
    await targets.set({ ...row, unit: '', field: '', from: '2026-12-01', target: null });
    expect(await targets.list(['xa'])).toEqual([{ ...row, target: 0.8765, setAt: NOW + 1 }]);
    expect((await targets.listAll()).map(({ unit, target }) => [unit, target])).toEqual([['', null], ['xa', 0.8765]]);
    expect(await targets.list([])).toEqual([]);
  });

  test('one alert of a kind stands at a time, whoever opens it', async () => {
    const { alerts } = repositories;
    const other = await store.openAgain();
    expect(await change({ opened: [silent('a1'), silent('a2', 'd2', 2)] })).toEqual(['a1', 'a2']);
    expect(await other.alerts.apply({ opened: [silent('a3')], updated: [], closed: [], now: NOW + 1 })).toEqual([]);
    expect((await alerts.listOpen()).map(({ id }) => id)).toEqual(['a1', 'a2']);
    await change({ closed: ['a1'], updated: [{ id: 'a2', figures: { minutes: 20 } }], now: NOW + 2 });
    expect(await alerts.find('a1')).toMatchObject({ kind: 'kiosk-silent', closedAt: NOW + 2, figures: { minutes: 16 }, acknowledged: null });
    expect(await alerts.find('a2')).toMatchObject({ closedAt: null, figures: { minutes: 20 } });
    expect(await change({ opened: [silent('a4')], now: NOW + 3 })).toEqual(['a4']);
    expect(await alerts.find('a9')).toBeNull();
    await other.care.close();
  });

  test('alerts are listed by state, kind, time and service point, open ones first', async () => {
    const { alerts } = repositories;
    await change({ opened: [silent('a1'), silent('a2', 'd2', 2)] });
    await change({ opened: [{ ...silent('a3'), kind: 'picture-still' }], closed: ['a2'], now: NOW + 10 });
    const ids = async (filter: Partial<Parameters<typeof alerts.list>[0]>): Promise<readonly string[]> => (await alerts.list({ ...ALL, ...filter }, 9)).map(({ id }) => id);
    expect(await ids({})).toEqual(['a3', 'a1', 'a2']);
    expect([await ids({ state: 'open' }), await ids({ state: 'closed' }), await ids({ kind: 'picture-still' }), await ids({ pointNos: [2] })]).toEqual([['a3', 'a1'], ['a2'], ['a3'], ['a2']]);
    expect([await ids({ openedFrom: NOW + 10 }), await ids({ openedBefore: NOW + 10 })]).toEqual([['a3'], ['a1', 'a2']]);
    expect((await alerts.list(ALL, 1)).map(({ id }) => id)).toEqual(['a3']);
    expect([...(await alerts.countOpen([1, 2]))]).toEqual([[1, 2]]);
    expect((await alerts.changedSince(NOW)).map(({ id }) => id)).toEqual(['a2', 'a3']);
  });

  test('an alert is acknowledged with a word, which a later one replaces', async () => {
    const { alerts } = repositories;
    await change({ opened: [silent('a1')] });
    expect(await alerts.acknowledge('a1', { at: NOW, by: 'u1', note: 'Đã gọi' })).toBe(true);
    expect(await alerts.acknowledge('a1', { at: NOW + 1, by: 'u2', note: '' })).toBe(true);
    expect(await alerts.acknowledge('a9', { at: NOW, by: 'u1', note: '' })).toBe(false);
    expect(await alerts.find('a1')).toMatchObject({ acknowledged: { at: NOW + 1, by: 'u2', note: '' } });
  });

  test('watches are what was said last', async () => {
    const { alerts } = repositories;
    await alerts.setWatches([{ kind: 'taps-waiting', deviceId: 'd1', since: NOW }, { kind: 'content-old', deviceId: 'd1', since: NOW }]);
    await alerts.setWatches([{ kind: 'taps-waiting', deviceId: 'd1', since: NOW }]);
    expect(await alerts.listWatches()).toEqual([{ kind: 'taps-waiting', deviceId: 'd1', since: NOW }]);
  });

  test('work is claimed by one at a time, and by another when the first lets it lapse', async () => {
    const other = await store.openAgain();
    const claims = [repositories.claims.claim('look', 'one', { now: NOW, until: NOW + 60 }), other.claims.claim('look', 'two', { now: NOW, until: NOW + 60 })];
    const got = await Promise.all(claims);
    expect(got.filter(Boolean)).toHaveLength(1);
    const [winner, loser] = got[0] === true ? ['one', 'two'] : ['two', 'one'];
    expect(await other.claims.claim('look', winner ?? '', { now: NOW + 1, until: NOW + 61 })).toBe(true);
    expect(await other.claims.claim('look', loser ?? '', { now: NOW + 60, until: NOW + 90 })).toBe(false);
    expect(await other.claims.claim('look', loser ?? '', { now: NOW + 61, until: NOW + 90 })).toBe(true);
    await other.claims.release('look', loser ?? '');
    expect(await repositories.claims.claim('look', winner ?? '', { now: NOW + 62, until: NOW + 90 })).toBe(true);
    await other.care.close();
  });

  test('a report has the heading of the nearest unit that has one', async () => {
    const { headings } = repositories;
    await headings.set({ unit: '', heading: '{"agency":"A"}', setAt: NOW, setBy: 'u' });
    await headings.set({ unit: 'tinh', heading: '{"agency":"B"}', setAt: NOW, setBy: 'u' });
    await headings.set({ unit: 'tinh', heading: '{"agency":"C"}', setAt: NOW, setBy: 'u' });
    expect(await headings.findNearest(['xa', 'tinh', ''])).toEqual({ unit: 'tinh', heading: '{"agency":"C"}' });
    expect(await headings.findNearest([''])).toEqual({ unit: '', heading: '{"agency":"A"}' });
    expect(await headings.findNearest(['khac'])).toBeNull();
  });
}
