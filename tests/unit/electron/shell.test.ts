import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerIpc, isOwnSender } from '#electron/answer-ipc.ts';
import { electronSecrets } from '#electron/electron-secrets.ts';
import { findPlaces } from '#electron/find-places.ts';
import { APP_PAGE, isWithin, parseDoorAddress } from '#electron/page-address.ts';
import { recoverPage } from '#electron/recover-page.ts';
import { serveApp } from '#electron/serve-app.ts';
import { SOFTWARE, watchGpu } from '#electron/watch-gpu.ts';
import { FakeApp, FakeContents, FakeIpc } from '#tests/fakes/electron.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const MINUTE = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'shell-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function page() {
  const contents = new FakeContents();
  const time = new ManualTime();
  const restarts: boolean[] = [];
  const recovery = recoverPage({ contents, address: APP_PAGE, clock: time.clock, timers: time.timers, log: new QuietLog(), onRestart: (safe) => restarts.push(safe) });
  return { contents, time, restarts, recovery };
}

describe('a page that breaks (promise 9)', () => {
  it('is loaded again at once after a crash', async () => {
    const { contents, time, restarts } = page();
    contents.crash('crashed');
    await time.pass(1);
    expect(contents.loads).toEqual([APP_PAGE.main, APP_PAGE.main]);
    expect(restarts).toEqual([false]);
  });

  it('gives way to the safe page after the fourth failure in ten minutes', async () => {
    const { contents, time, restarts } = page();
    for (const reason of ['crashed', 'oom', 'killed', 'crashed']) {
      contents.crash(reason);
      await time.pass(1_000);
    }
    expect(contents.loads).toEqual([...Array.from({ length: 4 }, () => APP_PAGE.main), APP_PAGE.safe]);
    expect(restarts).toEqual([false, false, false, true]);
  });

  it('gets another chance when the safe page has stood for ten minutes', async () => {
    const { contents, time } = page();
    for (let crash = 0; crash < 4; crash += 1) contents.crash('crashed');
    await time.pass(11 * MINUTE);
    expect(contents.loads.at(-1)).toBe(APP_PAGE.main);
  });

  it('is never given up: a safe page that breaks too is tried every five seconds', async () => {
    const { contents, time } = page();
    for (let crash = 0; crash < 4; crash += 1) contents.crash('crashed');
    await time.pass(1);
    contents.crash('crashed');
    await time.pass(4_000);
    expect(contents.loads.filter((url) => url === APP_PAGE.safe)).toHaveLength(1);
    await time.pass(2_000);
    expect(contents.loads.filter((url) => url === APP_PAGE.safe)).toHaveLength(2);
  });

  it('does not count crashes that lie more than ten minutes apart', async () => {
    const { contents, time } = page();
    for (let crash = 0; crash < 8; crash += 1) {
      contents.crash('crashed');
      await time.pass(11 * MINUTE);
    }
    expect(contents.loads).not.toContain(APP_PAGE.safe);
  });

  it('is ended and loaded again when it hangs, fell silent or did not load', async () => {
    const { contents, time, recovery } = page();
    contents.emit('unresponsive');
    await time.pass(1);
    expect(contents.forcedCrashes).toBe(1);
    recovery.reload('silent');
    await time.pass(1);
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', APP_PAGE.main, true);
    await time.pass(1);
    expect(contents.loads).toHaveLength(4);
  });

  it('is ended when it hangs though nobody touches it, and is there again within ten seconds', async () => {
    const { contents, time, restarts } = page();
    await time.pass(20_000);
    contents.sight = null;
    await time.pass(8_000);
    expect(contents.forcedCrashes).toBe(1);
    expect(contents.loads).toHaveLength(2);
    contents.sight = 'shown';
    await time.pass(MINUTE);
    expect(contents.loads).toHaveLength(2);
    expect(restarts).toEqual([false]);
  });

  it('is loaded again when its process lives and shows nothing', async () => {
    const { contents, time } = page();
    await time.pass(20_000);
    contents.sight = 'empty';
    await time.pass(3_000);
    expect(contents.loads).toHaveLength(2);
    expect(contents.forcedCrashes).toBe(0);
  });

  it('may take its time to come up, but not for ever', async () => {
    const { contents, time } = page();
    contents.sight = 'loading';
    await time.pass(12_000);
    expect(contents.loads).toHaveLength(1);
    await time.pass(10_000);
    expect(contents.forcedCrashes).toBe(1);
    expect(contents.loads).toHaveLength(2);
  });

  it('is left alone when it ends cleanly, or a part of it or an overtaken load failed', async () => {
    const { contents, time } = page();
    contents.crash('clean-exit');
    contents.emit('did-fail-load', {}, -6, 'x', 'app://kiosk/frame', false);
    contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', APP_PAGE.main, true);
    await time.pass(MINUTE);
    expect(contents.loads).toHaveLength(1);
  });
});

describe('the graphics process', () => {
  it('is done without after three crashes in ten minutes', () => {
    const app = new FakeApp();
    watchGpu({ app, args: ['.'], clock: new ManualTime().clock, log: new QuietLog() });
    const crash = (type: string, reason: string): void => app.emit('child-process-gone', {}, { type, reason });
    crash('GPU', 'crashed');
    crash('Utility', 'crashed');
    crash('GPU', 'clean-exit');
    crash('GPU', 'crashed');
    expect(app.relaunches).toEqual([]);
    crash('GPU', 'crashed');
    expect(app.relaunches).toEqual([['.', SOFTWARE]]);
    expect(app.quits).toBe(1);
  });

  it('is not started after such a relaunch, and no further relaunch follows', () => {
    const app = new FakeApp();
    watchGpu({ app, args: ['.', SOFTWARE], clock: new ManualTime().clock, log: new QuietLog() });
    expect(app.hasHardware).toBe(false);
    for (let one = 0; one < 5; one += 1) app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
    expect(app.relaunches).toEqual([]);
  });
});

