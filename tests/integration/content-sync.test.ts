import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { until } from '#tests/driver/until.ts';
import { packFiles, type PackFiles } from '#tests/fakes/pack-files.ts';
import { serveFakeCentre, type ServedFakeCentre } from '#tests/fakes/serve-fake-centre.ts';

const TOKEN = 'a-token-for-this-test-only';
const folder = mkdtempSync(join(tmpdir(), 'content-'));
const running: ChildProcess[] = [];
let served: ServedFakeCentre;

beforeEach(async () => {
  served = await serveFakeCentre();
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await served.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Kiosk = { readonly child: ChildProcess; readonly url: string; readonly dataDir: string };

function start(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<Kiosk> {
  const child = spawn(process.execPath, [inProject('host', 'node-main.ts')], {
    env: { ...process.env, DATA_DIR: dataDir, KIOSK_PORT: '0', KIOSK_TOKEN: TOKEN, LOG_LEVEL: 'silent', CENTRE_URL: served.url, PAIRING_CODE: 'K7P4-2MXQ', CONTENT_FREE_MB: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(child);
  return new Promise((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Kiosk\s+(http:\S+)$/.exec(line)?.[1];
      if (url !== undefined) done({ child, url, dataDir });
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)));
  });
}

async function call(kiosk: Kiosk, channel: string, request: unknown = null): Promise<Record<string, unknown>> {
  const answer = await fetch(`${kiosk.url}/kiosk/${channel}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-kiosk-token': TOKEN }, body: JSON.stringify(request) });
  return ((await answer.json()) as { value: Record<string, unknown> }).value;
}

/** What the page would get. */
async function version(kiosk: Kiosk): Promise<string> {
  return String(((await call(kiosk, 'content'))['head'] as { version: unknown }).version);
}

/** What a kiosk that has just started tells the centre: no page has the content then. */
async function versionBeaten(beats: number): Promise<string> {
  await until(() => served.centre.beats.length > beats, 'it has beaten');
  return String(served.centre.lastHealth()['contentVersion']);
}

async function kill(kiosk: Kiosk): Promise<void> {
  const gone = new Promise((done) => void kiosk.child.once('exit', done));
  kiosk.child.kill('SIGKILL');
  await gone;
}

/** A pack with two pictures of some size, so that loading takes a while. */
function withStills(version: string, seed: number): PackFiles {
  const picture = (shift: number): Uint8Array => Uint8Array.from({ length: 400_000 }, (_, at) => (at * 31 + seed * 7 + shift) % 251);
  const both = { vi: 'Ảnh', en: 'Picture' };
  return {
    ...packFiles({ version, playlist: { items: [{ kind: 'still', id: 'picture', title: both, description: both, seconds: 5, tall: 'media/tall.webp', wide: 'media/wide.webp' }] } }),
    'media/tall.webp': picture(0),
    'media/wide.webp': picture(100),
  };
}

// Each starts several processes.
describe('a real kiosk that follows its centre', { timeout: 90_000 }, () => {
  it('shows what is published, with its media under the names of their bytes, and keeps it over kill -9', async () => {
    const { library } = served.centre;
    library.pieceBytes = 50_000;
    const files = withStills('2026.12.1', 1);
    library.publish(files, { version: '2026.12.1' });
    const kiosk = await start(join(folder, 'follows'));
    await until(async () => (await version(kiosk)) === '2026.12.1', 'the new content is in use');
    const playlist = (await call(kiosk, 'content'))['playlist'] as { items: { tall: string }[] };
    const path = playlist.items[0]?.tall ?? '';
    expect(path).toMatch(/^blobs\/[0-9a-f]{64}\.webp$/);
    const part = await fetch(`${kiosk.url}/media/${path}`, { headers: { range: 'bytes=1000-1009' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('cache-control')).toContain('immutable');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(Buffer.from(files['media/tall.webp'] as Uint8Array).subarray(1000, 1010));
    await kill(kiosk);
    const again = await start(kiosk.dataDir);
    expect(await version(again)).toBe('2026.12.1');
    await until(() => served.centre.beats.length > 1, 'it has beaten again');
    expect(served.centre.lastHealth()['content']).toMatchObject({ manifest: library.manifest, loading: null, refused: [] });
  });

  it('killed again and again while it loads shows the old content or the new one, and loads no finished byte twice', { timeout: 120_000 }, async () => {
    const { library } = served.centre;
    library.pieceBytes = 20_000;
    library.publish(withStills('2026.12.1', 1), { version: '2026.12.1' });
    const dataDir = join(folder, 'killed');
    const first = await start(dataDir);
    await until(() => existsSync(join(dataDir, 'kiosk', 'content', 'pointer.json')) && readFileSync(join(dataDir, 'kiosk', 'content', 'pointer.json'), 'utf8').includes('"probation":{'), 'the first content is in use');
    await kill(first);
    library.loads.length = 0;
    library.publish(withStills('2026.12.2', 2), { version: '2026.12.2', sync: { bytesPerSecond: 400_000, quietHours: null } });
    let seen = '2026.12.1';
    let kills = 0;
    for (; seen === '2026.12.1' && kills < 30; kills += 1) {
      const { length } = served.centre.beats;
      const kiosk = await start(dataDir);
      seen = await versionBeaten(length);
      expect(['2026.12.1', '2026.12.2']).toContain(seen);
      await new Promise((done) => setTimeout(done, 300 + kills * 40));
      await kill(kiosk);
    }
    expect(seen).toBe('2026.12.2');
    expect(kills).toBeGreaterThan(2);
    const whole = [...new Set(library.loads.map(({ sha }) => sha))].reduce((sum, sha) => sum + (library.blobs.get(sha)?.byteLength ?? 0), 0);
    // What was on the line at each kill may be sent again (the sockets' buffers); the rest may not.
    expect(library.ranges.length).toBeGreaterThan(0);
    expect(library.bytesSent()).toBeLessThan(whole + kills * 400_000);
    expect(readdirSync(join(dataDir, 'kiosk', 'content', 'blobs')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('goes on after cut connections and a flipped byte, and follows a roll-back without loading again', async () => {
    const { library } = served.centre;
    library.pieceBytes = 50_000;
    library.publish(withStills('2026.12.1', 1), { version: '2026.12.1' });
    library.fates = [{ kind: 'whole' }, { kind: 'flip' }, { kind: 'cut', after: 100 }, { kind: 'cut', after: 200 }];
    const kiosk = await start(join(folder, 'cut'));
    await until(async () => (await version(kiosk)) === '2026.12.1', 'the first content is in use');
    library.publish(withStills('2026.12.2', 2), { version: '2026.12.2' });
    // A new start beats at once; otherwise the next beat is a minute away.
    await kill(kiosk);
    const second = await start(kiosk.dataDir);
    await until(async () => (await version(second)) === '2026.12.2', 'the second content is in use');
    const sent = library.bytesSent();
    library.publish(withStills('2026.12.1', 1), { version: '2026.12.1' });
    await kill(second);
    const third = await start(kiosk.dataDir);
    await until(async () => (await version(third)) === '2026.12.1', 'it went back');
    expect(library.bytesSent()).toBe(sent);
  });

  it('takes nothing that is over its quota, and says so', async () => {
    const { library } = served.centre;
    library.publish(withStills('2026.12.1', 1), { version: '2026.12.1' });
    const kiosk = await start(join(folder, 'quota'), { CONTENT_MAX_MB: '0' });
    const key = await call(kiosk, 'staffSetPin', { pin: '284617' });
    const faults = async (): Promise<unknown> => (await call(kiosk, 'staffStatus', key))['faults'];
    await until(async () => JSON.stringify(await faults()).includes('CONTENT_DISK_FULL'), 'staff see that there is no room');
    expect(await version(kiosk)).toBe(JSON.parse(readFileSync(inProject('assets', 'pack', 'pack.json'), 'utf8')).version);
    expect(existsSync(join(kiosk.dataDir, 'kiosk', 'content', 'blobs'))).toBe(false);
    expect(library.loads).toEqual([]);
  });
});
