import fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { success } from '#domain/result.ts';
import { nodeRandom } from '#server/adapters/node-secrets.ts';
import type { OidcProvider } from '#server/ports.ts';
import { kioskRoutes } from '#server/routes/kiosk-routes.ts';
import { clockAt, openCentre, tap, TEN_O_CLOCK, TODAY, type Centre } from './open-centre.ts';

const OURS = { 'sec-fetch-site': 'same-origin' };
let centre: Centre;
let mails = 0;
let isKnown = true;
const provider: OidcProvider = {
  begin: async () => success({ url: 'https://provider.vn/authorize', memory: 'm' }),
  finish: async () => (isKnown ? success({ issuer: 'https://provider.vn', subject: '1', email: 'an@xa.vn', emailVerified: true }) : { ok: false, error: { code: 'OIDC_REFUSED', message: 'no' } }),
};

beforeEach(async () => {
  [mails, isKnown] = [0, true];
  centre = await openCentre({ publicUrl: 'http://centre.test' }, undefined, { oidc: { name: 'Cổng', provider }, mailer: { send: async () => ((mails += 1), null) } });
  await centre.addPoint('p1');
  await centre.addUser('an@xa.vn', 'admin');
});
afterEach(() => centre.close());

type Call = () => Promise<{ readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>> }>;
/** How many of these, one after the other, were let through before the first was told to wait, and how long. */
async function untilToldToWait(most: number, call: Call): Promise<readonly [letThrough: number, seconds: number]> {
  for (let count = 0; count < most; count += 1) {
    const { statusCode, headers } = await call();
    if (statusCode === 429) return [count, Number(headers['retry-after'])];
  }
  return [most, 0];
}
const post = (url: string, payload: object, headers: Record<string, string> = {}): Call => () => centre.app.inject({ method: 'POST', url, payload, headers: { ...OURS, ...headers } });

describe('one who asks too often is told to wait, and for how long', () => {
  test('by codes of hand-offs', async () => {
    expect(await untilToldToWait(130, () => centre.app.inject({ url: '/c/AAAAAA' }))).toEqual([120, 1]);
    const page = await centre.app.inject({ url: '/c/AAAAAA' });
    expect(page.body).toContain('vui lòng chờ');
    expect((await centre.app.inject({ url: '/c/AAAAAA', remoteAddress: '10.0.0.9' })).statusCode).toBe(404);
    centre.clock.set(TEN_O_CLOCK + 2_000);
    expect((await centre.app.inject({ url: '/c/AAAAAA' })).statusCode).toBe(404);
  });

  test('by links that are guessed, and by passwords, whatever e-mail is tried', async () => {
    expect(await untilToldToWait(60, post('/api/v1/links/open', { token: 'g'.repeat(43) }))).toEqual([40, 20]);
    expect((await post('/api/v1/links/use', { token: 'g'.repeat(43), password: 'mot mat ma dai' })()).statusCode).toBe(429);
    expect((await post('/api/v1/sign-in/once', { token: 'g'.repeat(43) })()).statusCode).toBe(429);
    expect((await post('/api/v1/sign-in', { email: 'x@xa.vn', password: 'x' })()).statusCode).toBe(429);
  });

  test('by pairing codes', async () => {
    const cookie = await centre.cookieOf('an@xa.vn');
    expect(await untilToldToWait(110, post('/api/v1/pairing-codes', { servicePoint: 'p1' }, { cookie }))).toEqual([100, 10]);
  });

  test('by heartbeats, without another kiosk hearing of it', async () => {
    const [one, other] = [await centre.enrol('p1'), await centre.enrol('p1')];
    const beat = ({ token, stream }: typeof one): ReturnType<Call> => post('/api/v1/heartbeat', { clock: clockAt(TEN_O_CLOCK), ledger: { stream, head: 0, days: { [TODAY]: 0 } }, health: {} }, { authorization: `Bearer ${token}` })();
    const statuses = (await Promise.all(Array.from({ length: 125 }, () => beat(one)))).map(({ statusCode }) => statusCode);
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([120, 5]);
    expect((await beat(other)).statusCode).toBe(200);
  });

  test('by mails that try an address, and by links to one mailbox', async () => {
    const cookie = await centre.cookieOf('an@xa.vn');
    const added = await centre.app.inject({ method: 'POST', url: '/api/v1/subscriptions', payload: { unit: null, kinds: ['kiosk-silent'], channel: 'mail', target: 'an@xa.vn' }, headers: { ...OURS, cookie } });
    expect(await untilToldToWait(20, post(`/api/v1/subscriptions/${added.json().subscription.id}/test`, {}, { cookie }))).toEqual([10, 30]);
    const invited = await centre.app.inject({ method: 'POST', url: '/api/v1/users', payload: { email: 'b@xa.vn', name: 'B', role: 'viewer', unit: null, mail: true }, headers: { ...OURS, cookie } });
    expect(await untilToldToWait(20, post(`/api/v1/users/${invited.json().user.id}/link`, { mail: true }, { cookie }))).toEqual([4, 600]);
    expect(mails).toBe(15);
  });

  test('by ways back from the provider that lead nowhere, while an office that signs in is never told', async () => {
    const visit: Call = async () => {
      await centre.app.inject({ url: '/oidc/start' });
      const { statusCode, headers } = await centre.app.inject({ url: '/oidc/callback?code=x&state=y', headers: { cookie: 'oidc=m' } });
      return { statusCode: headers.location === '/#oidc=REQUEST_TOO_MANY' ? 429 : statusCode, headers };
    };
    expect((await untilToldToWait(60, visit))[0]).toBe(60);
    isKnown = false;
    expect((await untilToldToWait(60, visit))[0]).toBe(20);
  });
});

