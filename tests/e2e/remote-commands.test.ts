import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepOpen, type KioskWindow } from '#build/commands/show-kiosk.ts';
import { answerKiosk, START_AGAIN } from '#build/launch/answer-kiosk.ts';
import { startProgram, type ChildProgram } from '#build/launch/child-program.ts';
import { findChromium } from '#tests/driver/browser.ts';
import { hostCaller } from '#tests/driver/call-host.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

const PIN = '482915';
let stack: Stack;
let profile: string;
let host: ChildProgram;
let url: string;
let window: KioskWindow | null = null;
let key = '';

/** A kiosk as npm run kiosk starts it, with a real browser for its window. */
async function startKiosk(pairing: Readonly<Record<string, string>>): Promise<void> {
  host = startProgram({
    name: 'kiosk',
    args: ['host/node-main.ts'],
    env: { KIOSK_PORT: '0', DATA_DIR: profile, KIOSK_CAN_RESTART: '1', ...pairing },
    logFile: join(profile, 'log', 'kiosk.log'),
  });
  url = await host.address('Kiosk', 60_000);
  answerKiosk(host, async () => (window === null ? null : window.takePicture()));
}

beforeAll(async () => {
  stack = await Stack.start({ paired: false });
  profile = mkdtempSync(join(tmpdir(), 'mot-cham-remote-'));
  await startKiosk({ CENTRE_URL: stack.centreUrl, PAIRING_CODE: await stack.pairingCode() });
  const { executablePath, env } = await findChromium();
  const args = ['--headless=new', '--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--autoplay-policy=no-user-gesture-required', '--window-size=540,960', '--remote-debugging-pipe', `--user-data-dir=${join(profile, 'browser')}`, url];
  window = keepOpen({ kind: 'window', name: 'browser', command: executablePath, args, env, warning: null }, url, () => undefined);
});

afterAll(async () => {
  await window?.close();
  await host.stop();
  await stack.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Staff at the kiosk let it report at once; otherwise it reports every minute. */
async function beatNow(): Promise<void> {
  const call = await hostCaller(url);
  if (key === '') {
    const answer = await call('staffSetPin', { pin: PIN });
    key = fieldOf(answer, 'key');
  }
  await call('sendNow', { key });
}

function fieldOf(value: unknown, name: string): string {
  return typeof value === 'object' && value !== null ? String(Reflect.get(value, name)) : '';
}

type Listed = { readonly commands: readonly { readonly kind: string; readonly state: string; readonly detail: string | null; readonly hasPicture: boolean; readonly hasLog: boolean }[] };

async function deviceId(): Promise<string> {
  const devices = await stack.manage('device', 'list');
  return Array.isArray(devices) ? fieldOf(devices.at(-1), 'id') : '';
}

async function ended(kind: string): Promise<Listed['commands'][number] | undefined> {
  const shown = (await stack.manage('device', 'show', '--id', await deviceId())) as Listed;
  return shown.commands.find((command) => command.kind === kind && ['done', 'failed', 'expired'].includes(command.state));
}

async function askFor(kind: string): Promise<Listed['commands'][number] | undefined> {
  await stack.manage('device', 'ask', '--id', await deviceId(), '--kind', kind);
  await beatNow();
  await until(async () => (await ended(kind)) !== undefined, `${kind} was answered`);
  return ended(kind);
}

it('goes round: a picture of the real screen, the log, and a page that is loaded anew', async () => {
  await until(async () => typeof (await window?.takePicture().catch(() => null)) === 'string', 'the kiosk\'s page is open');
  expect(await askFor('screenshot')).toMatchObject({ state: 'done', hasPicture: true });
  expect(await askFor('send-logs')).toMatchObject({ state: 'done', hasLog: true });
  expect(await askFor('reload')).toMatchObject({ state: 'done', detail: null });
});

it('restarts once: the answer comes before the end, and the next life does not end by it', async () => {
  expect(await askFor('restart')).toMatchObject({ state: 'done' });
  expect(await host.ended).toBe(START_AGAIN);
  key = '';
  await startKiosk({});
  const call = await hostCaller(url);
  key = fieldOf(await call('staffUnlock', { pin: PIN }), 'key');
  await beatNow();
  const isOver = await Promise.race([host.ended.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3_000))]);
  expect(isOver).toBe(false);
});
