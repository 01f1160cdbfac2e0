import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { MINUTE, openCentre, PASSWORD, TEN_O_CLOCK, TODAY, type Centre } from './open-centre.ts';

let centre: Centre;
beforeEach(async () => {
  centre = await openCentre();
});
afterEach(() => centre.close());

type Sent = { readonly status: number; readonly code: unknown; readonly cookie: string; readonly headers: Record<string, unknown> };
async function post(url: string, payload: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Sent> {
  const answer = await centre.app.inject({ method: 'POST', url, payload, headers });
  const code = answer.body === '' ? null : answer.json().error?.code;
  return { status: answer.statusCode, code, cookie: String(answer.headers['set-cookie'] ?? ''), headers: answer.headers };
}
const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}): Promise<Sent> => post('/api/v1/sign-in', { email, password }, headers);
const OURS = { 'sec-fetch-site': 'same-origin' };

test('signs in with a cookie that no script and no other site can use', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  const answer = await signIn(' A@VI.vn'.trim());
  expect(answer.status).toBe(204);
  expect(answer.cookie).toMatch(/^session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  const secure = await openCentre({ publicUrl: 'https://motcham.vn' });
  await secure.addUser('a@vi.vn', 'viewer');
  const over = await secure.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email: 'a@vi.vn', password: PASSWORD } });
  expect(String(over.headers['set-cookie'])).toMatch(/^__Host-session=.*; HttpOnly; Secure; SameSite=Strict$/);
  await secure.close();
});

test('keeps no password, session or token readable', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  const user = await centre.repositories.staff.findByEmail('a@vi.vn');
  expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const session = (await centre.cookieOf('a@vi.vn')).split('=')[1] ?? '';
  const time = { now: TEN_O_CLOCK, idleMs: MINUTE };
  expect(await centre.repositories.staff.findSession(session, time)).toBeNull();
  expect(await centre.repositories.staff.findSession(nodeSecrets.hash(session), time)).not.toBeNull();
});

test('a wrong password and an unknown e-mail get the same answer', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  const [wrong, unknown] = [await signIn('a@vi.vn', 'no'), await signIn('b@vi.vn', 'no')];
  expect([wrong.status, wrong.code]).toEqual([401, 'STAFF_SIGN_IN_FAILED']);
  expect([unknown.status, unknown.code]).toEqual([401, 'STAFF_SIGN_IN_FAILED']);
});

test('too many tries are sent away until Retry-After has passed', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  const tries = [];
  for (let index = 0; index < 8; index += 1) tries.push(await signIn('a@vi.vn', 'no'));
  const last = tries.at(-1);
  expect([tries[0]?.status, last?.status, last?.code]).toEqual([401, 429, 'REQUEST_TOO_MANY']);
  expect((await signIn('a@vi.vn')).status).toBe(429);
  centre.clock.set(TEN_O_CLOCK + Number(last?.headers['retry-after']) * 1_000);
  expect((await signIn('a@vi.vn')).status).toBe(204);
});

test('X-Forwarded-For counts only behind a proxy that is trusted', async () => {
  const tries = [];
  for (let index = 0; index < 8; index += 1) tries.push(await signIn('a@vi.vn', 'no', { 'x-forwarded-for': `10.0.0.${index}` }));
  expect(tries.at(-1)?.status).toBe(429);
});

test('a session ends after twelve hours and at sign-out', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  const cookie = await centre.cookieOf('a@vi.vn');
  expect((await centre.getAs(cookie, '/api/v1/me')).json()).toMatchObject({ email: 'a@vi.vn', role: 'admin', unit: null });
  const other = await centre.cookieOf('a@vi.vn');
  expect((await post('/api/v1/sign-out', {}, { cookie: other, ...OURS })).status).toBe(204);
  expect((await centre.getAs(other, '/api/v1/me')).statusCode).toBe(401);
  for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
    centre.clock.set(TEN_O_CLOCK + minutes * MINUTE);
    expect((await centre.getAs(cookie, '/api/v1/me')).statusCode).toBe(200);
  }
  centre.clock.set(TEN_O_CLOCK + 12 * 60 * MINUTE);
  expect((await centre.getAs(cookie, '/api/v1/me')).json().error.code).toBe('STAFF_SIGNED_OUT');
});

