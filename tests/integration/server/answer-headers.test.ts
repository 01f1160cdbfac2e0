import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';
import { streamOf } from '#server/services/library/pack-documents.ts';
import { enrolBody, openCentre, PASSWORD, TODAY, type Centre } from './open-centre.ts';

const SPAN = `from=${TODAY}&to=${TODAY}`;
const ORIGIN = 'https://centre.vn';
let centre: Centre;
let plain: Centre;
let cookie = '';
let token = '';
let blob = '';

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-centre-'));
  for (const name of ['dashboard/assets', 'handoff/g', 'handoff/h']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['dashboard/index.html', 'dashboard/assets/app-1.js', 'handoff/g/khai-sinh.html', 'handoff/h/style-1.css', 'handoff/worker.js']) writeFileSync(join(folder, name), '1');
  writeFileSync(join(folder, 'handoff/codes.json'), '{}');
  const kept = await diskBlobs(join(folder, 'blobs')).put(streamOf(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')), 1_000);
  blob = typeof kept === 'string' ? '' : kept.sha256;
  centre = await openCentre({ publicUrl: ORIGIN }, folder);
  plain = await openCentre();
  await centre.addPoint('p1');
  await centre.addUser('an@xa.vn', 'admin');
  const signedIn = await centre.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email: 'an@xa.vn', password: PASSWORD } });
  cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  token = (await centre.app.inject({ method: 'POST', url: '/api/v1/enrol', payload: enrolBody(await centre.pairingCode('p1'), 'stream-of-test') })).json().token ?? '';
});
afterAll(async () => {
  await centre.close();
  await plain.close();
});

const get = (url: string, more: Record<string, string> = {}) => () => centre.app.inject({ url, headers: { cookie, ...more } });
const post = (url: string, payload: string | object, more: Record<string, string> = {}) => () => centre.app.inject({ method: 'POST', url, payload, headers: { cookie, 'sec-fetch-site': 'same-origin', ...more } });

/** Every kind of answer with its status. */
const ANSWERS: Readonly<Record<string, readonly [() => Promise<LightMyRequestResponse>, number]>> = {
  'a page of the dashboard': [get('/'), 200],
  'a page below an area': [get('/people/u1'), 200],
  'a built file': [get('/assets/app-1.js'), 200],
  'a built file that is not there': [get('/assets/none.js'), 404],
  'a phone page': [get('/g/khai-sinh'), 200],
  'a phone page that is not there': [get('/g/none'), 404],
  'the worker of the phone pages': [get('/g/worker.js'), 200],
  'the page for codes': [get('/c'), 200],
  'a code that leads nowhere': [get('/c/AAAAAA'), 404],
  'a code that was typed': [get('/c?code=AAAAAA'), 302],
  'no such page': [get('/nowhere'), 404],
  'an address that is none': [get('/%zz'), 400],
  'the way to the provider': [get('/oidc/start'), 302],
  'the way back from it': [get('/oidc/callback'), 302],
  'it lives': [get('/healthz'), 200],
  'it is ready': [get('/readyz'), 200],
  'an answer': [get('/api/v1/me'), 200],
  'nobody is signed in': [get('/api/v1/me', { cookie: '' }), 401],
  'no such address': [get('/api/v1/nothing'), 404],
  'an address of the API that is none': [get('/api/%zz'), 400],
  'a question that is not understood': [get('/api/v1/summaries/daily'), 400],
  'a body that is no JSON': [post('/api/v1/sign-in', '{', { 'content-type': 'application/json' }), 400],
  'a body of another kind': [post('/api/v1/sign-in', 'x', { 'content-type': 'text/xml' }), 400],
  'a body that is too large': [post('/api/v1/sign-in', { email: 'x'.repeat(70_000) }), 413],
  'a change that another site asks for': [post('/api/v1/sign-out', {}, { 'sec-fetch-site': 'cross-site' }), 403],
  'a change': [post('/api/v1/pairing-codes', { servicePoint: 'p1' }), 201],
  'no kiosk': [post('/api/v1/ledger', {}), 401],
  'a table for spreadsheets': [get(`/api/v1/summaries/daily?${SPAN}&format=csv`), 200],
  'a workbook': [get(`/api/v1/summaries/daily?${SPAN}&format=xlsx`), 200],
  'a page to print': [get(`/api/v1/summaries/daily?${SPAN}&format=html`), 200],
  'a report to print': [get(`/api/v1/reports/annex?${SPAN}&format=html`), 200],
  'a document': [get(`/api/v1/reports/annex?${SPAN}&format=docx`), 200],
  'the log as a file': [get('/api/v1/audit?format=csv'), 200],
  'the description of the API': [get('/api/docs'), 200],
  'the description for programs': [get('/api/docs/openapi.json'), 200],
  'its style': [get('/api/docs/style.css'), 200],
};

