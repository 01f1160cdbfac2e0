import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepOpen, type KioskWindow } from '#build/commands/show-kiosk.ts';
import { findChromium } from '#tests/driver/browser.ts';
import { until } from '#tests/driver/until.ts';

let server: Server;
let folder: string;
let window: KioskWindow;

beforeAll(async () => {
  server = createServer((_request, response) => void response.setHeader('content-type', 'text/html').end('<body style="margin:0;background:#a2141e"><h1>Kiosk</h1>'));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-window-'));
  window = keepOpen({ kind: 'window', name: 'browser', ...(await headless(folder, url)), warning: null }, url, () => undefined);
});

afterAll(async () => {
  await window.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a real browser gives a picture of what it shows, over pipes that only its parent holds', async () => {
  let picture: string | null = null;
  await until(async () => (picture = await window.takePicture()) !== null, 'the browser shows the page');
  const bytes = Buffer.from(String(picture), 'base64');
  expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(bytes.length).toBeGreaterThan(500);
});

test('a page that is not the kiosk\'s is no picture of it', async () => {
  const other = keepOpen({ kind: 'window', name: 'browser', ...(await headless(`${folder}-other`, 'about:blank')), warning: null }, 'http://127.0.0.1:9/', () => undefined);
  await until(async () => (await window.takePicture()) !== null, 'the first browser still answers');
  expect(await other.takePicture()).toBeNull();
  await other.close();
  rmSync(`${folder}-other`, { recursive: true, force: true });
});

async function headless(profile: string, url: string): Promise<{ readonly command: string; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }> {
  const { executablePath, env } = await findChromium();
  return { command: executablePath, args: ['--headless=new', '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-pipe', `--user-data-dir=${profile}`, url], env };
}