test('a request without a body may still call itself JSON, and one that needs a body is told so', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  const cookie = await centre.cookieOf('a@vi.vn');
  const empty = (url: string): Promise<{ statusCode: number; body: string }> => centre.app.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/json', ...OURS } });
  expect((await empty('/api/v1/service-points')).body).toContain('REQUEST_INVALID');
  expect((await empty('/api/v1/sign-out')).statusCode).toBe(204);
});

test('a change with a cookie needs a browser that says same origin', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  const cookie = await centre.cookieOf('a@vi.vn');
  const add = (id: string, headers: Record<string, string>): Promise<Sent> => post('/api/v1/service-points', { id, name: 'Một' }, { cookie, host: 'kiosk.test', ...headers });
  for (const [headers, status] of [
    [{}, 403],
    [{ origin: 'https://evil.test' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://kiosk.test' }, 403],
    [{ origin: 'http://kiosk.test' }, 201],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
  ] as const) {
    const answer = await add(`p${Math.floor(Math.random() * 1e9)}`, headers);
    expect([headers, answer.status, answer.code]).toEqual([headers, status, status === 403 ? 'REQUEST_FOREIGN_ORIGIN' : undefined]);
  }
  expect((await signIn('a@vi.vn', PASSWORD, { origin: 'https://evil.test' })).status).toBe(403);
});

test('viewers look, editors pair, administrators add service points', async () => {
  await centre.addPoint('p1');
  for (const role of ['viewer', 'editor', 'admin'] as const) await centre.addUser(`${role}@vi.vn`, role);
  const allowed = async (role: string): Promise<readonly number[]> => {
    const headers = { cookie: await centre.cookieOf(`${role}@vi.vn`), ...OURS };
    const pair = await post('/api/v1/pairing-codes', { servicePoint: 'p1' }, headers);
    const add = await post('/api/v1/service-points', { id: `by-${role}`, name: 'Mới' }, headers);
    return [(await centre.getAs(headers.cookie, '/api/v1/kiosks')).statusCode, pair.status, add.status];
  };
  expect(await allowed('viewer')).toEqual([200, 403, 403]);
  expect(await allowed('editor')).toEqual([200, 201, 403]);
  expect(await allowed('admin')).toEqual([200, 201, 201]);
});

test('a unit bounds what staff see and change, down the tree', async () => {
  const { points } = centre.repositories;
  await points.addUnit({ id: 'tinh', name: 'Tỉnh', parent: null });
  await points.addUnit({ id: 'xa', name: 'Xã', parent: 'tinh' });
  await points.addUnit({ id: 'khac', name: 'Khác', parent: null });
  for (const [id, unit] of [['p-tinh', 'tinh'], ['p-xa', 'xa'], ['p-khac', 'khac']] as const) await centre.addPoint(id, unit);
  await centre.addUser('tinh@vi.vn', 'admin', 'tinh');
  const cookie = await centre.cookieOf('tinh@vi.vn');
  const seen = await centre.getAs(cookie, '/api/v1/service-points');
  expect(seen.json().servicePoints.map((point: { id: string }) => point.id)).toEqual(['p-tinh', 'p-xa']);
  const daily = (query: string): Promise<number> => centre.getAs(cookie, `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}${query}`).then((answer) => answer.statusCode);
  expect([await daily(''), await daily('&unit=xa'), await daily('&unit=khac'), await daily('&servicePoint=p-khac'), await daily('&servicePoint=none')]).toEqual([200, 200, 403, 403, 404]);
  const headers = { cookie, ...OURS };
  expect((await post('/api/v1/pairing-codes', { servicePoint: 'p-khac' }, headers)).status).toBe(403);
  expect((await post('/api/v1/service-points', { id: 'new', name: 'Mới', unit: 'khac' }, headers)).status).toBe(403);
  expect((await post('/api/v1/service-points', { id: 'new', name: 'Mới' }, headers)).status).toBe(403);
  expect((await post('/api/v1/service-points', { id: 'new', name: 'Mới', unit: 'xa' }, headers)).status).toBe(201);
});

test('bad service points are refused with their reason', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  await centre.addPoint('p1');
  const headers = { cookie: await centre.cookieOf('a@vi.vn'), ...OURS };
  expect((await post('/api/v1/service-points', { id: 'Không', name: 'x' }, headers)).status).toBe(400);
  expect((await post('/api/v1/service-points', { id: 'p2', name: 'x', timezone: 'Asia/Nowhere' }, headers)).status).toBe(400);
  expect(await post('/api/v1/service-points', { id: 'p1', name: 'x' }, headers)).toMatchObject({ status: 409, code: 'POINT_EXISTS' });
  expect(await post('/api/v1/pairing-codes', { servicePoint: 'none' }, headers)).toMatchObject({ status: 404, code: 'POINT_UNKNOWN' });
});

