import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HTTP_ROUTES, type HttpRouteName } from '#contract/http-routes.ts';
import { PERSON_ONLY } from '#contract/routes/people-routes.ts';
import { ROLES, type Role } from '#contract/staff.ts';
import { roleReaches } from '#server/services/staff-access.ts';
import { DASHBOARD_PATHS } from '#server/routes/site-routes.ts';
import { setStage, type SetStage } from './authorisation-stage.ts';
import { CALLERS, OTHER_ROUTES, PLACES, TABLE, type Asking, type Caller, type Place, type Row } from './authorisation-table.ts';

let set: SetStage;
beforeAll(async () => {
  set = await setStage();
});
afterAll(() => set.centre.close());

const NAMES = Object.keys(HTTP_ROUTES) as HttpRouteName[];
const OURS = { 'sec-fetch-site': 'same-origin' };

type Answer = Pick<LightMyRequestResponse, 'statusCode' | 'body'>;

/** A file is sent over a real line: a deadline of the socket's own bounds it. */
async function overTheLine(path: string, method: string, headers: Record<string, string>, bytes: Uint8Array): Promise<Answer> {
  const address = set.centre.app.server.address() === null ? await set.centre.app.listen({ port: 0, host: '127.0.0.1' }) : set.centre.app.listeningOrigin;
  const answer = await fetch(address + path, { method, headers, body: new Uint8Array(bytes) });
  return { statusCode: answer.status, body: await answer.text() };
}

async function ask(name: HttpRouteName, caller: Caller, { params = {}, query = {}, body }: Asking = {}): Promise<Answer> {
  const { method, path } = HTTP_ROUTES[name];
  const url = path.replaceAll(/:(\w+)/g, (_, key: string) => params[key] ?? 'nothing');
  const headers = { ...OURS, ...set.headersOf(caller), ...(body === undefined ? {} : { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }) };
  if (body instanceof Uint8Array) return overTheLine(`${url}?${new URLSearchParams(query)}`, method, headers, body);
  return set.centre.app.inject({ method, url, query, headers, ...(body === undefined ? {} : { payload: body as object }) });
}

function roleOf(caller: Caller): Role | null {
  if (caller === 'chief') return 'admin';
  return ROLES.find((role) => role === caller) ?? null;
}

/** What the table says somebody hears of a place; null: he is let in, and the row says the rest. */
function refusalOf(name: HttpRouteName, row: Row, caller: Caller): number | null {
  if ('open' in row) return null;
  if ('device' in row) {
    if (caller === 'device') return null;
    return caller === 'revoked device' ? 403 : 401;
  }
  if (caller === 'read token') return HTTP_ROUTES[name].method === 'GET' && row.role === 'viewer' && !PERSON_ONLY.includes(name) ? null : 403;
  const role = roleOf(caller);
  if (role === null) return 401;
  return roleReaches(role, row.role) ? null : 403;
}

function isBelow(place: Place): boolean {
  return place === 'xa' || place === 'thon';
}

type Case = { readonly place: Place; readonly caller: Caller; readonly expected: number };

/** Every caller at every place with what the table expects, in the order in which they ask. */
function casesOf(name: HttpRouteName): readonly Case[] {
  const row: Row = TABLE[name];
  const letIn = new Map<Place, number>();
  const inTurn = (status: number | readonly number[], place: Place): number => {
    const before = letIn.get(place) ?? 0;
    letIn.set(place, before + 1);
    return typeof status === 'number' ? status : (status[Math.min(before, status.length - 1)] ?? 0);
  };
  const expectedOf = (place: Place, caller: Caller): number => {
    const refusal = refusalOf(name, row, caller);
    if (refusal !== null) return refusal;
    if ('open' in row) return row.open as number;
    if ('device' in row) return place === 'xa' ? row.device : (row.foreign ?? row.device);
    if ('list' in row) return 200;
    if ('plain' in row) return row.refused !== undefined && caller !== 'chief' ? row.refused : inTurn(row.plain, place);
    if (isBelow(place) || caller === 'chief') return inTurn(row.ok, place);
    return (place === 'tren' ? row.above : undefined) ?? row.other ?? 403;
  };
  const places = 'ok' in row || ('device' in row && row.foreign !== undefined) ? PLACES : (['xa'] as const);
  return CALLERS.flatMap((caller) => places.map((place) => ({ place, caller, expected: expectedOf(place, caller) })));
}

