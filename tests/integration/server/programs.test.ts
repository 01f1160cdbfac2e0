import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayOf } from '#domain/calendar-day.ts';
import { runCentre, runToEnd, type Ended, type RunningCentre } from './run-centre.ts';

// Every step starts a process, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;
let running: RunningCentre | null = null;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-run-'));
});
afterEach(async () => {
  await running?.end('SIGKILL');
  running = null;
  rmSync(dataDir, { recursive: true });
});

const manage = (...words: readonly string[]): Ended => runToEnd('manage', words, { DATA_DIR: dataDir });
const manageJson = (...words: readonly string[]): Record<string, string> & Record<string, never>[] => JSON.parse(manage(...words, '--json').stdout);

async function enrol(url: string, stream: string): Promise<string> {
  const { pairingCode } = manageJson('pair', '--point', 'p1');
  const device = { name: 'k', platform: 'linux', appVersion: '1', shell: 'browser' };
  const answer = await fetch(`${url}/api/v1/enrol`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ pairingCode, stream, device }) });
  return JSON.parse(await answer.text()).token;
}

function send(url: string, token: string, stream: string, first: number, count: number): Promise<Response> {
  const now = Date.now();
  const clock = { now, up: 1e9, boot: 'b' };
  const entries = Array.from({ length: count }, (_, index) => ({ kind: 'tap', at: now - index, up: 1e9 - index, boot: 'b', score: 5, about: 'visit' }));
  return fetch(`${url}/api/v1/ledger`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ stream, first, clock, entries }) });
}

test('starts, says where it is, and ends cleanly on both signals', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    running = await runCentre(dataDir);
    expect(running.output()).toMatch(/^Centre {2}http:\/\/127\.0\.0\.1:\d+\nStaff {3}http:\/\/127\.0\.0\.1:\d+\/first#[\w-]{43}\n$/);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect(await running.end(signal)).toBe(0);
  }
  expect(statSync(join(dataDir, 'centre.db')).mode & 0o777).toBe(0o600);
});

test('a taken port is one clear line with the remedy', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = String(typeof address === 'object' && address !== null ? address.port : 0);
  const ended = runToEnd('main', [], { DATA_DIR: dataDir, PORT: port });
  other.close();
  expect(ended).toMatchObject({ status: 1, stdout: '' });
  expect(ended.stderr).toMatch(new RegExp(`^Port ${port} is taken .*another port.*\\n$`));
});

test('a data folder that cannot be used is one clear line with the remedy', () => {
  writeFileSync(join(dataDir, 'file'), '');
  const variables = { DATA_DIR: join(dataDir, 'file') };
  for (const ended of [runToEnd('main', [], { ...variables, PORT: '0' }), runToEnd('manage', ['point', 'list', '--json'], variables)]) {
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^The data folder .* cannot be used .*DATA_DIR.*\n$/);
  }
});

test('a wrong configuration ends with 2 and says what is wrong', () => {
  expect(runToEnd('main', [], { DATA_DIR: dataDir, PORT: 'abc' })).toMatchObject({ status: 2, stderr: 'PORT is a number from 0 to 65535, not "abc".\n' });
  expect(runToEnd('main', [], { DATA_DIR: dataDir, DATABASE_URL: 'postgres://x' })).toMatchObject({ status: 2, stdout: '' });
});

test('a second start on the same data keeps everything', async () => {
  running = await runCentre(dataDir);
  manage('point', 'add', '--id', 'p1', '--name', 'Một');
  manage('user', 'add', '--email', 'a@b.vn', '--role', 'admin', '--password', 'mot cau de nho');
  const token = await enrol(running.url, 'stream-0001');
  expect(await (await send(running.url, token, 'stream-0001', 1, 3)).json()).toEqual({ received: 3 });
  await running.end('SIGTERM');
  running = await runCentre(dataDir);
  expect(running.staffLink).toBe(`${running.url}/`);
  expect(await (await send(running.url, token, 'stream-0001', 4, 0)).json()).toEqual({ received: 3 });
});