test('a read token looks and never changes', async () => {
  await centre.addPoint('p1');
  await centre.repositories.staff.addReadToken({ id: 't1', name: 'Báo cáo', unit: null }, nodeSecrets.hash('read-me'), TEN_O_CLOCK);
  const headers = { authorization: 'Bearer read-me' };
  expect((await centre.app.inject({ url: `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}`, headers })).statusCode).toBe(200);
  expect(await post('/api/v1/pairing-codes', { servicePoint: 'p1' }, headers)).toMatchObject({ status: 403, code: 'STAFF_NOT_ALLOWED' });
});

test('the first administrator comes by a link that works once, and claims an e-mail', async () => {
  const stale = await centre.signIn.firstAdministratorLink();
  centre.clock.set(TEN_O_CLOCK + 10 * MINUTE);
  const link = (await centre.signIn.firstAdministratorLink()) ?? '';
  expect((await post('/api/v1/sign-in/once', { token: stale ?? '' })).status).toBe(410);
  const first = await post('/api/v1/sign-in/once', { token: link });
  expect(first.status).toBe(204);
  expect(await post('/api/v1/sign-in/once', { token: link })).toMatchObject({ status: 410, code: 'STAFF_LINK_USED' });
  const headers = { cookie: first.cookie.split(';')[0] ?? '', ...OURS };
  expect((await centre.getAs(headers.cookie, '/api/v1/me')).json()).toMatchObject({ email: null, role: 'admin' });
  expect((await post('/api/v1/me/claim', { email: 'Chi@vi.vn', password: 'short' }, headers)).status).toBe(400);
  expect((await post('/api/v1/me/claim', { email: 'Chi@vi.vn', password: PASSWORD }, headers)).status).toBe(204);
  expect((await post('/api/v1/me/claim', { email: 'other@vi.vn', password: PASSWORD }, headers)).status).toBe(403);
  expect((await signIn('chi@vi.vn')).status).toBe(204);
  expect(await centre.signIn.firstAdministratorLink()).toBeNull();
});

test('a link is worth nothing once an administrator has a password', async () => {
  const link = (await centre.signIn.firstAdministratorLink()) ?? '';
  await centre.addUser('a@vi.vn', 'admin');
  expect((await post('/api/v1/sign-in/once', { token: link })).status).toBe(410);
});

test('a link is too old after a day', async () => {
  const link = (await centre.signIn.firstAdministratorLink()) ?? '';
  centre.clock.set(TEN_O_CLOCK + 24 * 60 * MINUTE);
  expect((await post('/api/v1/sign-in/once', { token: link })).status).toBe(410);
});

test('what is changed, and by whom, is written down without secrets', async () => {
  await centre.addUser('a@vi.vn', 'admin');
  await centre.addPoint('p1');
  const kiosk = await centre.enrol('p1');
  await centre.cookieOf('a@vi.vn');
  const records = await centre.repositories.audit.list();
  expect(records.map((record) => record.action)).toEqual(['add user', 'add service point', 'pair', 'enrol', 'sign-in']);
  expect(JSON.stringify(records)).not.toContain(kiosk.token);
});
