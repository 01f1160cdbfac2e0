import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { localMoment } from '#domain/schedule.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { until } from '#tests/driver/until.ts';
import { clipFiles, clipItem, packFiles } from '#tests/fakes/pack-files.ts';
import { serveFakeCentre, type ServedFakeCentre } from '#tests/fakes/serve-fake-centre.ts';

const folder = mkdtempSync(join(tmpdir(), 'new-content-'));
const SHIPPED = readFileSync(inProject('assets', 'pack', 'clips', 'vneid-safely-tall.webm'));
const SECONDS = 22.6;
let served: ServedFakeCentre;
let host: ChildProcess;
let url = '';

async function startHost(): Promise<void> {
  host = spawn(process.execPath, [inProject('host', 'node-main.ts')], {
    env: { ...process.env, DATA_DIR: folder, KIOSK_PORT: url === '' ? '0' : new URL(url).port, LOG_LEVEL: 'silent', CENTRE_URL: served.url, PAIRING_CODE: 'K7P4-2MXQ', CONTENT_FREE_MB: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  url = await new Promise((done) => {
    createInterface({ input: host.stdout ?? process.stdin }).on('line', (line) => {
      const found = /^Kiosk\s+(http:\S+)$/.exec(line)?.[1];
      if (found !== undefined) done(found);
    });
  });
}

/** A start beats at once; the next beat would be a minute away. */
async function restartHost(): Promise<void> {
  const gone = new Promise((done) => void host.once('exit', done));
  host.kill('SIGTERM');
  await gone;
  await startHost();
}

/** A machine that slept, or had no time for the page: no frame came because nobody could draw one. The clip is not to blame. */
async function standStill({ page }: Kiosk): Promise<void> {
  const blamed: string[] = [];
  page.on('request', (request) => void (request.url().endsWith('/clipFailed') && blamed.push(request.postData() ?? '')));
  const shown = (): Promise<number> => page.locator('video.is-front').evaluate((video) => (video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : 0));
  await page.evaluate(() => {
    const until = performance.now() + 4_000;
    while (performance.now() < until);
  });
  const before = await shown();
  await until(async () => (await shown()) > before + 10, 'it plays on');
  expect(blamed).toEqual([]);
}

beforeAll(async () => {
  served = await serveFakeCentre();
  served.centre.library.pieceBytes = 200_000;
});
afterAll(async () => {
  host.kill('SIGKILL');
  await served.close();
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

describe('content that the centre publishes, on the screen', { timeout: 240_000 }, () => {
  it('is tried by the page before it is shown: a truncated clip is left out, the others play', async () => {
    const both = { vi: 'Tin', en: 'News' };
    const good = { ...clipItem('good', SECONDS), title: both };
    const short = clipItem('short', SECONDS);
    served.centre.library.publish(
      { ...packFiles({ version: '2026.12.1', playlist: { items: [good, short] } }), ...clipFiles('good', SHIPPED), ...clipFiles('short', SHIPPED.subarray(0, Math.floor(SHIPPED.byteLength * 0.6))) },
      { version: '2026.12.1' },
    );
    await startHost();
    const kiosk = await Kiosk.open(await openBrowser(), url, { realClock: true });
    await kiosk.at('attract');
    const sources = (): Promise<readonly string[]> => kiosk.page.locator('video').evaluateAll((videos) => videos.map((video) => video.getAttribute('src') ?? ''));
    await until(async () => (await sources()).some((src) => src.includes('/media/blobs/')), 'a clip of the new content is on the screen', 120_000);
    await until(() => kiosk.page.locator('video.is-front').evaluate((video) => video instanceof HTMLVideoElement && video.currentTime > 0.5).catch(() => false), 'it plays');
    const first = (await sources()).filter((src) => src !== '');
    expect(new Set(first).size).toBe(1);
    await standStill(kiosk);
    await restartHost();
    await until(() => served.centre.beats.length > 1, 'the kiosk has told how it is');
    const content = served.centre.lastHealth()['content'] as { manifest: string; refused: { path: string }[] };
    expect(content.manifest).toBe(served.centre.library.manifest);
    expect(content.refused.map(({ path }) => path)).toEqual(['clips/short-tall.webm', 'clips/short-wide.webm']);
    await kiosk.close();
  });

  it('with an urgent notice covers the loop, leaves start and faces, stands over other screens, and ends by itself', async () => {
    const now = Date.now();
    const notice = { id: 'n', from: now, until: now + 60_000, title: { vi: 'Nghỉ buổi chiều', en: 'Closed this afternoon' }, text: { vi: 'Mời ông/bà quay lại sáng mai.', en: 'Please come back tomorrow.' } };
    served.centre.library.publish(packFiles({ version: '2026.12.2' }), { version: '2026.12.2', notices: [notice] });
    await restartHost();
    const kiosk = await Kiosk.open(await openBrowser(), url);
    const { page } = kiosk;
    await page.locator('.urgent-sheet').waitFor({ state: 'visible' });
    expect(await page.locator('.urgent-title').allInnerTexts()).toEqual(['Nghỉ buổi chiều', 'Closed this afternoon']);
    expect(await page.locator('[role=alert]').innerText()).toContain('Nghỉ buổi chiều');
    await kiosk.at('attract');
    await page.locator('.attract-start').tap();
    await kiosk.at('home');
    expect(await page.locator('.header-urgent').innerText()).toContain('Nghỉ buổi chiều');
    await until(async () => {
      await kiosk.pause(5_000);
      return (await page.locator('.header-urgent').count()) === 0;
    }, 'the notice has ended by itself');
    expect(await page.locator('.header-product').count()).toBe(1);
    await kiosk.close();
  });

  it('shows at each hour what is due then, and counts what was shown', async () => {
    const { minute } = localMoment(Date.now());
    const clock = (at: number): string => `${String(Math.floor((at % 1440) / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    const slide = (id: string, hours: { from: string; until: string }) => ({ kind: 'slide' as const, id, slide: 'family' as const, title: { vi: id, en: id }, seconds: 3, schedule: { hours: [hours] } });
    // The page's clock is a fake one, so that a minute need not be waited for.
    const items = [slide('before', { from: clock(minute + 1438), until: clock(minute + 5) }), slide('after', { from: clock(minute + 5), until: clock(minute + 60) })];
    served.centre.library.publish(packFiles({ version: '2026.12.3', playlist: { items } }), { version: '2026.12.3' });
    await restartHost();
    await until(async () => served.centre.library.loads.length > 0, 'it loads');
    const kiosk = await Kiosk.open(await openBrowser(), url);
    const shown = (): Promise<string> => kiosk.page.locator('.slide-plate').innerText().catch(() => '');
    await until(async () => {
      await kiosk.pause(1_000);
      return (await shown()) === 'before';
    }, 'the first is due');
    await kiosk.pause(6 * 60_000);
    await until(async () => {
      await kiosk.pause(1_000);
      return (await shown()) === 'after';
    }, 'the second is due');
    expect(await kiosk.page.locator('.segment').count()).toBe(1);
    await kiosk.close();
  });
});
