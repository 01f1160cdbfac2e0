import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';

const TOKEN = 'a-token-for-this-test-only';
const folder = mkdtempSync(join(tmpdir(), 'kill-'));
const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Kiosk = { readonly child: ChildProcess; readonly url: string };

function start(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<Kiosk> {
  const child = spawn(process.execPath, [inProject('host', 'node-main.ts')], {
    env: { ...process.env, DATA_DIR: dataDir, KIOSK_PORT: '0', KIOSK_TOKEN: TOKEN, LOG_LEVEL: 'silent', CENTRE_URL: '', PAIRING_CODE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return new Promise((done, fail) => {
    let said = '';
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Kiosk\s+(http:\S+)$/.exec(line)?.[1];
      if (url !== undefined) done({ child, url });
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((done) => void child.once('exit', (code) => done(code)));

async function call(kiosk: Kiosk, channel: string, request: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${kiosk.url}/kiosk/${channel}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-kiosk-token': TOKEN }, body: JSON.stringify(request) });
  return JSON.parse(await answer.text());
}

async function kill(kiosk: Kiosk): Promise<void> {
  const gone = ended(kiosk.child);
  kiosk.child.kill('SIGKILL');
  await gone;
}

describe('the host as a process', () => {
  it('has every thanked tap after kill -9 straight after the answer (promise 1)', async () => {
    const dataDir = join(folder, 'killed');
    let last = 0;
    for (let round = 0; round < 3; round += 1) {
      const kiosk = await start(dataDir);
      for (let tap = 0; tap < 5; tap += 1) {
        const answer = await call(kiosk, 'record', { kind: 'tap', score: 5, about: 'visit' });
        expect(answer).toMatchObject({ ok: true, value: { seq: last + 1 } });
        last += 1;
      }
      await kill(kiosk);
    }
    const kiosk = await start(dataDir);
    const pin: unknown = (await call(kiosk, 'staffSetPin', { pin: '284617' }))['value'];
    expect(await call(kiosk, 'staffStatus', pin)).toMatchObject({ ok: true, value: { head: 15, waiting: 15, faults: [] } });
  });

  it('refuses a second host on the same data folder, and lets one in after a kill', async () => {
    const dataDir = join(folder, 'shared');
    const first = await start(dataDir);
    await expect(start(dataDir)).rejects.toThrow(/ended with 1: Another kiosk is running on .*DATA_DIR/);
    await kill(first);
    await expect(start(dataDir)).resolves.toBeDefined();
  });

  it('says in one line which port is taken and what to do, and ends with 1', async () => {
    const first = await start(join(folder, 'port-a'));
    const port = new URL(first.url).port;
    await expect(start(join(folder, 'port-b'), { KIOSK_PORT: port })).rejects.toThrow(new RegExp(`ended with 1: Port ${port} .*KIOSK_PORT`));
  });

  it('starts without its centre, in set-up, and says why it could not be paired', async () => {
    const kiosk = await start(join(folder, 'alone'), { CENTRE_URL: 'http://127.0.0.1:9', PAIRING_CODE: 'K7P4-2MXQ' });
    expect(await call(kiosk, 'boot', null)).toMatchObject({ ok: true, value: { phase: 'set-up' } });
  });

  it('shows the built-in content when its pack is broken, and names the fault', async () => {
    const pack = mkdtempSync(join(folder, 'pack-'));
    writeFileSync(join(pack, 'pack.json'), '{}');
    const kiosk = await start(join(folder, 'broken-pack'), { PACK_DIR: pack });
    expect(await call(kiosk, 'content', null)).toMatchObject({ ok: true, value: { guides: [], head: { version: '0000.0.0' } } });
    const pin: unknown = (await call(kiosk, 'staffSetPin', { pin: '284617' }))['value'];
    expect(await call(kiosk, 'staffStatus', pin)).toMatchObject({ value: { faults: [{ code: 'CONTENT_INVALID' }] } });
  });

  it('ends cleanly on SIGTERM and SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const kiosk = await start(join(folder, signal));
      await call(kiosk, 'record', { kind: 'tap', score: 3, about: 'visit' });
      const code = ended(kiosk.child);
      kiosk.child.kill(signal);
      expect(await code).toBe(0);
    }
  });
});
