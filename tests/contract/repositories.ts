import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Repositories } from '#server/repositories/repositories.ts';
import { fleetContract } from './repositories-fleet.ts';
import { enrol, NOW, type OpenedStore } from './repositories-given.ts';

/** What every store must do, whichever database is behind it. */
export function repositoriesContract(open: () => Promise<OpenedStore>): void {
  let store: OpenedStore;
  let repositories: Repositories;
  beforeEach(async () => {
    store = await open();
    repositories = store.repositories;
    await repositories.points.add({ id: 'p1', name: 'Một', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, NOW);
  });
  afterEach(() => store.destroy());

  servicePointsContract(() => repositories);
  fleetContract(() => repositories);

  test('what one program keeps, another sees', async () => {
    const other = await store.openAgain();
    await enrol(other, 'd1', 'stream-1');
    expect(await repositories.devices.findByTokenHash('token-d1')).toMatchObject({ id: 'd1', revoked: false });
    await Promise.all([repositories.devices.revoke('d1', NOW), other.audit.add({ at: NOW, actor: 'a', action: 'b', subject: 'c', detail: { d: 1 } })]);
    expect(await other.devices.findByTokenHash('token-d1')).toMatchObject({ revoked: true });
    expect(await repositories.audit.list()).toEqual([{ at: NOW, actor: 'a', action: 'b', subject: 'c', detail: { d: 1 } }]);
    await other.care.close();
  });

  test('a key is kept once, whoever comes first, and everybody gets that one', async () => {
    const other = await store.openAgain();
    expect(await repositories.keys.find('content')).toBeNull();
    const [mine, theirs] = await Promise.all([repositories.keys.keep('content', 'a', NOW), other.keys.keep('content', 'b', NOW)]);
    expect(['a', 'b']).toContain(mine);
    expect([theirs, await repositories.keys.find('content'), await repositories.keys.find('other')]).toEqual([mine, mine, null]);
    await other.care.close();
  });

  test('what may happen once happens once, also when two programs want it at the same moment', async () => {
    const other = await store.openAgain();
    const point = await repositories.points.find('p1');
    await repositories.devices.addPairingCode('code', point?.no ?? 0, NOW + 1_000);
    const device = { name: 'n', platform: 'l', appVersion: '1', shell: 's' };
    const enrolled = await Promise.all(
      [repositories, other, repositories, other].map((each, no) => each.devices.enrol('code', { ...device, id: `d${no}`, tokenHash: `t${no}` }, `stream-${no}`, NOW)),
    );
    expect(enrolled.filter((outcome) => outcome === 'code-unknown')).toHaveLength(3);
    expect(await repositories.devices.list('all')).toHaveLength(1);
    const added = await Promise.all([repositories, other, other].map((each) => each.points.addUnit({ id: 'thon', name: 'Thôn', parent: 'xa' })));
    expect(added.filter(Boolean)).toHaveLength(1);
    await other.care.close();
  });

  test('a program that looks and then writes keeps others from doing the same, and two that cross each other make no loop', async () => {
    const other = await store.openAgain();
    for (const id of ['a', 'b']) await repositories.points.addUnit({ id, name: id, parent: null });
    await Promise.all([repositories.points.moveUnit('a', 'b'), other.points.moveUnit('b', 'a')]);
    const parents = new Map((await repositories.points.listUnits()).map(({ id, parent }) => [id, parent]));
    expect([parents.get('a'), parents.get('b')].filter((parent) => parent !== null)).toHaveLength(1);
    await other.care.close();
  });

  test('a fresh store is ready and has nothing to complain of', async () => {
    expect(await repositories.care.ready()).toBe(true);
    expect(await repositories.care.check()).toEqual([]);
  });
}

function servicePointsContract(current: () => Repositories): void {
  test('service points are found by id and by unit, down the tree', async () => {
    const { points } = current();
    expect(await points.add({ id: 'p1', name: 'Again', kind: 'one-stop', timezone: 'UTC', unit: null }, NOW)).toBe(false);
    expect(await points.addUnit({ id: 'thon', name: 'Thôn', parent: 'xa' })).toBe(true);
    expect(await points.addUnit({ id: 'thon', name: 'Thôn', parent: 'xa' })).toBe(false);
    expect(await points.addUnit({ id: 'x', name: 'X', parent: 'nowhere' })).toBe(false);
    await points.add({ id: 'p2', name: 'Hai', kind: 'post-office', timezone: 'UTC', unit: 'thon' }, NOW);
    await points.add({ id: 'p0', name: 'Không', kind: 'one-stop', timezone: 'UTC', unit: null }, NOW);
    const ids = async (unit: string | null): Promise<readonly string[]> => (await points.listBelow(unit)).map((point) => point.id);
    expect([await ids(null), await ids('xa'), await ids('thon'), await ids('none')]).toEqual([['p0', 'p1', 'p2'], ['p1', 'p2'], ['p2'], []]);
    expect([await points.unitLiesBelow('thon', 'xa'), await points.unitLiesBelow('xa', 'thon'), await points.unitLiesBelow(null, 'xa'), await points.unitLiesBelow(null, null)]).toEqual([true, false, false, true]);
    expect(await points.find('p2')).toMatchObject({ kind: 'post-office', timezone: 'UTC' });
  });
}