test('kill -9 amid the taking loses and doubles nothing once the kiosk sends again (promise 2)', async () => {
  running = await runCentre(dataDir);
  manage('point', 'add', '--id', 'p1', '--name', 'Một');
  const streams = ['stream-0001', 'stream-0002', 'stream-0003', 'stream-0004'];
  const tokens = await Promise.all(streams.map((stream) => enrol(running?.url ?? '', stream)));
  const marks = new Map<string, number>();
  const upload = async (url: string, stream: string, token: string, until: number): Promise<void> => {
    while ((marks.get(stream) ?? 0) < until) {
      const answer = await send(url, token, stream, (marks.get(stream) ?? 0) + 1, 50);
      const { received } = JSON.parse(await answer.text());
      marks.set(stream, received);
    }
  };
  const url = running.url;
  const cut = Promise.allSettled(streams.map((stream, index) => upload(url, stream, tokens[index] ?? '', 1e9)));
  while ([...marks.values()].reduce((sum, mark) => sum + mark, 0) < 500) await new Promise((resolve) => setTimeout(resolve, 20));
  await running.end('SIGKILL');
  await cut;
  const acknowledged = [...marks.values()].reduce((sum, mark) => sum + mark, 0);
  expect(acknowledged).toBeGreaterThan(0);

  running = await runCentre(dataDir);
  const again = running.url;
  for (const [index, stream] of streams.entries()) {
    const mark: { received: number } = JSON.parse(await (await send(again, tokens[index] ?? '', stream, 1, 0)).text());
    // What was acknowledged is there; at most the batch in flight is there beyond it.
    expect(mark.received - (marks.get(stream) ?? 0)).toBeGreaterThanOrEqual(0);
    expect(mark.received - (marks.get(stream) ?? 0)).toBeLessThanOrEqual(50);
  }
  await Promise.all(streams.map((stream, index) => upload(again, stream, tokens[index] ?? '', (marks.get(stream) ?? 0) + 100)));
  const expected = [...marks.values()].reduce((sum, mark) => sum + mark, 0);
  const { token } = manageJson('token', 'add', '--name', 'test');
  const today = dayOf(Date.now());
  const daily: { days: { taps: number }[] } = JSON.parse(await (await fetch(`${again}/api/v1/summaries/daily?from=${today}&to=${today}`, { headers: { authorization: `Bearer ${token}` } })).text());
  expect(daily.days[0]?.taps).toBe(expected);
  expect(manageJson('db', 'check')).toEqual({ ok: true, findings: [] });
});

test('the command line speaks JSON, and only JSON, and works beside the server', async () => {
  running = await runCentre(dataDir);
  expect(manageJson('point', 'add', '--id', 'p1', '--name', 'Điểm một', '--unit', 'xa-1', '--timezone', 'Asia/Ho_Chi_Minh')).toEqual({ id: 'p1', name: 'Điểm một' });
  expect(manageJson('user', 'add', '--email', 'A@b.vn', '--role', 'viewer', '--password', 'mot cau de nho')).toEqual({ id: expect.any(String), email: 'a@b.vn', role: 'viewer' });
  expect(manageJson('pair', '--point', 'p1')).toEqual({ pairingCode: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/), expiresAt: expect.any(Number) });
  expect(manageJson('token', 'add', '--name', 'report')).toEqual({ token: expect.any(String), id: expect.any(String), expiresAt: null });
  const token = await enrol(running.url, 'stream-0001');
  const [device] = manageJson('device', 'list');
  expect(device).toEqual({ id: expect.any(String), servicePoint: 'p1', stream: 'stream-0001', received: 0, lastSeenAt: null, revoked: false });
  expect(manage('device', 'revoke', '--id', String(device?.['id'])).status).toBe(0);
  expect((await send(running.url, token, 'stream-0001', 1, 1)).status).toBe(403);
  expect(manageJson('db', 'migrate')).toEqual({ migrated: [] });
});