test('what one token writes is bounded: a backlog at once, then slowly, and nobody else waits', async () => {
  const app = fastify();
  const point = { no: 1, id: 'p', name: 'P', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: null } as const;
  let taken = 0;
  let now = TEN_O_CLOCK;
  kioskRoutes(app, {
    clock: { now: () => now },
    random: nodeRandom,
    gates: { device: async (request: { headers: { authorization?: string } }) => success({ id: request.headers.authorization ?? '', point, revoked: false, isReplacing: false }) } as never,
    enrolment: {} as never,
    heartbeats: {} as never,
    intake: async ({ entries }) => ((taken += entries.length), success({ received: taken })),
    bytesInFlight: 1e8,
    entriesOfOne: { tries: 100, refillMs: 1_000 },
  });
  const send = async (token: string, count: number): Promise<readonly [number, unknown]> => {
    const payload = { stream: '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', first: 1, clock: clockAt(now), entries: Array.from({ length: count }, () => tap(5, 0)) };
    const { statusCode, headers } = await app.inject({ method: 'POST', url: '/api/v1/ledger', headers: { authorization: token }, payload });
    return [statusCode, headers['retry-after']];
  };
  expect([await send('Bearer a', 90), await send('Bearer a', 20), await send('Bearer b', 90)]).toEqual([[200, undefined], [429, '10'], [200, undefined]]);
  now += 10_000;
  expect(await send('Bearer a', 20)).toEqual([200, undefined]);
  expect(taken).toBe(200);
  await app.close();
});

test('who is refused stands in the log by route, without what was sent; a citizen does not', async () => {
  let logged = '';
  const watched = await openCentre({ logger: { level: 'info', stream: { write: (line: string) => void (logged += line) } } });
  const refused = (url: string): Promise<unknown> => watched.app.inject({ method: 'POST', url, payload: { canary: 'canaria' }, headers: { origin: 'https://evil.vn' }, remoteAddress: '10.1.2.3' });
  await refused('/api/v1/units');
  await refused('/api/v1/kiosks/canaria/revoke');
  await refused('/api/v1/phone-answers');
  const lines = logged.trim().split('\n').map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused');
  expect(lines.map(({ msg, status, method, route, address }) => [msg, status, method, route, address])).toEqual([
    ['refused', 403, 'POST', '/api/v1/units', '10.1.2.x'],
    ['refused', 403, 'POST', '/api/v1/kiosks/:id/revoke', '10.1.2.x'],
  ]);
  expect(logged).not.toContain('canaria');
  for (let count = 0; count < 300; count += 1) await refused('/api/v1/units');
  expect(logged.split('"refused"').length - 1).toBe(100);
  await watched.close();
});
