import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handoffCode } from '#domain/handoff-code.ts';
import { openCentre, type Centre } from './open-centre.ts';

let centre: Centre;
let dist: string;
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'mot-cham-dist-'));
  for (const folder of ['dashboard/assets', 'handoff/g', 'handoff/h']) mkdirSync(join(dist, folder), { recursive: true });
  writeFileSync(join(dist, 'dashboard/index.html'), '<title>dashboard</title>');
  writeFileSync(join(dist, 'dashboard/assets/app-1.js'), '1');
  writeFileSync(join(dist, 'handoff/g/khai-sinh.html'), '<title>Khai sinh</title>');
  writeFileSync(join(dist, 'handoff/h/style-1.css'), 'a{}');
  writeFileSync(join(dist, 'handoff/codes.json'), '{"1":"khai-sinh"}');
  writeFileSync(join(dist, 'secret.txt'), 'secret');
  centre = await openCentre({ dashboardDir: join(dist, 'dashboard'), handoffDir: join(dist, 'handoff') });
});
afterAll(async () => {
  await centre.close();
  rmSync(dist, { recursive: true });
});
const get = (url: string): ReturnType<Centre['getAs']> => centre.getAs('', url);

test('serves the dashboard at its two addresses, and its files for good', async () => {
  for (const url of ['/', '/first']) expect((await get(url)).body).toContain('dashboard');
  const file = await get('/assets/app-1.js');
  expect([file.statusCode, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect((await get('/')).headers['cache-control']).toBe('no-cache');
});

test('serves the guide pages for phones', async () => {
  expect((await get('/g/khai-sinh')).body).toContain('Khai sinh');
  expect((await get('/h/style-1.css')).statusCode).toBe(200);
});

test('a code leads to the guide at its step, however it is typed (E138)', async () => {
  const code = handoffCode({ guide: 1, step: 2 });
  const answer = await get(`/c/${code.toLowerCase()}`);
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/g/khai-sinh#2']);
  expect((await get(`/c?code=${code.slice(0, 3)}+${code.slice(3)}`)).headers.location).toBe(`/c/${code}`);
});

test('an unknown guide or code gets a friendly page in Vietnamese', async () => {
  for (const url of ['/g/none', '/g/..%2f..%2fsecret.txt', '/c/AAAAAA', `/c/${handoffCode({ guide: 77, step: 0 })}`]) {
    const answer = await get(url);
    expect([url, answer.statusCode]).toEqual([url, 404]);
    expect(answer.body).toContain('Không tìm thấy hướng dẫn');
  }
  expect((await get('/c')).body).toContain('<form');
});

test('nothing outside the built folders is served', async () => {
  for (const url of ['/assets/../../secret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/h/..%2f..%2fsecret.txt', '/secret.txt']) {
    expect([url, (await get(url)).statusCode]).not.toEqual([url, 200]);
  }
});

test('pages carry strict headers: no inline code, no frame, no referrer', async () => {
  for (const url of ['/', '/g/khai-sinh', '/nowhere']) {
    const { headers } = await get(url);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect([headers['x-content-type-options'], headers['referrer-policy']]).toEqual(['nosniff', 'no-referrer']);
  }
});

test('what is not there is JSON under /api and a page elsewhere', async () => {
  const api = await get('/api/v1/nothing');
  expect([api.statusCode, api.json().error.code]).toEqual([404, 'REQUEST_NOT_FOUND']);
  expect((await get('/nowhere')).headers['content-type']).toContain('text/html');
  const malformed = await get('/api/%zz');
  expect([malformed.statusCode, malformed.json().error.code]).toEqual([400, 'REQUEST_INVALID']);
});

test('a body that is no JSON gets the one error form', async () => {
  for (const [type, payload] of [['application/json', '{'], ['text/plain', 'x'], ['application/json', '']] as const) {
    const answer = await centre.app.inject({ method: 'POST', url: '/api/v1/sign-in', headers: { 'content-type': type }, payload });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'REQUEST_INVALID']);
  }
  const large = await centre.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email: 'x'.repeat(70_000) } });
  expect([large.statusCode, large.json().error.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
});

test('says that it lives and that it is ready', async () => {
  expect((await get('/healthz')).statusCode).toBe(200);
  expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
});

test('without a built dashboard the page says what to run', async () => {
  const bare = await openCentre();
  expect((await bare.getAs('', '/')).body).toContain('npm run build');
  await bare.close();
});