describe('messages over IPC', () => {
  const from = (url: string, id = 7, parent: unknown = null) => ({ sender: { id }, senderFrame: { url, parent } });

  it('are heard only from the main frame of the kiosk\'s window on the kiosk\'s page', () => {
    expect(isOwnSender(from(APP_PAGE.main), 7, APP_PAGE)).toBe(true);
    expect(isOwnSender(from(APP_PAGE.safe), 7, APP_PAGE)).toBe(true);
    expect(isOwnSender(from('https://evil.example/'), 7, APP_PAGE)).toBe(false);
    expect(isOwnSender(from('app://kiosk.evil/index.html'), 7, APP_PAGE)).toBe(false);
    expect(isOwnSender(from(APP_PAGE.main, 8), 7, APP_PAGE)).toBe(false);
    expect(isOwnSender(from(APP_PAGE.main, 7, {}), 7, APP_PAGE)).toBe(false);
    expect(isOwnSender({ sender: { id: 7 }, senderFrame: null }, 7, APP_PAGE)).toBe(false);
  });

  it('from a stranger are refused before the host hears of them', async () => {
    const ipc = new FakeIpc('https://evil.example/');
    let asked = 0;
    answerIpc({ ipc, address: APP_PAGE, contentsId: () => 7, started: Promise.resolve(), answer: async () => ({ ok: true, value: (asked += 1) }) });
    expect(await ipc.renderer.invoke('kiosk:boot', null)).toMatchObject({ ok: false, error: { code: 'KIOSK_FORBIDDEN' } });
    expect(asked).toBe(0);
  });
});

describe('addresses', () => {
  it('takes only a loopback door for a door', () => {
    expect(parseDoorAddress('http://127.0.0.1:8081')).toMatchObject({ origin: 'http://127.0.0.1:8081', main: 'http://127.0.0.1:8081/' });
    for (const text of [undefined, '', 'http://example.org', 'https://127.0.0.1:1', 'file:///x', 'http://127.0.0.1.evil.example']) expect(parseDoorAddress(text)).toBeNull();
  });

  it('knows what lies within the kiosk', () => {
    expect(isWithin(APP_PAGE, 'app://kiosk/media/a.webm')).toBe(true);
    expect(isWithin(APP_PAGE, 'app://kiosk@evil/')).toBe(false);
    expect(isWithin(APP_PAGE, 'nonsense')).toBe(false);
  });

  it('finds everything in a clone and in a package, and lets DATA_DIR go first', () => {
    const clone = findPlaces({ bundleFolder: '/p/dist/electron', resourcesFolder: null, userData: '/u', env: {} });
    expect(clone).toMatchObject({ page: '/p/dist/renderer', pack: '/p/assets/pack', data: '/p/data/kiosk', media: { made: '/p/dist/media' } });
    const packed = findPlaces({ bundleFolder: '/a/app.asar/dist/electron', resourcesFolder: '/a', userData: '/u', env: {} });
    expect(packed).toMatchObject({ page: '/a/app.asar/dist/renderer', pack: '/a/pack', data: '/u/kiosk', media: { made: null } });
    expect(findPlaces({ bundleFolder: '/p/dist/electron', resourcesFolder: null, userData: '', env: { DATA_DIR: '/d' } }).data).toBe('/d/kiosk');
  });
});

describe('the app:// scheme', () => {
  const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') => {
    writeFileSync(join(folder, 'index.html'), '<p>kiosk</p>');
    writeFileSync(join(folder, 'a.webm'), '0123456789');
    return serveApp({ page: folder, media: { pack: folder, made: null, content: folder } }, { url, method, headers: new Headers(headers) });
  };

  it('serves the page under its policy', async () => {
    const answer = await ask('app://kiosk/');
    expect(await answer.text()).toBe('<p>kiosk</p>');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('serves a part of a clip', async () => {
    const answer = await ask('app://kiosk/media/a.webm', { range: 'bytes=3-5' });
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([206, 'bytes 3-5/10', '345']);
  });

  it('serves nothing else', async () => {
    expect((await ask('app://kiosk/media/..%2f..%2fetc/passwd')).status).toBe(404);
    expect((await ask('app://other/')).status).toBe(404);
    expect((await ask('app://kiosk/', {}, 'POST')).status).toBe(404);
  });
});

describe('the device token', () => {
  const store = (backend: string, available = true) => ({
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from(text.split('').toReversed().join('')),
    decryptString: (bytes: Buffer) => bytes.toString().split('').toReversed().join(''),
  });

  it('is wrapped where the system has a real key store', async () => {
    const secrets = electronSecrets(join(folder, 'a'), store('gnome_libsecret'), 'linux', new QuietLog());
    await secrets.save('device-token', 'abc-secret');
    expect(readFileSync(join(folder, 'a', 'device-token.secret'), 'utf8')).toMatch(/^safe-storage:/);
    expect(await secrets.load('device-token')).toBe('abc-secret');
  });

  it('is a file for the owner alone where there is none', async () => {
    const secrets = electronSecrets(join(folder, 'b'), store('basic_text'), 'linux', new QuietLog());
    await secrets.save('device-token', 'abc-secret');
    expect(readFileSync(join(folder, 'b', 'device-token.secret'), 'utf8')).toBe('abc-secret\n');
    expect(await secrets.load('device-token')).toBe('abc-secret');
  });
});