const problemsOf = ({ headers }: LightMyRequestResponse, isApi: boolean): readonly string[] => {
  const policy = String(headers['content-security-policy']);
  const expected: Readonly<Record<string, boolean>> = {
    nosniff: headers['x-content-type-options'] === 'nosniff',
    'referrer-policy': headers['referrer-policy'] === 'no-referrer',
    'permissions-policy': String(headers['permissions-policy']).includes('camera=(), '),
    'opener-policy': headers['cross-origin-opener-policy'] === 'same-origin',
    'resource-policy': headers['cross-origin-resource-policy'] === 'same-origin',
    hsts: headers['strict-transport-security'] === 'max-age=31536000; includeSubDomains',
    'default-src': policy.startsWith("default-src 'none'"),
    'base-uri': policy.includes("base-uri 'none'"),
    frames: policy.includes("frame-ancestors 'none'"),
    'nothing unsafe': !policy.includes('unsafe-') && !/[\s:]\*|https?:/.test(policy),
    'no CORS': !Object.keys(headers).some((name) => name.startsWith('access-control-')),
    'no software named': headers['server'] === undefined && headers['x-powered-by'] === undefined,
    'not kept': !isApi || headers['cache-control'] === 'no-store',
    charset: !String(headers['content-type']).startsWith('text/') || /charset=utf-8/i.test(String(headers['content-type'])),
  };
  return Object.entries(expected).filter(([, holds]) => !holds).map(([name]) => name);
};

describe('every answer', () => {
  test.each(Object.entries(ANSWERS))('carries the headers: %s', async (_name, [ask, status]) => {
    const answer = await ask();
    const isApi = (answer.raw.req.url ?? '').startsWith('/api/');
    expect([answer.statusCode, problemsOf(answer, isApi)]).toEqual([status, []]);
  });

  test('also with a file that somebody uploaded, which is never shown as what it claims to be', async () => {
    const { headers, statusCode } = await get(`/api/v1/blobs/${blob}`)();
    expect([statusCode, headers['content-type'], headers['x-content-type-options']]).toEqual([200, 'application/octet-stream', 'nosniff']);
    expect(headers['content-security-policy']).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
    expect(headers['cache-control']).toMatch(/^private,/);
  });

  test('speaks of TLS only where there is some', async () => {
    expect((await plain.getAs('', '/')).headers['strict-transport-security']).toBeUndefined();
    expect((await plain.getAs('', '/api/v1/me')).headers['strict-transport-security']).toBeUndefined();
  });
});

test('every cookie is of this host only, sent over TLS only, and read by no script', async () => {
  const [opened, closed] = [await centre.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email: 'an@xa.vn', password: PASSWORD } }), await post('/api/v1/sign-out', {}, { cookie: '' })()];
  const cookies = [opened, closed, await get('/oidc/callback')()].flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
  expect(cookies).toHaveLength(3);
  for (const each of cookies) {
    expect(each).toMatch(/^__Host-(session|oidc)=/);
    for (const flag of ['Path=/', 'HttpOnly', 'Secure']) expect(each).toContain(`; ${flag}`);
    expect(each).toMatch(/; SameSite=(Strict|Lax)/);
    expect(each).not.toContain('Domain');
  }
});

describe('a change that does not come from our own pages', () => {
  // A film goes over a real line: see the last test.
  const changes = Object.entries(HTTP_ROUTES).filter(([name, { method }]) => method !== 'GET' && name !== 'uploadClipFile');
  const foreign = {
    'says another site': { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
    'says a neighbouring host': { 'sec-fetch-site': 'same-site', origin: ORIGIN },
    'says nothing of where it is from': { 'sec-fetch-site': 'none' },
    'names another origin': { origin: 'https://evil.vn' },
    'names no origin': { origin: 'null' },
    'names ours over plain http of another port': { origin: 'http://centre.vn:81' },
  };

  test.each(Object.entries(foreign))('is refused on every route, with a cookie and without, when it %s', async (_name, headers) => {
    const heard = new Set<string>();
    for (const [, { method, path }] of changes) {
      for (const sent of [{ cookie }, {}]) {
        const { statusCode, body } = await centre.app.inject({ method, url: path.replaceAll(/:\w+/g, 'x'), headers: { ...headers, ...sent } });
        heard.add(`${statusCode} ${JSON.parse(body).error.code}`);
      }
    }
    expect([...heard]).toEqual(['403 REQUEST_FOREIGN_ORIGIN']);
  });

  test('is refused when a cookie comes without a word of a browser', async () => {
    for (const [, { method, path }] of changes) {
      const { statusCode } = await centre.app.inject({ method, url: path.replaceAll(/:\w+/g, 'x'), headers: { cookie } });
      expect([path, statusCode]).toEqual([path, 403]);
    }
  });

  test('is a kiosk\'s or a program\'s own when it has neither cookie nor browser', async () => {
    const { statusCode } = await centre.app.inject({ method: 'POST', url: '/api/v1/ledger', headers: { authorization: `Bearer ${token}` }, payload: {} });
    expect(statusCode).not.toBe(403);
  });

  test('is refused with a film, too', async () => {
    const address = await centre.app.listen({ port: 0, host: '127.0.0.1' });
    const { method, path } = HTTP_ROUTES.uploadClipFile;
    const send = (headers: Record<string, string>): Promise<Response> => fetch(address + path.replaceAll(/:\w+/g, 'x'), { method, headers, body: 'film' });
    const answers = [await send({ origin: 'https://evil.vn', cookie }), await send({ cookie }), await send({ origin: 'null' })];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});
