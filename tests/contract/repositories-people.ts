import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Repositories } from '#server/repositories/repositories.ts';
import type { StaffUserRow } from '#server/repositories/staff.ts';
import { enrol, NOW, type OpenedStore } from './repositories-given.ts';

const HOUR = 3_600_000;
const USER: StaffUserRow = { id: 'u1', email: 'a@b.vn', passwordHash: 'h', role: 'editor', unit: null };
const ADMIN: StaffUserRow = { ...USER, id: 'boss', email: 'boss@b.vn', role: 'admin' };

/** What every store must do about people, the log and messages. */
export function repositoriesPeopleContract(open: () => Promise<OpenedStore>): void {
  let store: OpenedStore;
  let repositories: Repositories;
  beforeEach(async () => {
    store = await open();
    repositories = store.repositories;
    const { points } = repositories;
    await points.addUnit({ id: 'tinh', name: 'Tỉnh', parent: null });
    await points.addUnit({ id: 'xa', name: 'Xã', parent: 'tinh' });
    await points.addUnit({ id: 'khac', name: 'Khác', parent: null });
    await points.add({ id: 'p1', name: 'Một', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, NOW);
  });
  afterEach(() => store.destroy());

  usersContract(() => repositories);
  sessionsContract(() => repositories);
  auditContract(() => repositories);
  outboxContract(() => repositories);

  test('the first administrator is made once, whichever process asks', async () => {
    const other = await store.openAgain();
    const [mine, theirs] = await Promise.all([repositories.staff.ensureUnclaimedAdministrator('first', NOW), other.staff.ensureUnclaimedAdministrator('second', NOW)]);
    expect(mine).toBe(theirs);
    expect((await repositories.staff.listBelow(null)).length).toBe(1);
    await other.care.close();
  });

  test('two administrators cannot put each other out at the same moment', async () => {
    const other = await store.openAgain();
    await repositories.staff.addUser(ADMIN, NOW);
    await repositories.staff.addUser({ ...ADMIN, id: 'boss2', email: 'boss2@b.vn' }, NOW);
    const outcomes = await Promise.all([repositories.staff.change('boss2', { disabledAt: NOW }), other.staff.change('boss', { role: 'viewer' })]);
    expect(outcomes.toSorted()).toEqual(['done', 'last-admin']);
    await other.care.close();
  });

  test('processes count tries together', async () => {
    const other = await store.openAgain();
    const rule = { tries: 3, refillMs: 1_000 };
    const take = (now: number): Promise<number> => (now % 2 === 0 ? repositories : other).tries.take('who', rule, now);
    const together = await Promise.all([0, 1, 2, 3, 4, 5].map((more) => take(NOW + more)));
    expect(together.filter((wait) => wait === 0).length).toBe(3);
    expect(Math.min(...together.filter((wait) => wait > 0))).toBeGreaterThan(900);
    expect([await take(NOW + 1_010), await take(NOW + 1_020)]).toEqual([0, expect.any(Number)]);
    await other.tries.giveBack('who', rule);
    expect(await take(NOW + 1_030)).toBe(0);
    expect(await repositories.tries.take('somebody else', rule, NOW)).toBe(0);
    await repositories.tries.forget(NOW + 10_000);
    expect(await take(NOW + 1_040)).toBe(0);
    await other.care.close();
  });

  test('one process at a time sends to a subscription, and another takes over when it dies', async () => {
    const other = await store.openAgain();
    await addSubscription(repositories, 's1', 'xa');
    await repositories.notices.enqueue([message('m1', 's1', NOW)]);
    const claims = await Promise.all([repositories.notices.claim('s1', { now: NOW, until: NOW + 100 }), other.notices.claim('s1', { now: NOW, until: NOW + 100 })]);
    expect(claims.toSorted()).toEqual([false, true]);
    expect(await other.notices.listDue(NOW, 9)).toEqual([]);
    expect(await other.notices.listDue(NOW + 100, 9)).toEqual(['s1']);
    expect(await other.notices.claim('s1', { now: NOW + 100, until: NOW + 200 })).toBe(true);
    await other.notices.release('s1');
    expect(await repositories.notices.listDue(NOW, 9)).toEqual(['s1']);
    await other.care.close();
  });
}

function usersContract(current: () => Repositories): void {
  test('an address is one user; users are found by address, id and unit, down the tree', async () => {
    const { staff } = current();
    expect(await staff.addUser({ ...USER, name: 'Nguyễn Thị An' }, NOW)).toBe(true);
    expect(await staff.addUser({ ...USER, id: 'u2' }, NOW)).toBe(false);
    await staff.addUser({ ...USER, id: 'u3', email: 'xa@b.vn', unit: 'xa' }, NOW);
    expect(await staff.findByEmail('a@b.vn')).toEqual({ ...USER, name: 'Nguyễn Thị An', createdAt: NOW, lastSignInAt: null, disabledAt: null, oidc: null });
    expect(await staff.findById('nobody')).toBeNull();
    const ids = async (unit: string | null): Promise<readonly string[]> => (await staff.listBelow(unit)).map((user) => user.id);
    expect([await ids(null), await ids('tinh'), await ids('khac')]).toEqual([['u1', 'u3'], ['u3'], []]);
  });

  test('the last administrator of the whole centre stays one', async () => {
    const { staff } = current();
    await staff.addUser(ADMIN, NOW);
    await staff.addUser({ ...ADMIN, id: 'of-unit', email: 'unit@b.vn', unit: 'xa' }, NOW);
    await staff.addUser({ ...ADMIN, id: 'invited', email: 'invited@b.vn', passwordHash: null }, NOW);
    expect([await staff.change('boss', { role: 'editor' }), await staff.change('boss', { unit: 'xa' }), await staff.change('boss', { disabledAt: NOW })]).toEqual(['last-admin', 'last-admin', 'last-admin']);
    expect([await staff.change('boss', { name: 'Bà Bình' }), await staff.change('nobody', { name: 'x' })]).toEqual(['done', 'unknown']);
    await staff.setPassword('invited', 'h');
    expect(await staff.change('boss', { disabledAt: NOW })).toBe('done');
    expect([await staff.hasAdministrator(), (await staff.findById('boss'))?.disabledAt, (await staff.findById('boss'))?.name]).toEqual([true, NOW, 'Bà Bình']);
    expect(await staff.change('boss', { disabledAt: null })).toBe('done');
  });

  test('a first administrator claims an e-mail that is free, once', async () => {
    const { staff } = current();
    await staff.addUser(USER, NOW);
    const first = await staff.ensureUnclaimedAdministrator('first', NOW);
    expect([first, await staff.hasAdministrator()]).toEqual(['first', false]);
    expect([await staff.claim('first', 'a@b.vn', 'h'), await staff.claim('first', 'c@d.vn', 'h'), await staff.claim('first', 'e@f.vn', 'h')]).toEqual(['taken', 'done', 'claimed']);
    expect(await staff.hasAdministrator()).toBe(true);
  });

  test('an identity of OpenID Connect is one user\'s for ever', async () => {
    const { staff } = current();
    const identity = { issuer: 'https://id.vn', subject: '1' };
    await staff.addUser(USER, NOW);
    await staff.addUser({ ...USER, id: 'u2', email: 'b@b.vn' }, NOW);
    expect([await staff.bindOidc('u1', identity), await staff.bindOidc('u1', identity), await staff.bindOidc('u2', identity)]).toEqual([true, true, false]);
    expect(await staff.bindOidc('u1', { ...identity, subject: '2' })).toBe(false);
    expect([(await staff.findByOidc(identity))?.id, await staff.findByOidc({ ...identity, issuer: 'https://other.vn' })]).toEqual(['u1', null]);
  });

  test('a read token is worth nothing after its end and once it is revoked', async () => {
    const { staff } = current();
    await staff.addReadToken({ id: 't1', name: 'Báo cáo', unit: 'xa', expiresAt: NOW + 10 }, 'hash', NOW);
    expect(await staff.findReadToken('hash', NOW)).toEqual({ id: 't1', name: 'Báo cáo', unit: 'xa', createdAt: NOW, expiresAt: NOW + 10, lastUsedAt: null, revokedAt: null });
    await staff.seeReadToken('t1', NOW + 1);
    expect([await staff.findReadToken('hash', NOW + 10), (await staff.findReadTokenById('t1'))?.lastUsedAt]).toEqual([null, NOW + 1]);
    expect([await staff.revokeReadToken('t1', NOW), await staff.revokeReadToken('t1', NOW), await staff.findReadToken('hash', NOW)]).toEqual([true, false, null]);
    expect([(await staff.listReadTokens('tinh')).length, (await staff.listReadTokens('khac')).length, (await staff.listReadTokens(null)).length]).toEqual([1, 0, 1]);
  });
}

function sessionsContract(current: () => Repositories): void {
  const session = (id: string, userId = 'u1'): Parameters<Repositories['staff']['addSession']>[0] => ({ tokenHash: `hash-${id}`, id, userId, now: NOW, expiresAt: NOW + 12 * HOUR, agent: 'Firefox', address: '10.0.0.x' });
  const at = (now: number): { now: number; idleMs: number } => ({ now, idleMs: HOUR });

  test('a session ends at its end, after an idle time, and when its user is disabled or gets a password', async () => {
    const { staff } = current();
    await staff.addUser(USER, NOW);
    await staff.addSession(session('s1'));
    expect(await staff.findSession('hash-s1', at(NOW + HOUR - 1))).toMatchObject({ sessionId: 's1', user: { id: 'u1', lastSignInAt: NOW } });
    expect(await staff.findSession('hash-s1', at(NOW + HOUR))).toBeNull();
    await staff.seeSession('hash-s1', NOW + HOUR - 1);
    expect(await staff.findSession('hash-s1', at(NOW + HOUR))).not.toBeNull();
    await staff.seeSession('hash-s1', NOW + 12 * HOUR - 1);
    expect([await staff.findSession('hash-s1', at(NOW + 12 * HOUR - 1)), await staff.findSession('hash-s1', at(NOW + 12 * HOUR))]).toEqual([expect.anything(), null]);
    await staff.change('u1', { disabledAt: NOW });
    await staff.change('u1', { disabledAt: null });
    expect(await staff.findSession('hash-s1', at(NOW))).toBeNull();
    await staff.addSession(session('s2'));
    await staff.setPassword('u1', 'new');
    expect(await staff.findSession('hash-s2', at(NOW))).toBeNull();
  });

  test('one sees and ends one\'s own sessions only', async () => {
    const { staff } = current();
    await staff.addUser(USER, NOW);
    await staff.addUser({ ...USER, id: 'u2', email: 'b@b.vn' }, NOW);
    for (const [id, userId] of [['s1', 'u1'], ['s2', 'u1'], ['s3', 'u2']] as const) await staff.addSession(session(id, userId));
    expect((await staff.listSessions('u1', at(NOW))).map((each) => each.id)).toEqual(['s1', 's2']);
    expect([await staff.endSessions('u1', { only: 's3' }), await staff.endSessions('u1', { allBut: 's2' })]).toEqual([0, 1]);
    expect((await staff.listSessions('u1', at(NOW))).map((each) => each.id)).toEqual(['s2']);
    await staff.removeSession('hash-s2');
    expect(await staff.listSessions('u1', at(NOW))).toEqual([]);
    expect(await staff.findSession('hash-s3', at(NOW))).not.toBeNull();
  });

  test('a link is used up once, replaces the one before unless told to stand beside it, and ends with its user', async () => {
    const { staff } = current();
    await staff.addUser(USER, NOW);
    const link = (tokenHash: string, more = 0): Parameters<Repositories['staff']['setLink']>[1] => ({ tokenHash, kind: 'reset', expiresAt: NOW + HOUR + more });
    await staff.setLink('u1', link('l1'), { now: NOW, replaces: null });
    await staff.setLink('u1', link('l2'), { now: NOW, replaces: null });
    expect([await staff.findLink('l1', NOW), await staff.findLink('l2', NOW + HOUR)]).toEqual([null, null]);
    await staff.setLink('u1', link('l3', 5), { now: NOW, replaces: NOW + HOUR });
    expect([(await staff.findLink('l2', NOW))?.kind, (await staff.findLink('l3', NOW))?.user.id]).toEqual(['reset', 'u1']);
    expect([await staff.useLink('l2'), await staff.useLink('l2'), await staff.useLink('l3')]).toEqual([true, false, false]);
    await staff.setLink('u1', link('l4'), { now: NOW, replaces: null });
    await staff.change('u1', { disabledAt: NOW });
    expect(await staff.findLink('l4', NOW)).toBeNull();
  });

  test('a password is hashed anew without ending anything, unless it was changed meanwhile', async () => {
    const { staff } = current();
    await staff.addUser(USER, NOW);
    await staff.addSession(session('s1'));
    await staff.rehash('u1', 'other', 'lost');
    await staff.rehash('u1', 'h', 'stronger');
    expect([(await staff.findById('u1'))?.passwordHash, await staff.findSession('hash-s1', at(NOW))]).toEqual(['stronger', expect.anything()]);
  });
}

function auditContract(current: () => Repositories): void {
  test('a record belongs to the unit of what it is about, else to that of who did it', async () => {
    const { audit, staff } = current();
    await staff.addUser({ ...ADMIN, id: 'xa-admin', unit: 'xa' }, NOW);
    await staff.addUser({ ...USER, id: 'centre' }, NOW);
    await enrol(current(), 'd1', 'stream-1');
    const record = { at: NOW, actor: 'centre', action: 'test', subject: 'nothing', detail: {} };
    await audit.add(record);
    await audit.add({ ...record, subject: 'p1' });
    await audit.add({ ...record, subject: 'd1' });
    await audit.add({ ...record, actor: 'xa-admin' });
    await audit.add({ ...record, unit: 'khac', address: '10.0.0.x' });
    const units = async (unit: string | null): Promise<readonly (string | null)[]> => (await audit.page({ unit, most: 99 })).map((each) => each.unit);
    expect([await units(null), await units('tinh'), await units('khac')]).toEqual([['khac', 'xa', 'xa', 'xa', null], ['xa', 'xa', 'xa'], ['khac']]);
    expect((await audit.page({ unit: 'tinh', most: 99 })).map((each) => [each.actorName, each.subjectName])).toEqual([['boss@b.vn', null], ['a@b.vn', 'd1'], ['a@b.vn', 'Một']]);
    expect((await audit.page({ unit: 'khac', most: 1 }))[0]?.address).toBe('10.0.0.x');
  });

  test('the log is read by person, subject, action, span and page', async () => {
    const { audit } = current();
    for (let index = 0; index < 6; index += 1) await audit.add({ at: NOW + index, actor: `a${index % 2}`, action: `do${index % 3}`, subject: `s${index}`, detail: { index } });
    const found = async (filter: object): Promise<readonly unknown[]> => (await audit.page({ unit: null, most: 9, ...filter })).map((each) => each.detail['index']);
    expect([await found({ actor: 'a1' }), await found({ subject: 's2' }), await found({ action: 'do2' }), await found({ from: NOW + 1, until: NOW + 3 })]).toEqual([[5, 3, 1], [2], [5, 2], [2, 1]]);
    const [first] = await audit.page({ unit: null, most: 1 });
    expect(await found({ before: first?.no, most: 2 })).toEqual([4, 3]);
  });
}

function outboxContract(current: () => Repositories): void {
  test('a subscription hears of its unit and of what lies below', async () => {
    const { notices } = current();
    for (const [id, unit] of [['all', null], ['of-tinh', 'tinh'], ['of-xa', 'xa'], ['of-khac', 'khac']] as const) await addSubscription(current(), id, unit);
    const above = async (unit: string | null): Promise<readonly string[]> => (await notices.listAbove(unit)).map((row) => row.id);
    expect([await above('xa'), await above('tinh'), await above(null)]).toEqual([['all', 'of-tinh', 'of-xa'], ['all', 'of-tinh'], ['all']]);
    expect((await notices.listBelow('tinh')).map((row) => row.id).toSorted()).toEqual(['of-tinh', 'of-xa']);
    expect([await notices.remove('of-xa', NOW), await notices.remove('of-xa', NOW), await notices.find('of-xa'), await above('xa')]).toEqual([true, false, null, ['all', 'of-tinh']]);
  });

  test('one event is one message, and waits until it is sent or given up', async () => {
    const { notices } = current();
    await addSubscription(current(), 's1', 'xa');
    await notices.enqueue([message('m1', 's1', NOW), message('m2', 's1', NOW + 50)]);
    await notices.enqueue([{ ...message('m3', 's1', NOW), noticeKey: 'key-m1' }]);
    expect((await notices.waiting('s1')).map((each) => [each.id, each.urgent, each.attempts])).toEqual([['m1', false, 0], ['m2', false, 0]]);
    expect([await notices.listDue(NOW - 1, 9), await notices.listDue(NOW, 9)]).toEqual([[], ['s1']]);
    await notices.failed('s1', ['m1'], { now: NOW, dueAt: NOW + 30, problem: 'busy' });
    expect([(await notices.listBelow(null))[0], await notices.listDue(NOW, 9)]).toMatchObject([{ problem: 'busy', waiting: 2, lastSentAt: null }, []]);
    await notices.sent('s1', ['m1'], { now: NOW + 40, digest: true });
    await notices.failed('s1', ['m2'], { now: NOW + 60, dueAt: null, problem: 'gone' });
    expect((await notices.listBelow(null))[0]).toMatchObject({ problem: 'gone', waiting: 0, lastSentAt: NOW + 40, digestAt: NOW + 40 });
    await notices.enqueue([{ ...message('m4', 's1', NOW), noticeKey: 'key-m1' }]);
    expect(await notices.waiting('s1')).toEqual([]);
    await notices.forget(NOW + 50);
    await notices.enqueue([{ ...message('m5', 's1', NOW), noticeKey: 'key-m1' }]);
    expect((await notices.waiting('s1')).map((each) => each.id)).toEqual(['m5']);
  });

  test('what waits for somebody who may not look any more is dropped', async () => {
    const { notices } = current();
    await addSubscription(current(), 's1', 'xa');
    await notices.enqueue([message('m1', 's1', NOW)]);
    await notices.removeOfTarget('an@b.vn', NOW);
    expect([await notices.waiting('s1'), await notices.listDue(NOW, 9), await notices.listAbove('xa')]).toEqual([[], [], []]);
  });
}

async function addSubscription({ notices }: Repositories, id: string, unit: string | null): Promise<void> {
  await notices.add({ id, unit, kinds: ['kiosk-silent'], channel: 'mail', target: 'an@b.vn', secret: null, createdAt: NOW, createdBy: 'u1' });
}

function message(id: string, subscriptionId: string, dueAt: number): Parameters<Repositories['notices']['enqueue']>[0][number] {
  return { id, subscriptionId, noticeKey: `key-${id}`, urgent: false, body: '{}', createdAt: NOW, dueAt };
}
