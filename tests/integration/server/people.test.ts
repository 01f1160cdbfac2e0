import { argon2, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '#contract/people.ts';
import type { Role } from '#contract/staff.ts';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import type { Mail } from '#server/ports.ts';
import { staffAccounts } from '#server/services/staff-accounts.ts';
import { entry, MINUTE, openCentre, PASSWORD, tap, TEN_O_CLOCK, TODAY, type Centre } from './open-centre.ts';

const HOUR = 60 * MINUTE;
let centre: Centre;
let mails: Mail[];
let mailProblem: string | null;
beforeEach(async () => {
  [mails, mailProblem] = [[], null];
  const mailer = { send: async (mail: Mail) => (mails.push(mail), mailProblem) };
  centre = await openCentre({ publicUrl: 'http://centre.vn' }, undefined, { mailer });
  for (const [id, parent] of [['tinh', null], ['xa', 'tinh'], ['khac', null]] as const) await centre.repositories.points.addUnit({ id, name: id, parent });
  await centre.addUser('boss@vi.vn', 'admin');
  await centre.addUser('xa@vi.vn', 'admin', 'xa');
});
afterEach(() => centre.close());

type Sent = { readonly status: number; readonly body: { readonly [key: string]: unknown }; readonly code: unknown; readonly cookie: string; readonly retryAfter: unknown };
async function send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, cookie: string, payload?: object, more: Record<string, string> = {}): Promise<Sent> {
  const answer = await centre.app.inject({ method, url, headers: { cookie, 'sec-fetch-site': 'same-origin', 'user-agent': 'Firefox/140', ...more }, ...(payload === undefined ? {} : { payload }) });
  const body = answer.body === '' || !String(answer.headers['content-type']).includes('json') ? { text: answer.body } : answer.json();
  return { status: answer.statusCode, body, code: body.error?.code, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '', retryAfter: answer.headers['retry-after'] };
}
const signIn = (email: string, password = PASSWORD, more: Record<string, string> = {}): Promise<Sent> => send('POST', '/api/v1/sign-in', '', { email, password }, more);
type Invited = { readonly user: Account; readonly link: string | null };
async function invite(cookie: string, email: string, role: Role = 'viewer', unit: string | null = 'xa', mail = false): Promise<Sent & { readonly invited: Invited }> {
  const sent = await send('POST', '/api/v1/users', cookie, { email, name: 'Trần Văn An', role, unit, mail });
  return { ...sent, invited: sent.body as unknown as Invited };
}
const tokenOf = (link: string | null): string => (link ?? '').replace('/link#', '');
const FRESH = 'cây bàng trước sân';

