import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manage } from '#build/launch/manage.ts';
import { isPortFree } from '#build/launch/ports.ts';
import { ROOT } from '#build/project-root.ts';
import { callHost } from '#tests/driver/call-host.ts';
import { until } from '#tests/driver/until.ts';

let folder: string;
const running: Started[] = [];

beforeEach(() => {
  // A folder with a space and a letter of ours: paths are never pasted into a shell.
  folder = mkdtempSync(join(tmpdir(), 'một chạm '));
});
afterEach(async () => {
  for (const start of running.splice(0)) await start.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('prints three addresses that answer, and Ctrl-C ends all of it with 0', async () => {
    const start = await npmStart({ PORT: '0', KIOSK_PORT: '0' });
    const { kiosk, centre, staff } = start.addresses();
    expect((await fetch(`${centre}/readyz`)).status).toBe(200);
    expect(await (await fetch(kiosk)).text()).toContain('<div id="root">');
    expect((await fetch(staff)).status).toBe(200);
    expect(new URL(staff).hash.length).toBeGreaterThan(20);
    expect(await start.end('SIGINT')).toBe(0);
    for (const url of [kiosk, centre]) expect(await isPortFree(Number(new URL(url).port), '127.0.0.1')).toBe(true);
  });

  it('leaves nothing running when npm alone is told to end', async () => {
    const start = await npmStart({ PORT: '0', KIOSK_PORT: '0' }, ['npm', 'start', '--silent', '--', '--no-window']);
    const { kiosk, centre } = start.addresses();
    start.kill();
    for (const url of [kiosk, centre]) await until(() => isPortFree(Number(new URL(url).port), '127.0.0.1'), `${url} is closed`);
  });

  it('keeps everything for the second start: the same kiosk, the same ledger, each tap once', async () => {
    const [port, kioskPort] = [String(await anyFreePort()), String(await anyFreePort())];
    const first = await npmStart({ PORT: port, KIOSK_PORT: kioskPort });
    await callHost(first.addresses().kiosk, 'record', { kind: 'tap', score: 4, about: 'visit', scale: 'five-v1', lang: 'vi', from: 'attract' });
    expect(await first.end('SIGTERM')).toBe(0);

    const second = await npmStart({ PORT: port, KIOSK_PORT: kioskPort });
    const { kiosk } = second.addresses();
    expect(await callHost(kiosk, 'record', { kind: 'tap', score: 5, about: 'visit', scale: 'five-v1', lang: 'vi', from: 'attract' })).toMatchObject({ seq: 2 });
    await until(async () => (await received()) === 2, 'the centre has both taps');
    expect(await devices()).toHaveLength(1);
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('reaches its centre again after both moved to other ports', async () => {
    const first = await npmStart({ PORT: '0', KIOSK_PORT: '0' });
    expect(await first.end('SIGINT')).toBe(0);
    const second = await npmStart({ PORT: '0', KIOSK_PORT: '0' });
    await callHost(second.addresses().kiosk, 'record', { kind: 'tap', score: 4, about: 'visit', scale: 'five-v1', lang: 'vi', from: 'attract' });
    await until(async () => (await received()) === 1, 'the centre has the tap');
    expect(await second.end('SIGINT')).toBe(0);
  });

  it.each(['PORT', 'KIOSK_PORT'])('says what to do when %s is taken, and leaves nothing half started', async (name) => {
    const { server, port } = await occupy();
    const other = String(await anyFreePort());
    const start = launch(name === 'PORT' ? { PORT: String(port), KIOSK_PORT: other } : { PORT: other, KIOSK_PORT: String(port) });
    expect(await start.ended).toBe(1);
    expect(start.output()).toContain(`Port ${port} is taken`);
    expect(start.output()).toContain(`${name}=${port + 10} npm start`);
    expect(await isPortFree(Number(other), '127.0.0.1')).toBe(true);
    await new Promise((resolve) => server.close(resolve));
  });
});

type Started = {
  readonly output: () => string;
  readonly addresses: () => { readonly kiosk: string; readonly centre: string; readonly staff: string };
  readonly ended: Promise<number | null>;
  /** SIGTERM to the first process alone, as a supervisor sends it. */
  readonly kill: () => void;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** Its own process group, because Ctrl-C reaches a terminal's whole group. */
function launch(env: Readonly<Record<string, string>>, [command, ...args]: readonly [string, ...string[]] = [process.execPath, 'build/commands/start.ts', '--no-window']): Started {
  const child: ChildProcess = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const address = (label: string): string => new RegExp(`^${label} +(http://127\\.0\\.0\\.1:\\d+\\S*)$`, 'm').exec(output)?.[1] ?? '';
  const start: Started = {
    output: () => output,
    addresses: () => ({ kiosk: address('Kiosk'), centre: address('Centre'), staff: address('Staff') }),
    ended,
    end: async (signal) => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
      return ended;
    },
    kill: () => child.kill('SIGTERM'),
  };
  running.push(start);
  return start;
}

async function npmStart(env: Readonly<Record<string, string>>, command?: readonly [string, ...string[]]): Promise<Started> {
  const start = launch(env, command);
  let over = false;
  void start.ended.then(() => (over = true));
  await until(() => start.addresses().staff !== '' || over, 'npm start has printed its addresses', 90_000);
  if (over) throw new Error(`npm start ended: ${start.output()}`);
  return start;
}

async function devices(): Promise<readonly { readonly received: number }[]> {
  const list = await manage(['device', 'list'], { DATA_DIR: folder });
  if (!list.ok) throw new Error(list.message);
  return list.answer as readonly { received: number }[];
}

async function received(): Promise<number> {
  return (await devices()).reduce((sum, device) => sum + device.received, 0);
}

async function occupy(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

async function anyFreePort(): Promise<number> {
  const { server, port } = await occupy();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
