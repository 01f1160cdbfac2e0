import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { openCentre, TODAY, type Centre } from './open-centre.ts';

const OURS = { 'sec-fetch-site': 'same-origin' };
const PATH = HTTP_ROUTES.phoneAnswer.path;
let centre: Centre;
let cookie: string;

beforeEach(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-centre-'));
  mkdirSync(join(dataDir, 'handoff'));
  writeFileSync(join(dataDir, 'handoff', 'procedures.json'), JSON.stringify({ 'khai-sinh': { procedure: '1.001193', steps: ['sign-in', 'submit'] } }));
  centre = await openCentre({}, dataDir);
  await centre.addUser('an@xa.vn', 'viewer');
  cookie = await centre.cookieOf('an@xa.vn');
});
afterEach(() => centre.close());

const once = (): string => randomBytes(16).toString('base64url');
const answerOf = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ once: once(), slug: 'khai-sinh', step: 'sign-in', outcome: 'managed', scale: 'five-v1', lang: 'vi', ...more });
const post = (payload: unknown, more: { readonly headers?: Record<string, string>; readonly remoteAddress?: string } = {}): Promise<LightMyRequestResponse> =>
  centre.app.inject({ method: 'POST', url: PATH, payload: payload as object, headers: { ...OURS, ...more.headers }, ...(more.remoteAddress === undefined ? {} : { remoteAddress: more.remoteAddress }) });
const summary = async (): Promise<unknown> => (await centre.getAs(cookie, `/api/v1/summaries/phone?from=${TODAY}&to=${TODAY}`)).json();

describe('an answer from a phone', () => {
  test('is counted by procedure, and once however often it is sent', async () => {
    const answer = answerOf({ score: 4 });
    for (let times = 0; times < 3; times += 1) expect((await post(answer)).statusCode).toBe(204);
    expect((await post(answerOf({ outcome: undefined, score: 1, step: undefined }))).statusCode).toBe(204);
    expect(await summary()).toEqual({ from: TODAY, to: TODAY, procedures: [{ procedure: '1.001193', outcomes: [1, 0, 0], managed: null, scores: [1, 0, 0, 1, 0], satisfied: null }] });
  });

  test('shows a share from ten answers on, with its Wilson interval, and nothing before (E175, E176)', async () => {
    for (let no = 0; no < 9; no += 1) await post(answerOf({ outcome: no < 8 ? 'managed' : 'not-yet' }));
    expect(await summary()).toMatchObject({ procedures: [{ outcomes: [8, 0, 1], managed: null }] });
    await post(answerOf({ outcome: 'needs-help' }));
    expect(await summary()).toMatchObject({ procedures: [{ outcomes: [8, 1, 1], managed: { rate: 0.8, low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) } }] });
  });

  test('is in no figure of taps', async () => {
    await centre.addPoint('mot-cua');
    await post(answerOf({ score: 5 }));
    const { days } = (await centre.getAs(cookie, `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}`)).json();
    expect(days).toMatchObject([{ taps: 0, scores: [0, 0, 0, 0, 0] }]);
    const { procedures } = (await centre.getAs(cookie, `/api/v1/summaries/procedures?from=${TODAY}&to=${TODAY}`)).json();
    expect(procedures).toEqual([]);
  });

  test.each([
    ['an unknown property, such as a name', answerOf({ name: 'Nguyễn Văn An' })],
    ['free text as outcome', answerOf({ outcome: 'cán bộ A thật tệ' })],
    ['a score as text', answerOf({ score: '5' })],
    ['a score that no face has', answerOf({ score: 6 })],
    ['neither outcome nor score', answerOf({ outcome: undefined })],
    ['a short one-time number', answerOf({ once: 'abc' })],
    ['a step that is a sentence', answerOf({ step: 'tôi là An' })],
    ['another scale', answerOf({ scale: 'four-v1' })],
    ['a list', [answerOf()]],
    ['null', null],
    ['a prototype', JSON.parse('{"__proto__":{"outcome":"managed"},"once":"aaaaaaaaaaaaaaaaaaaaaa","slug":"khai-sinh","scale":"five-v1","lang":"vi"}')],
  ])('is refused with %s, and nothing is kept', async (_what, payload) => {
    const answer = await post(payload === null ? 'null' : payload, { headers: { 'content-type': 'application/json' } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'REQUEST_INVALID']);
    expect(await summary()).toMatchObject({ procedures: [] });
  });

  test('is refused for a guide that is not shown, also one called like a property of every object', async () => {
    for (const slug of ['no-such', 'constructor', 'tostring']) expect((await post(answerOf({ slug }))).statusCode).toBe(404);
    expect(await summary()).toMatchObject({ procedures: [] });
  });

  test('counts without a step that the guide does not have', async () => {
    await post(answerOf({ step: 'gone' }));
    const { phoneAnswers } = centre.repositories;
    expect(await phoneAnswers.list(TODAY, TODAY)).toHaveLength(1);
  });

  test('is refused when it is large, and when it does not come from our own page', async () => {
    expect((await post({ ...answerOf(), padding: 'x'.repeat(600) })).statusCode).toBe(413);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': '', origin: 'https://la.vn' }]) expect((await post(answerOf(), { headers })).statusCode).toBe(403);
    const bare = await centre.app.inject({ method: 'POST', url: PATH, payload: answerOf() });
    expect([bare.statusCode, bare.json().error.code]).toEqual([403, 'REQUEST_FOREIGN_ORIGIN']);
    expect(await summary()).toMatchObject({ procedures: [] });
  });

  test('waits after forty from one address, while another address is heard', async () => {
    for (let no = 0; no < 40; no += 1) expect((await post(answerOf(), { remoteAddress: '203.0.113.7' })).statusCode).toBe(204);
    const late = await post(answerOf(), { remoteAddress: '203.0.113.7' });
    expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '20']);
    expect((await post(answerOf(), { remoteAddress: '203.0.113.8' })).statusCode).toBe(204);
    centre.clock.set(centre.clock.now() + 20_000);
    expect((await post(answerOf(), { remoteAddress: '203.0.113.7' })).statusCode).toBe(204);
  });

  test('leaves nothing of an address or of its one-time number in the database', async () => {
    const answer = answerOf();
    await post(answer, { remoteAddress: '203.0.113.77' });
    const files = readdirSync(centre.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath, entry.name)).toString('latin1');
      expect(bytes).not.toContain('203.0.113.77');
      expect(bytes).not.toContain(String(answer['once']));
    }
  });
});

test('the summary is for staff, and for spans that exist', async () => {
  expect((await centre.app.inject({ url: `/api/v1/summaries/phone?from=${TODAY}&to=${TODAY}` })).statusCode).toBe(401);
  for (const query of ['from=2026-02-30&to=2026-03-01', `from=${TODAY}&to=2026-01-01`, 'from=2020-01-01&to=2026-01-01']) expect((await centre.getAs(cookie, `/api/v1/summaries/phone?${query}`)).statusCode).toBe(400);
});
