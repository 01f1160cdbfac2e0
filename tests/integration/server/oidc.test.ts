import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { oidcProvider } from '#server/adapters/oidc-provider.ts';
import { openOidcIssuer, type OidcIssuer } from '#tests/fakes/oidc-issuer.ts';
import { openCentre, TEN_O_CLOCK, type Centre } from './open-centre.ts';

const PUBLIC = 'https://centre.vn';
const CLIENT = { id: 'mot-cham', secret: 'geheim' };
let issuer: OidcIssuer;
let centre: Centre;
const trouble: unknown[] = [];

beforeEach(async () => {
  trouble.length = 0;
  issuer = await openOidcIssuer(CLIENT);
  const provider = oidcProvider({ issuer: issuer.url, clientId: CLIENT.id, clientSecret: CLIENT.secret, redirectUri: `${PUBLIC}/oidc/callback`, onTrouble: (cause) => trouble.push(cause) });
  centre = await openCentre({ publicUrl: PUBLIC }, undefined, { oidc: { name: 'Cổng tỉnh', provider } });
  await centre.repositories.staff.addUser({ id: 'u1', email: 'an@xa.vn', passwordHash: null, role: 'viewer', unit: null, name: 'An' }, TEN_O_CLOCK);
});
afterEach(async () => {
  await centre.close();
  await issuer.close();
});

type Step = { readonly location: string; readonly cookies: readonly string[] };
async function visit(path: string, cookie = ''): Promise<Step> {
  const answer = await centre.app.inject({ url: path, headers: { cookie } });
  const set = answer.headers['set-cookie'];
  return { location: String(answer.headers.location ?? answer.statusCode), cookies: set === undefined ? [] : [set].flat() };
}
const pairOf = (cookies: readonly string[], name: string): string => cookies.find((each) => each.startsWith(`${name}=`) && !each.startsWith(`${name}=;`))?.split(';')[0] ?? '';

/** To the provider and back, as a browser goes. */
async function signIn(bend: (callback: URL) => void = () => undefined): Promise<Step> {
  const start = await visit('/oidc/start');
  const memory = pairOf(start.cookies, '__Host-oidc');
  const back = await fetch(start.location, { redirect: 'manual' });
  const callback = new URL(back.headers.get('location') ?? '');
  bend(callback);
  return visit(`${callback.pathname}${callback.search}`, memory);
}

test('the sign-in page is told the provider\'s name, and that there is none', async () => {
  expect((await centre.app.inject({ url: '/api/v1/sign-in/options' })).json()).toEqual({ oidc: { name: 'Cổng tỉnh' }, shortestPassword: 10 });
  const plain = await openCentre();
  expect((await plain.app.inject({ url: '/api/v1/sign-in/options' })).json().oidc).toBeNull();
  expect((await plain.app.inject({ url: '/oidc/start' })).headers.location).toBe('/#oidc=OIDC_OFF');
  await plain.close();
});

test('somebody invited comes in by a verified e-mail, and afterwards by the provider\'s own subject', async () => {
  issuer.user = { sub: '42', email: 'An@xa.vn', email_verified: true };
  const first = await signIn();
  expect([first.location, trouble]).toEqual(['/', []]);
  expect(first.cookies.join()).toMatch(/__Host-session=[\w-]{43}; .*HttpOnly; Secure; SameSite=Strict/);
  expect((await centre.getAs(pairOf(first.cookies, '__Host-session'), '/api/v1/me')).json()).toMatchObject({ id: 'u1', name: 'An' });
  issuer.user = { sub: '42', email: 'moved@xa.vn', email_verified: true };
  expect((await signIn()).location).toBe('/');
  expect((await centre.repositories.audit.list()).map((record) => record.action)).toEqual(['bind oidc', 'sign-in', 'sign-in']);
});

describe('nobody else comes in', () => {
  test.each([
    ['an e-mail that nobody invited', { sub: '1', email: 'other@xa.vn', email_verified: true }],
    ['an e-mail that is not verified', { sub: '1', email: 'an@xa.vn', email_verified: false }],
    ['an e-mail that says nothing of it', { sub: '1', email: 'an@xa.vn' }],
    ['no e-mail', { sub: '1' }],
  ])('%s', async (_, user) => {
    issuer.user = user;
    expect((await signIn()).location).toBe('/#oidc=OIDC_NOT_INVITED');
    expect((await centre.repositories.staff.findById('u1'))?.oidc).toBeNull();
  });

  test('another subject with the e-mail of somebody who is bound already', async () => {
    issuer.user = { sub: '42', email: 'an@xa.vn', email_verified: true };
    await signIn();
    issuer.user = { sub: '43', email: 'an@xa.vn', email_verified: true };
    expect((await signIn()).location).toBe('/#oidc=OIDC_NOT_INVITED');
  });

  test('somebody who was disabled', async () => {
    issuer.user = { sub: '42', email: 'an@xa.vn', email_verified: true };
    await signIn();
    await centre.repositories.staff.change('u1', { disabledAt: TEN_O_CLOCK });
    expect((await signIn()).location).toBe('/#oidc=OIDC_NOT_INVITED');
  });
});

describe('what does not hold is refused', () => {
  const SOMEBODY = { sub: '42', email: 'an@xa.vn', email_verified: true };
  test.each([
    ['another nonce', { claims: { nonce: 'other' } }],
    ['another issuer', { claims: { iss: 'https://evil.vn' } }],
    ['another audience', { claims: { aud: 'somebody' } }],
    ['a token that is over', { claims: { exp: 1 } }],
    ['a broken signature', { breakSignature: true }],
  ])('%s in the token', async (_, bend) => {
    issuer.user = SOMEBODY;
    issuer.bend = bend;
    const step = await signIn();
    expect([step.location, pairOf(step.cookies, '__Host-session')]).toEqual(['/#oidc=OIDC_REFUSED', '']);
  });

  test('another state, no memory of the start, a code used twice, and a person who says no', async () => {
    issuer.user = SOMEBODY;
    expect((await signIn((callback) => callback.searchParams.set('state', 'other'))).location).toBe('/#oidc=OIDC_REFUSED');
    expect((await visit('/oidc/callback?code=x&state=y')).location).toBe('/#oidc=OIDC_REFUSED');
    const start = await visit('/oidc/start');
    const back = new URL((await fetch(start.location, { redirect: 'manual' })).headers.get('location') ?? '');
    const again = (): Promise<Step> => visit(`${back.pathname}${back.search}`, pairOf(start.cookies, '__Host-oidc'));
    expect([(await again()).location, (await again()).location]).toEqual(['/', '/#oidc=OIDC_REFUSED']);
    issuer.user = null;
    expect((await signIn()).location).toBe('/#oidc=OIDC_REFUSED');
  });

  test('a provider that is away is said so, and works again by itself', async () => {
    issuer.user = SOMEBODY;
    issuer.isIll = true;
    expect((await visit('/oidc/start')).location).toBe('/#oidc=OIDC_AWAY');
    expect(trouble.length).toBe(1);
    issuer.isIll = false;
    expect((await signIn()).location).toBe('/');
  });
});

test('what the browser remembers meanwhile is readable by no script and short-lived', async () => {
  const { cookies, location } = await visit('/oidc/start');
  expect(cookies.join()).toMatch(/^__Host-oidc=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(new URL(location).searchParams.get('code_challenge_method')).toBe('S256');
});