describe('an invitation', () => {
  test('gives a link that works once, and a password of one\'s own', async () => {
    const boss = await centre.cookieOf('boss@vi.vn');
    const { status, invited } = await invite(boss, ' An@Xa.vn'.trim(), 'editor');
    expect([status, invited.user]).toMatchObject([201, { email: 'an@xa.vn', name: 'Trần Văn An', role: 'editor', unit: 'xa', state: 'invited', hasPassword: false }]);
    const token = tokenOf(invited.link);
    expect((await send('POST', '/api/v1/links/open', '', { token })).body).toEqual({ kind: 'invitation', email: 'an@xa.vn', expiresAt: TEN_O_CLOCK + 72 * HOUR });
    expect(await send('POST', '/api/v1/links/use', '', { token, password: 'an@xa.vn-123' })).toMatchObject({ status: 400, code: 'STAFF_PASSWORD_WEAK' });
    const used = await send('POST', '/api/v1/links/use', '', { token, password: FRESH });
    expect(used.status).toBe(204);
    expect((await send('GET', '/api/v1/me', used.cookie)).body).toMatchObject({ email: 'an@xa.vn', name: 'Trần Văn An', role: 'editor', unit: 'xa' });
    expect(await send('POST', '/api/v1/links/use', '', { token, password: FRESH })).toMatchObject({ status: 410, code: 'STAFF_LINK_USED' });
    expect((await signIn('an@xa.vn', FRESH)).status).toBe(204);
    expect(await invite(boss, 'an@xa.vn')).toMatchObject({ status: 409, code: 'USER_EXISTS' });
  });

  test('is over after 72 hours, and a new one ends the one before', async () => {
    const boss = await centre.cookieOf('boss@vi.vn');
    const { invited } = await invite(boss, 'an@xa.vn');
    const again = (await send('POST', `/api/v1/users/${invited.user.id}/link`, boss, { mail: false })).body as unknown as Invited;
    expect((await send('POST', '/api/v1/links/open', '', { token: tokenOf(invited.link) })).code).toBe('STAFF_LINK_USED');
    centre.clock.set(TEN_O_CLOCK + 72 * HOUR - 1);
    expect((await send('POST', '/api/v1/links/open', '', { token: tokenOf(again.link) })).status).toBe(200);
    centre.clock.set(TEN_O_CLOCK + 72 * HOUR);
    expect((await send('POST', '/api/v1/links/open', '', { token: tokenOf(again.link) })).code).toBe('STAFF_LINK_USED');
  });

  test('may be mailed, and is then shown to nobody else', async () => {
    const boss = await centre.cookieOf('boss@vi.vn');
    const { status, invited } = await invite(boss, 'an@xa.vn', 'viewer', 'xa', true);
    expect([status, invited.link, mails.map((mail) => mail.to)]).toEqual([201, null, ['an@xa.vn']]);
    const [, token] = /http:\/\/centre\.vn\/link#(\S+)/.exec(mails[0]?.text ?? '') ?? [];
    expect((await send('POST', '/api/v1/links/open', '', { token })).status).toBe(200);
    expect(mails[0]?.text).toContain('Kính gửi ông/bà Trần Văn An');
    mailProblem = 'EENVELOPE: no such mailbox';
    expect(await invite(boss, 'b@xa.vn', 'viewer', 'xa', true)).toMatchObject({ status: 502, code: 'MAIL_FAILED' });
  });
});

describe('nobody raises himself or acts outside of his unit', () => {
  test('one\'s own role, unit, right to sign in and link are somebody else\'s affair', async () => {
    const cookie = await centre.cookieOf('xa@vi.vn');
    const { id } = (await send('GET', '/api/v1/me', cookie)).body as { id: string };
    for (const change of [{ role: 'viewer' }, { unit: null }, { unit: 'tinh' }, { disabled: true }]) expect(await send('PATCH', `/api/v1/users/${id}`, cookie, change)).toMatchObject({ status: 403, code: 'STAFF_NOT_ALLOWED' });
    expect((await send('POST', `/api/v1/users/${id}/link`, cookie, { mail: false })).status).toBe(403);
    expect((await send('PATCH', `/api/v1/users/${id}`, cookie, { name: 'Bà Bình' })).body).toMatchObject({ name: 'Bà Bình' });
  });

  test('an administrator of a unit invites, moves and sees only there', async () => {
    const cookie = await centre.cookieOf('xa@vi.vn');
    for (const unit of [null, 'tinh', 'khac', 'none']) expect([unit, (await invite(cookie, 'x@x.vn', 'viewer', unit)).status]).toEqual([unit, 403]);
    const { invited } = await invite(cookie, 'an@xa.vn');
    for (const unit of [null, 'tinh', 'khac']) expect((await send('PATCH', `/api/v1/users/${invited.user.id}`, cookie, { unit })).status).toBe(403);
    const users = (await send('GET', '/api/v1/users', cookie)).body['users'] as readonly Account[];
    expect(users.map((user) => user.email)).toEqual(['an@xa.vn', 'xa@vi.vn']);
    expect(await invite(await centre.cookieOf('boss@vi.vn'), 'y@x.vn', 'viewer', 'none')).toMatchObject({ status: 404, code: 'UNIT_UNKNOWN' });
  });

  test('the last administrator of the whole centre cannot be put out, nor made less', async () => {
    await centre.addUser('second@vi.vn', 'admin');
    const [boss, second] = [await centre.cookieOf('boss@vi.vn'), await centre.cookieOf('second@vi.vn')];
    const { id: secondId } = (await send('GET', '/api/v1/me', second)).body as { id: string };
    const { id: bossId } = (await send('GET', '/api/v1/me', boss)).body as { id: string };
    expect((await send('PATCH', `/api/v1/users/${secondId}`, boss, { disabled: true })).status).toBe(200);
    expect((await send('GET', '/api/v1/me', second)).status).toBe(401);
    const root = { id: 'command-line', unit: null };
    const accounts = staffAccounts({ clock: centre.clock, secrets: nodeSecrets, passwords: argon2Passwords, repositories: centre.repositories });
    for (const change of [{ disabled: true }, { role: 'viewer' as const }, { unit: 'xa' }]) expect(await accounts.change(bossId, change, root)).toMatchObject({ error: { code: 'USER_LAST_ADMIN' } });
  });
});