function askingOf(name: HttpRouteName, { place, caller }: Case): Asking {
  const row: Row = TABLE[name];
  if ('list' in row) return row.query === undefined ? {} : { query: row.query };
  return row.ask?.(place, set.stage, caller) ?? {};
}

test('every route of the contract has its row, and every other route of the program is named here', () => {
  const { app } = set.centre;
  expect(Object.keys(TABLE).toSorted()).toEqual(NAMES.toSorted());
  const named = [...Object.values(HTTP_ROUTES), ...[...Object.keys(OTHER_ROUTES), ...DASHBOARD_PATHS].map((path) => ({ method: 'GET', path } as const))];
  expect(named.filter(({ method, path }) => !app.hasRoute({ method, url: path }))).toEqual([]);
  const printed = routesOf(app.printRoutes({ commonPrefix: false }));
  expect(printed.length).toBeGreaterThan(80);
  // The printer leaves out what stands before a star.
  const known = new Set(['GET /*', ...named.map(({ method, path }) => `${method} ${path.replace(/\/\*$/, '*')}`)]);
  expect(printed.filter((route) => !known.has(route))).toEqual([]);
});

/** The tree that Fastify prints, as `GET /path`. */
function routesOf(tree: string): readonly string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part, methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?/.exec(line) ?? [];
    if (part === undefined) return [];
    above.length = indent.length / 4;
    above.push(part);
    return methods.split(', ').filter((method) => method !== '' && method !== 'HEAD').map((method) => `${method} ${above.join('')}`);
  });
}

// Signing out ends what the others need.
test.each(NAMES.filter((name) => name !== 'signOut'))('%s', async (name) => {
  const found = [];
  const cases = casesOf(name);
  for (const each of cases) {
    const answer = await ask(name, each.caller, askingOf(name, each));
    found.push({ ...each, expected: answer.statusCode, ...(answer.statusCode === each.expected ? {} : { said: answer.body.slice(0, 200) }) });
  }
  expect(found).toEqual(cases);
});

test('lists show one\'s unit and what lies below it, and not a word of another', async () => {
  const wrong = [];
  for (const name of NAMES) {
    const row: Row = TABLE[name];
    if (!('list' in row)) continue;
    for (const caller of CALLERS.filter((each) => refusalOf(name, row, each) === null)) {
      const { body } = await ask(name, caller, askingOf(name, { place: 'xa', caller, expected: 200 }));
      const shows = row.list === null || body.includes(row.list);
      const tells = caller !== 'chief' && (body.includes('khac') || (row.above !== true && body.includes('tren')));
      if (!shows || tells) wrong.push([name, caller, shows ? 'tells of another unit' : 'does not show what lies below', body.slice(0, 2_000)]);
    }
  }
  expect(wrong).toEqual([]);
});

test('what is no JSON of the contract is for whom it is for', async () => {
  const wrong = [];
  for (const [pattern, { url, status }] of Object.entries(OTHER_ROUTES)) {
    for (const caller of CALLERS) {
      const { statusCode } = await set.centre.app.inject({ url, headers: set.headersOf(caller) });
      if (statusCode !== status[caller]) wrong.push([pattern, caller, statusCode, status[caller]]);
    }
  }
  expect(wrong).toEqual([]);
});

test('whoever signs out ends that session and no other', async () => {
  const statuses = [];
  for (const caller of CALLERS) {
    statuses.push((await ask('signOut', caller)).statusCode);
    if (roleOf(caller) !== null) statuses.push((await ask('me', caller)).statusCode);
  }
  expect(statuses).toEqual([204, 204, 204, 204, 204, 204, 401, 204, 401, 204, 401, 204, 401]);
});
