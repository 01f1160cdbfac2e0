import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeDatabase, whyNoPostgres } from '#tests/setup/fresh-database.ts';
import { runCentre, runToEnd, type RunningCentre } from './run-centre.ts';

vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;
const running: RunningCentre[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-people-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((centre) => centre.end('SIGKILL')));
  rmSync(dataDir, { recursive: true, force: true });
});

type Answer = { readonly status: number; readonly json: unknown; readonly message: string };
function manage(words: readonly string[], variables: Record<string, string> = {}): Answer {
  const { status, stdout, stderr } = runToEnd('manage', [...words, '--json'], { DATA_DIR: dataDir, ...variables });
  return { status: status ?? -1, json: stdout === '' ? null : JSON.parse(stdout), message: stderr };
}

test('read tokens are made with an end, listed without their secrets, and revoked', () => {
  expect(manage(['unit', 'add', '--id', 'xa', '--name', 'Xã']).status).toBe(0);
  const made = manage(['token', 'add', '--name', 'Báo cáo', '--unit', 'xa', '--days', '30']).json as { token: string; id: string; expiresAt: number };
  expect(made.expiresAt - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
  const listed = manage(['token', 'list']);
  expect(listed.json).toMatchObject([{ id: made.id, name: 'Báo cáo', unit: 'xa', revokedAt: null }]);
  expect(JSON.stringify(listed.json)).not.toContain(made.token);
  expect([manage(['token', 'revoke', '--id', made.id]).status, manage(['token', 'revoke', '--id', 'none']).status]).toEqual([0, 1]);
  expect(manage(['token', 'list']).json).toMatchObject([{ revokedAt: expect.any(Number) }]);
  expect([manage(['token', 'add', '--name', 'x', '--days', 'many']).status, manage(['token', 'add', '--name', 'x', '--unit', 'none']).status]).toEqual([2, 1]);
});

test('people are added, listed and disabled; a common password is refused, and the last administrator stays', () => {
  const add = (email: string, password: string): Answer => manage(['user', 'add', '--email', email, '--role', 'admin', '--password', password]);
  expect([add('a@vi.vn', 'matkhau123456').message.includes('common'), add('a@vi.vn', 'bốn từ không ai ghép').status]).toEqual([true, 0]);
  expect(manage(['user', 'disable', '--email', 'a@vi.vn'])).toMatchObject({ status: 1, message: expect.stringContaining('last active administrator') });
  expect([add('b@vi.vn', 'mèo tam thể ngủ ngày').status, manage(['user', 'disable', '--email', 'A@vi.vn']).status]).toEqual([0, 0]);
  expect(manage(['user', 'list']).json).toMatchObject([{ email: 'a@vi.vn', state: 'disabled' }, { email: 'b@vi.vn', state: 'active' }]);
});

test('a wrong mail server or provider is one clear line each, without their secrets', () => {
  const ended = runToEnd('main', [], { DATA_DIR: dataDir, SMTP_URL: 'mail:geheim', OIDC_ISSUER: 'https://id.vn' });
  expect(ended.status).toBe(2);
  expect(ended.stderr).toMatch(/SMTP_URL[\s\S]*SMTP_FROM[\s\S]*OIDC_CLIENT_SECRET/);
  expect(ended.stderr).not.toContain('geheim');
});

const why = whyNoPostgres();
const STORES = why === null ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);
test(why === null ? 'the first administrator is tested over PostgreSQL too' : `COULD NOT RUN over PostgreSQL: ${why}`, () => expect(STORES.length).toBeGreaterThan(0));

test.each(STORES)('servers that start at once on an empty %s each print a link that works, for one administrator, once', async (store) => {
  const database = store === 'PostgreSQL' ? await makeDatabase('empty') : null;
  const variables: Record<string, string> = database === null ? {} : { DATABASE_URL: database.url, DATABASE_CONNECTIONS: '3' };
  const servers = await Promise.all([0, 1, 2].map(() => runCentre(dataDir, variables)));
  running.push(...servers);
  const open = async (server: RunningCentre | undefined, link: string | undefined): Promise<number> => {
    const answer = await fetch(`${server?.url}/api/v1/sign-in/once`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: link?.split('#')[1] ?? '' }) });
    return answer.status;
  };
  const links = servers.map((server) => server.staffLink);
  expect(new Set(links).size).toBe(3);
  // Any server takes any link; the first that is used ends the others.
  expect(await open(servers[2], links[0])).toBe(204);
  expect([await open(servers[0], links[0]), await open(servers[0], links[1]), await open(servers[1], links[2])]).toEqual([410, 410, 410]);
  expect(manage(['user', 'list'], variables).json).toMatchObject([{ email: null, role: 'admin', unit: null }]);
  await Promise.all(running.splice(0).map((centre) => centre.end('SIGTERM')));
  await database?.drop();
});