describe('sessions', () => {
  test('a sign-in makes a fresh one and ends the one that the browser had', async () => {
    const first = await signIn('boss@vi.vn');
    const second = await signIn('boss@vi.vn', PASSWORD, { cookie: first.cookie });
    expect(second.cookie).not.toBe(first.cookie);
    expect([(await send('GET', '/api/v1/me', first.cookie)).status, (await send('GET', '/api/v1/me', second.cookie)).status]).toEqual([401, 200]);
  });

  test('one left alone for an hour is over; one that is used goes on', async () => {
    const [used, idle] = [await centre.cookieOf('boss@vi.vn'), await centre.cookieOf('boss@vi.vn')];
    centre.clock.set(TEN_O_CLOCK + 40 * MINUTE);
    expect((await send('GET', '/api/v1/me', used)).status).toBe(200);
    centre.clock.set(TEN_O_CLOCK + 70 * MINUTE);
    expect([(await send('GET', '/api/v1/me', used)).status, (await send('GET', '/api/v1/me', idle)).status]).toEqual([200, 401]);
  });

  test('a person sees where she is signed in, and ends one or all others', async () => {
    const [here, there, third] = [await centre.cookieOf('boss@vi.vn'), await centre.cookieOf('boss@vi.vn'), await centre.cookieOf('boss@vi.vn')];
    const list = async (): Promise<readonly { id: string; current: boolean; address: string }[]> => (await send('GET', '/api/v1/me/sessions', here)).body['sessions'] as never;
    const sessions = await list();
    expect([sessions.length, sessions.filter((each) => each.current).length, sessions[0]?.address]).toEqual([3, 1, '127.0.0.x']);
    const other = sessions.find((each) => !each.current)?.id ?? '';
    await send('DELETE', `/api/v1/me/sessions/${other}`, here);
    expect((await list()).map((each) => each.id)).not.toContain(other);
    await send('DELETE', '/api/v1/me/sessions/others', here);
    const alive = [];
    for (const cookie of [here, there, third]) alive.push((await send('GET', '/api/v1/me', cookie)).status);
    expect(alive).toEqual([200, 401, 401]);
    const stranger = await centre.cookieOf('xa@vi.vn');
    await send('DELETE', `/api/v1/me/sessions/${(await list())[0]?.id ?? ''}`, stranger);
    expect((await send('GET', '/api/v1/me', here)).status).toBe(200);
  });

  test('a new password needs the present one and ends every other session', async () => {
    const [here, there] = [await centre.cookieOf('boss@vi.vn'), await centre.cookieOf('boss@vi.vn')];
    const change = (present: string, fresh: string): Promise<Sent> => send('POST', '/api/v1/me/password', here, { present, fresh });
    expect([(await change('wrong', FRESH)).code, (await change(PASSWORD, 'short')).code, (await change(PASSWORD, 'matkhau123456')).code]).toEqual(['STAFF_SIGN_IN_FAILED', 'REQUEST_INVALID', 'STAFF_PASSWORD_WEAK']);
    const changed = await change(PASSWORD, FRESH);
    const alive = [];
    for (const cookie of [here, there, changed.cookie]) alive.push((await send('GET', '/api/v1/me', cookie)).status);
    expect([changed.status, alive]).toEqual([204, [401, 401, 200]]);
    expect([(await signIn('boss@vi.vn')).status, (await signIn('boss@vi.vn', FRESH)).status]).toEqual([401, 204]);
  });

  test('guessing the present password is throttled like a sign-in', async () => {
    const here = await centre.cookieOf('boss@vi.vn');
    const codes = [];
    for (let index = 0; index < 8; index += 1) codes.push(await send('POST', '/api/v1/me/password', here, { present: `guess ${index}`, fresh: FRESH }));
    expect(codes.at(-1)).toMatchObject({ status: 429, code: 'REQUEST_TOO_MANY', retryAfter: '60' });
  });
});

