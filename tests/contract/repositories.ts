import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryRow, LedgerTransaction, RollupDelta, StoredTap } from '#server/repositories/ledger.ts';
import type { Repositories } from '#server/repositories/repositories.ts';

export type OpenedStore = {
  readonly repositories: Repositories;
  /** A second program on the same data. */
  openAgain(): Promise<Repositories>;
  destroy(): Promise<void>;
};

const NOW = 1_795_000_000_000;
const DAY = '2026-11-18';

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
  devicesContract(() => repositories);
  staffContract(() => repositories);
  ledgerContract(() => repositories);

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

  test('a fresh store is ready and has nothing to complain of', async () => {
    expect(await repositories.care.ready()).toBe(true);
    expect(await repositories.care.check()).toEqual([]);
  });
}

async function enrol(repositories: Repositories, id: string, stream: string): Promise<unknown> {
  const point = await repositories.points.find('p1');
  await repositories.devices.addPairingCode(`code-${id}`, point?.no ?? 0, NOW + 1_000);
  return repositories.devices.enrol(`code-${id}`, { id, tokenHash: `token-${id}`, name: id, platform: 'l', appVersion: '1', shell: 'browser' }, stream, NOW);
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

function devicesContract(current: () => Repositories): void {
  test('a pairing code is used up once, and not after its time', async () => {
    const { devices } = current();
    expect(await enrol(current(), 'd1', 'stream-1')).toMatchObject({ id: 'p1' });
    const device = { id: 'd2', tokenHash: 't2', name: 'n', platform: 'l', appVersion: '1', shell: 's' };
    expect(await devices.enrol('code-d1', device, 'stream-2', NOW)).toBe('code-unknown');
    await devices.addPairingCode('late', 1, NOW);
    expect(await devices.enrol('late', device, 'stream-2', NOW)).toBe('code-unknown');
    expect(await devices.findByTokenHash('t2')).toBeNull();
  });

  test('a heartbeat is kept, its counts never fall, and a foreign stream is refused', async () => {
    const { devices, summaries } = current();
    await enrol(current(), 'd1', 'stream-1');
    await enrol(current(), 'd2', 'stream-2');
    const beat = { deviceId: 'd1', pointNo: 1, stream: 'stream-1', head: 9, made: [{ day: DAY, taps: 4 }], clockOffset: -5, health: '{}', now: NOW };
    expect(await devices.beat(beat)).toBe('stored');
    expect(await devices.beat({ ...beat, head: 3, made: [{ day: DAY, taps: 2 }] })).toBe('stored');
    expect(await devices.beat({ ...beat, stream: 'stream-2' })).toBe('foreign-stream');
    const [status] = await devices.list('all');
    expect(status).toMatchObject({ id: 'd1', head: 9, received: 0, clockOffset: -5, lastSeenAt: NOW, stream: 'stream-1' });
    expect(await summaries.completenessOfDevice('d1', DAY)).toEqual({ made: 4, received: 0, missing: 4 });
    expect(await summaries.completenessOfDevice('d2', DAY)).toEqual({ made: null, received: 0, missing: null });
    expect(await devices.list([])).toEqual([]);
    expect(await devices.revoke('nobody', NOW)).toBe(false);
  });
}

function staffContract(current: () => Repositories): void {
  const user = { id: 'u1', email: 'a@b.vn', passwordHash: 'h', role: 'editor', unit: null } as const;

  test('users, sessions and links end when they should', async () => {
    const { staff } = current();
    expect(await staff.addUser(user, NOW)).toBe(true);
    expect(await staff.addUser({ ...user, id: 'u2' }, NOW)).toBe(false);
    expect(await staff.hasAdministrator()).toBe(false);
    await staff.addSession('s1', 'u1', { now: NOW, expiresAt: NOW + 1 });
    expect([await staff.findBySession('s1', NOW), await staff.findBySession('s1', NOW + 1)]).toMatchObject([{ id: 'u1' }, null]);
    await staff.removeSession('s1');
    expect(await staff.findBySession('s1', NOW)).toBeNull();
    await staff.setSignInLink('u1', 'l1', NOW + 1);
    await staff.setSignInLink('u1', 'l2', NOW + 1);
    expect(await staff.useSignInLink('l1', NOW)).toBeNull();
    expect(await staff.useSignInLink('l2', NOW)).toMatchObject({ id: 'u1' });
    expect(await staff.useSignInLink('l2', NOW)).toBeNull();
  });

  test('a first administrator claims an e-mail that is free, once', async () => {
    const { staff } = current();
    await staff.addUser(user, NOW);
    await staff.addUser({ id: 'first', email: null, passwordHash: null, role: 'admin', unit: null }, NOW);
    expect(await staff.findUnclaimedAdministrator()).toMatchObject({ id: 'first' });
    expect(await staff.claim('first', 'a@b.vn', 'h')).toBe('taken');
    expect(await staff.claim('first', 'c@d.vn', 'h')).toBe('done');
    expect(await staff.claim('first', 'e@f.vn', 'h')).toBe('claimed');
    expect([await staff.hasAdministrator(), await staff.findUnclaimedAdministrator()]).toEqual([true, null]);
  });
}

function ledgerContract(current: () => Repositories): void {
  const within = <T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T> => current().ledger.transaction(work);
  const openStream = async (): Promise<number> => {
    await enrol(current(), 'd1', 'stream-1');
    return within(async (tx) => (await tx.lockStream('stream-1'))?.no ?? 0);
  };

  test('a transaction that fails leaves nothing behind, and the next one works', async () => {
    const no = await openStream();
    await expect(
      within(async (tx) => {
        await tx.insertEntries(no, [tapRow(1)]);
        await tx.advance(no, 'd1', { mark: 1, forwardTo: 0, quarantined: 0, unplaceable: 0 }, NOW);
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await within((tx) => tx.lockStream('stream-1'))).toMatchObject({ mark: 0 });
    expect(await within((tx) => tx.taps(no, [1]))).toEqual([]);
  });

  test('an entry\'s number is given once', async () => {
    const no = await openStream();
    await within((tx) => tx.insertEntries(no, [tapRow(1)]));
    await expect(within((tx) => tx.insertEntries(no, [tapRow(1)]))).rejects.toThrow(/constraint|unique/i);
  });

  test('taps come back as they were kept and changed', async () => {
    const no = await openStream();
    const rows = Array.from({ length: 45 }, (_, index) => tapRow(index + 1));
    await within((tx) => tx.insertEntries(no, [...rows, referenceRow(46, 'retract', 60), referenceRow(47, 'reasons', 61)]));
    await within((tx) => tx.changeTaps(no, [{ seq: 2, flags: 3, retracted: true, reasons: ['wait', 'chờ'] }]));
    const [first, second] = await within((tx) => tx.taps(no, [1, 2, 46, 99]));
    expect(first).toEqual(storedTap(1));
    expect(second).toEqual({ ...storedTap(2), flags: 3, retracted: true, reasons: ['wait', 'chờ'] });
    expect(await within((tx) => tx.earlyReferences(no, 50))).toEqual([
      { kind: 'retract', of: 60, seq: 46 },
      { kind: 'reasons', of: 61, seq: 47, reasons: ['wait'] },
    ]);
    expect(await within((tx) => tx.earlyReferences(no, 62))).toEqual([]);
  });

  test('the tail reaches back to the first tap that is out of reach, in ledger order', async () => {
    const no = await openStream();
    await within((tx) => tx.insertEntries(no, [1, 2, 3, 4].map(tapRow)));
    const seqs = async (window: { after: number; lastAt: number; most?: number }): Promise<readonly number[]> => (await within((tx) => tx.tailOfTaps(no, { most: 9, ...window }))).map((tap) => tap.seq);
    expect(await seqs({ after: NOW + 2_000, lastAt: NOW + 9_000 })).toEqual([3, 4]);
    expect(await seqs({ after: 0, lastAt: NOW + 3_500 })).toEqual([]);
    expect(await seqs({ after: 0, lastAt: NOW + 4_000 })).toEqual([1, 2, 3, 4]);
    expect(await seqs({ after: 0, lastAt: NOW + 4_000, most: 3 })).toEqual([2, 3, 4]);
  });

  test('rollups add up over transactions', async () => {
    const no = await openStream();
    const delta: RollupDelta = {
      days: [{ day: DAY, pointNo: 1, field: 'Hộ tịch', scores: [0, 0, 1, 0, 2], flagged: [0, 0, 0, 0, 1], asked: 1, corrected: 2, unplaceable: 3 }],
      reasons: [{ day: DAY, pointNo: 1, field: '', reason: 'wait', taps: 2 }],
      hours: [{ day: DAY, pointNo: 1, hour: 9, field: '', scores: [1, 0, 0, 0, 0] }],
      procedures: [{ day: DAY, pointNo: 1, procedure: 'a', field: '', opened: 1, finished: 2, left: 3, problems: 4, handoffs: 5, scores: [1, 0, 0, 0, 0] }],
      steps: [{ day: DAY, pointNo: 1, procedure: 'a', step: 'b', field: '', reached: 1, left: 2, problems: 3, handoffs: 4 }],
      streamDays: [{ day: DAY, pointNo: 1, received: 3, receivedOwn: 1 }],
    };
    await within((tx) => tx.addToRollups(no, delta));
    await within((tx) => tx.addToRollups(no, delta));
    const query = { from: DAY, to: DAY, pointNos: [1], field: null };
    const { summaries } = current();
    expect(await summaries.days(query)).toEqual([{ day: DAY, pointNo: 1, scores: [0, 0, 2, 0, 4], flagged: [0, 0, 0, 0, 2], asked: 2, corrected: 4, unplaceable: 6 }]);
    expect(await summaries.days({ ...query, field: 'Cư trú' })).toEqual([]);
    expect(await summaries.days({ ...query, pointNos: [] })).toEqual([]);
    expect(await summaries.reasons(query)).toEqual([{ day: DAY, pointNo: 1, reason: 'wait', taps: 4 }]);
    expect(await summaries.hours(query)).toEqual([{ day: DAY, hour: 9, pointNo: 1, scores: [2, 0, 0, 0, 0] }]);
    expect(await summaries.procedures(query)).toEqual([{ procedure: 'a', opened: 2, finished: 4, left: 6, problems: 8, handoffs: 10, scores: [2, 0, 0, 0, 0] }]);
    expect(await summaries.steps(query)).toEqual([{ procedure: 'a', step: 'b', reached: 2, left: 4, problems: 6, handoffs: 8 }]);
    expect(await summaries.completeness(query)).toEqual([{ day: DAY, pointNo: 1, made: null, received: 6, missing: null }]);
  });

  test('the check finds rollups and marks that do not fit the entries', async () => {
    const no = await openStream();
    await within((tx) => tx.insertEntries(no, [tapRow(1), tapRow(3)]));
    const checks = (await current().care.check()).map((finding) => finding.check);
    expect(checks).toEqual(expect.arrayContaining(['marks', 'rollup_day', 'rollup_hour', 'stream_day']));
  });
}

function storedTap(seq: number): StoredTap {
  return {
    seq,
    pointNo: 1,
    at: NOW + seq * 1_000,
    day: DAY,
    hour: 9,
    ownDay: null,
    score: 4,
    field: 'Hộ tịch',
    procedure: null,
    flags: 0,
    retracted: false,
    reasons: [],
  };
}

function tapRow(seq: number): EntryRow {
  const { at, day, hour, pointNo, ownDay, score, field, procedure, flags, retracted, reasons } = storedTap(seq);
  return { seq, pointNo, kind: 'tap', at, day, hour, placing: 'as-sent', ownDay, of: null, tap: { score, field, procedure, flags, retracted, reasons }, body: '{"kind":"tap"}' };
}

function referenceRow(seq: number, kind: 'retract' | 'reasons', of: number): EntryRow {
  return { ...tapRow(seq), kind, of, tap: null, body: JSON.stringify({ kind, of, reasons: ['wait'] }) };
}