test('a unit that was not there is made for a point, and the words say so; one that was there is not told of', () => {
  expect(manage('point', 'add', '--id', 'p1', '--name', 'Một', '--unit', 'xa-1').stdout).toContain('There was no unit xa-1: it was made');
  expect(manage('point', 'add', '--id', 'p2', '--name', 'Hai', '--unit', 'xa-1').stdout).toBe('Service point p2: Hai\n');
});

test('a wrong call ends with 2, a refused one with 1, both with nothing on standard output', () => {
  expect(manageJson('db', 'migrate')).toEqual({ migrated: expect.arrayContaining(['0001-first-centre.sql', '0002-segments.sql']) });
  manage('point', 'add', '--id', 'p1', '--name', 'Một');
  for (const [status, words] of [
    [2, ['dance']],
    [2, ['user', 'add', '--email', 'a@b.vn', '--role', 'king', '--password', 'mot cau de nho']],
    [2, ['point', 'add', '--id', 'Ố', '--name', 'x']],
    [1, ['pair', '--point', 'none']],
    [1, ['user', 'add', '--email', 'a@b.vn', '--role', 'viewer', '--password', 'short']],
  ] as const) {
    const ended = manage(...words, '--json');
    expect([words, ended.status, ended.stdout]).toEqual([words, status, '']);
    expect(ended.stderr).not.toBe('');
    expect(ended.stderr).not.toMatch(/at .*\.ts:\d+/);
  }
});

test('manage runs the fleet: units, opening hours, a new machine, requests, each in JSON', async () => {
  running = await runCentre(dataDir);
  manageJson('unit', 'add', '--id', 'tinh', '--name', 'Tỉnh');
  manageJson('unit', 'add', '--id', 'xa', '--name', 'Xã', '--parent', 'tinh');
  expect(manageJson('unit', 'change', '--id', 'xa', '--name', 'Xã Mới', '--parent', 'none')).toEqual({ id: 'xa', name: 'Xã Mới', parent: null });
  expect(manage('unit', 'change', '--id', 'tinh', '--parent', 'tinh').status).toBe(1);
  manageJson('point', 'add', '--id', 'p1', '--name', 'Một', '--unit', 'xa');
  const hours = JSON.stringify([[{ from: '07:30', until: '17:00' }], [], [], [], [], [], []]);
  expect(manageJson('point', 'change', '--id', 'p1', '--hours', hours)).toMatchObject({ id: 'p1' });
  expect(manage('point', 'change', '--id', 'p1', '--hours', 'mornings').status).toBe(2);
  await enrol(running.url, 'stream-0001');
  const [device] = manageJson('device', 'list');
  const id = String(device?.['id']);
  expect(manageJson('device', 'ask', '--id', id, '--kind', 'reload')).toMatchObject({ kind: 'reload', state: 'waiting', askedBy: 'command-line' });
  expect(manage('device', 'ask', '--id', id, '--kind', 'dance').status).toBe(2);
  expect(manageJson('device', 'change', '--id', id, '--name', 'Quầy 1')).toEqual({ id, name: 'Quầy 1' });
  expect(manageJson('device', 'replace', '--id', id)['pairingCode']).toMatch(/^\w{4}-\w{4}$/);
  expect(manageJson('device', 'show', '--id', id)).toMatchObject({ kiosk: { name: 'Quầy 1' }, commands: [{ kind: 'reload' }] });
  expect(manage('point', 'change', '--id', 'p1', '--closed', 'yes').status).toBe(1);
  manageJson('device', 'revoke', '--id', id);
  expect(manageJson('point', 'change', '--id', 'p1', '--closed', 'yes')).toEqual({ id: 'p1', closed: true });
  expect(manage('pair', '--point', 'p1').status).toBe(1);
});