describe('passwords', () => {
  test('are hashed anew at the next sign-in when the costs have risen', async () => {
    const user = await centre.repositories.staff.findByEmail('boss@vi.vn');
    const cheap = (user?.passwordHash ?? '').replace('m=19456', 'm=8192');
    expect([argon2Passwords.isOutdated(cheap), argon2Passwords.isOutdated(user?.passwordHash ?? '')]).toEqual([true, false]);
    const nonce = randomBytes(16);
    const tag = await promisify(argon2)('argon2id', { message: Buffer.from(PASSWORD), nonce, tagLength: 32, memory: 8192, passes: 1, parallelism: 1 });
    const old = `$argon2id$v=19$m=8192,t=1,p=1$${nonce.toString('base64').replaceAll('=', '')}$${tag.toString('base64').replaceAll('=', '')}`;
    await centre.repositories.staff.setPassword(user?.id ?? '', old);
    expect((await signIn('boss@vi.vn')).status).toBe(204);
    expect((await centre.repositories.staff.findByEmail('boss@vi.vn'))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn('boss@vi.vn')).status).toBe(204);
  });
});

describe('the log', () => {
  test('says who did what and from where, to the administrators of the unit', async () => {
    const boss = await centre.cookieOf('boss@vi.vn');
    await invite(boss, 'an@xa.vn', 'viewer', 'xa');
    await invite(boss, 'far@xa.vn', 'viewer', 'khac');
    const all = await send('GET', '/api/v1/audit', boss);
    const [newest] = all.body['entries'] as readonly { [key: string]: unknown }[];
    expect(newest).toMatchObject({ action: 'make link', actorName: 'boss@vi.vn', subjectName: 'Trần Văn An', unit: 'khac', address: '127.0.0.x' });
    const xa = await centre.cookieOf('xa@vi.vn');
    const seen = (await send('GET', '/api/v1/audit', xa)).body['entries'] as readonly { unit: string; action: string }[];
    expect([new Set(seen.map((each) => each.unit)), seen.map((each) => each.action)]).toEqual([new Set(['xa']), ['sign-in', 'make link', 'invite user', 'add user']]);
    expect((await send('GET', `/api/v1/audit?from=${TODAY}&to=${TODAY}&action=invite%20user`, boss)).body['entries']).toHaveLength(2);
    expect((await send('GET', '/api/v1/audit?to=2026-11-22', boss)).body['entries']).toHaveLength(0);
    expect((await send('GET', '/api/v1/audit?from=2026-02-30', boss)).status).toBe(400);
  });

  test('comes in pages and as a file, and taking the file is written down', async () => {
    const boss = await centre.cookieOf('boss@vi.vn');
    for (let index = 0; index < 150; index += 1) await centre.repositories.audit.add({ at: TEN_O_CLOCK, actor: 'a', action: 'test', subject: `=s${index}`, detail: {} });
    const first = await send('GET', '/api/v1/audit?action=test', boss);
    const second = await send('GET', `/api/v1/audit?action=test&before=${String(first.body['next'])}`, boss);
    expect([(first.body['entries'] as unknown[]).length, (second.body['entries'] as unknown[]).length, second.body['next']]).toEqual([100, 50, null]);
    const csv = await send('GET', '/api/v1/audit?action=test&format=csv', boss);
    expect([String(csv.body['text']).split('\r\n').length, String(csv.body['text']).includes(",'=s3,")]).toEqual([152, true]);
    expect((await centre.repositories.audit.page({ unit: null, most: 1 }))[0]?.action).toBe('export log');
  });

  test('can only be added to: the database itself refuses anything else', async () => {
    const database = new DatabaseSync(`${centre.dataDir}/centre.db`);
    expect(() => database.exec("UPDATE audit SET actor = 'nobody'")).toThrow(/only added to/);
    expect(() => database.exec('DELETE FROM audit')).toThrow(/only added to/);
    database.close();
  });

  test('a wrong password is written down for its owner, without what was typed', async () => {
    await signIn('boss@vi.vn', 'a secret typed wrongly');
    await signIn('nobody@vi.vn', 'x');
    const records = await centre.repositories.audit.list();
    expect(records.filter((record) => record.action === 'sign-in failed').length).toBe(1);
    expect(JSON.stringify(records)).not.toContain('typed wrongly');
  });
});

