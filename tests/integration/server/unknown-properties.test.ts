import { afterAll, beforeAll, expect, test } from 'vitest';
import { Type } from 'typebox';
import { knownParserOf } from '#contract/parse-known.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { enrolBody, openCentre, type Centre } from './open-centre.ts';

let centre: Centre;
let cookie: string;
beforeAll(async () => {
  centre = await openCentre();
  for (const id of ['xa', 'khac']) await centre.repositories.points.addUnit({ id, name: id, parent: null });
  await centre.addPoint('p1', 'xa');
  await centre.addUser('an@xa.vn', 'admin', 'xa');
  await centre.addUser('binh@xa.vn', 'viewer', 'xa');
  cookie = await centre.cookieOf('an@xa.vn');
});
afterAll(() => centre.close());
const send = async (method: 'POST' | 'PUT' | 'PATCH', url: string, payload: object): Promise<number> =>
  (await centre.app.inject({ method, url, payload, headers: { cookie, 'sec-fetch-site': 'same-origin' } })).statusCode;

const TEXTS = { title: { vi: 'Một', en: 'One' }, description: { vi: 'Một', en: 'One' }, guide: null, waiver: null };
const FILE = { slot: 'tall', path: 'clips/x.html', sha256: 'a'.repeat(64), bytes: 1, type: 'text/html', licence: 'x', addedAt: 1, probe: null };

test('a clip is of one\'s unit and holds only what was uploaded, whatever else is sent with its texts', async () => {
  const more = { unit: 'khac', files: [FILE], madeAt: 1, changedAt: 1 };
  expect(await send('POST', '/api/v1/library/clips', { id: 'phim', ...TEXTS, ...more })).toBe(201);
  expect(await centre.repositories.library.clip('phim')).toMatchObject({ unit: 'xa', files: [] });
  expect(await send('PUT', '/api/v1/library/clips/phim', { ...TEXTS, ...more, id: 'other' })).toBe(200);
  expect(await centre.repositories.library.clip('phim')).toMatchObject({ id: 'phim', unit: 'xa', files: [] });
  expect(await centre.repositories.library.clip('other')).toBeNull();
});

test('a kiosk chooses neither its id nor its token', async () => {
  const body = enrolBody(await centre.pairingCode('p1'), '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000');
  const device = { ...(body['device'] as object), id: 'command-line', tokenHash: nodeSecrets.hash('guessable') };
  const answer = await centre.app.inject({ method: 'POST', url: '/api/v1/enrol', payload: { ...body, device } });
  expect([answer.statusCode, answer.json().deviceId === 'command-line']).toEqual([201, false]);
  const guessed = await centre.app.inject({ method: 'GET', url: '/api/v1/manifest', headers: { authorization: 'Bearer guessable' } });
  expect(guessed.statusCode).toBe(401);
});

test('nothing that nobody asked for reaches an account, a place, a report or the log', async () => {
  const more = { passwordHash: 'h', id: 'x', canary: 'canaria', nested: { canary: 'canaria' } };
  const binh = (await centre.repositories.staff.findByEmail('binh@xa.vn'))?.id ?? '';
  const before = await centre.repositories.staff.findById(binh);
  const heading = { parentAgency: '', agency: '', numberSign: '', place: '', signerTitle: '', signer: '', recipients: [], ...more, number: 7 };
  const statuses = [
    await send('PATCH', `/api/v1/users/${binh}`, { name: 'Bình', email: 'other@xa.vn', ...more }),
    await send('PATCH', '/api/v1/service-points/p1', { name: 'Điểm', no: 9, ...more }),
    await send('POST', '/api/v1/units', { name: 'Thôn', parent: 'xa', ...more, id: 'thon' }),
    await send('PATCH', '/api/v1/units/thon', { name: 'Thôn một', ...more }),
    await send('PUT', '/api/v1/reports/heading', { unit: 'xa', heading, ...more }),
    await send('PUT', '/api/v1/targets', { unit: 'xa', field: null, target: 0.9, from: '2026-11-23', ...more }),
  ];
  expect(statuses).toEqual([200, 204, 204, 204, 200, 200]);
  expect(await centre.repositories.staff.findById(binh)).toEqual({ ...before, name: 'Bình' });
  expect(JSON.stringify(await centre.repositories.audit.list())).not.toContain('canaria');
  expect((await centre.getAs(cookie, '/api/v1/reports/heading?unit=xa')).body).not.toContain('canaria');
});

test('leaves out what is not named, keeps what is free, and changes nothing that was given', () => {
  const parse = knownParserOf(Type.Object({ a: Type.String(), free: Type.Unknown(), list: Type.Array(Type.Object({ b: Type.Integer() })), either: Type.Union([Type.Null(), Type.Object({ c: Type.Literal('c') })]) }));
  const given = { a: 'a', free: { x: [1] }, list: [{ b: 1, d: 2 }], either: { c: 'c', e: 1 }, __proto__: { p: 1 }, z: 1 };
  const copy = structuredClone(given);
  expect(parse(given)).toEqual({ ok: true, value: { a: 'a', free: { x: [1] }, list: [{ b: 1 }], either: { c: 'c' } } });
  expect(given).toEqual(copy);
  expect(parse({ a: 1 })).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
});