describe('raw entries', () => {
  test('are shown for a reason that is written down first, with their times, to administrators of the unit (E178)', async () => {
    await centre.addPoint('p1', 'xa');
    const kiosk = await centre.enrol('p1');
    await centre.send(kiosk, { first: 1, entries: [tap(5, 2 * MINUTE), entry('asked', MINUTE, { about: 'visit', outcome: 'ignored' }), tap(2, 0)] });
    const xa = await centre.cookieOf('xa@vi.vn');
    const look = (reason: string, cookie = xa, more = ''): Promise<Sent> => send('GET', `/api/v1/raw/entries?servicePoint=p1&day=${TODAY}&reason=${encodeURIComponent(reason)}${more}`, cookie);
    expect([(await look('ngắn')).status, (await look('              ')).status]).toEqual([400, 400]);
    const seen = await look('kiểm tra phản ánh ngày 20/11');
    expect((seen.body['entries'] as readonly { kind: string; at: number; body: { score?: number } }[]).map((each) => [each.kind, each.at, each.body.score])).toEqual([['tap', TEN_O_CLOCK - 2 * MINUTE, 5], ['asked', TEN_O_CLOCK - MINUTE, undefined], ['tap', TEN_O_CLOCK, 2]]);
    expect((await centre.repositories.audit.page({ unit: 'xa', most: 1 }))[0]).toMatchObject({ action: 'look at raw entries', actorName: 'xa@vi.vn', subject: 'p1', detail: { day: TODAY, reason: 'kiểm tra phản ánh ngày 20/11' } });
    await centre.addUser('far@vi.vn', 'admin', 'khac');
    expect((await look('kiểm tra phản ánh', await centre.cookieOf('far@vi.vn'))).status).toBe(403);
    expect((await send('GET', `/api/v1/raw/entries?servicePoint=none&day=${TODAY}&reason=kiem%20tra%20thu`, xa)).status).toBe(404);
  });
});

describe('read tokens', () => {
  test('are shown once, bounded by their unit, over at their end and when revoked; their last use is known to the hour', async () => {
    const boss = await centre.cookieOf('boss@vi.vn');
    await centre.addPoint('p1', 'xa');
    await centre.addPoint('p2', 'khac');
    const add = (more: object): Promise<Sent> => send('POST', '/api/v1/read-tokens', boss, { name: 'Báo cáo', unit: 'xa', expiresAt: TEN_O_CLOCK + HOUR, ...more });
    const made = await add({});
    const { secret, token } = made.body as { secret: string; token: { id: string } };
    const read = (): Promise<Sent> => send('GET', '/api/v1/service-points', '', undefined, { authorization: `Bearer ${secret}` });
    expect((await read()).body['servicePoints']).toMatchObject([{ id: 'p1' }]);
    const listed = await send('GET', '/api/v1/read-tokens', boss);
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    expect(listed.body['tokens']).toMatchObject([{ id: token.id, name: 'Báo cáo', lastUsedAt: TEN_O_CLOCK }]);
    centre.clock.set(TEN_O_CLOCK + HOUR);
    expect((await read()).code).toBe('STAFF_SIGNED_OUT');
    const second = (await send('POST', '/api/v1/read-tokens', await centre.cookieOf('boss@vi.vn'), { name: 'Khác', unit: null, expiresAt: null })).body as typeof made.body & { secret: string; token: { id: string } };
    const asSecond = (): Promise<Sent> => send('GET', '/api/v1/service-points', '', undefined, { authorization: `Bearer ${second.secret}` });
    expect((await asSecond()).status).toBe(200);
    expect((await send('DELETE', `/api/v1/read-tokens/${second.token.id}`, await centre.cookieOf('boss@vi.vn'))).status).toBe(204);
    expect((await asSecond()).status).toBe(401);
  });
});

test('the tries of several processes count together, and a restart forgets none', async () => {
  const other = await openCentre({}, centre.dataDir);
  other.clock.set(TEN_O_CLOCK);
  const statuses = [];
  for (let index = 0; index < 8; index += 1) {
    const app = index % 2 === 0 ? centre.app : other.app;
    statuses.push((await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email: 'boss@vi.vn', password: 'no' } })).statusCode);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  await other.app.close();
  await other.repositories.care.close();
});
