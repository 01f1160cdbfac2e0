import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { RecordingLine } from '#tests/driver/recording-line.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

// Promise 5: what a citizen typed and answered is nowhere once the session has ended. Consonants only: no Telex rule
// changes them, and no text of ours has them. The first letters are enough: a piece of it must not be left either.
const TYPED = { search: 'kvqbhgtml', asking: 'bqkvhtgnl', idle: 'hgqvkbtnl' };
const STARTS = Object.values(TYPED).map((word) => word.slice(0, 6));
/** The fragment of the answers below, as the hand-off of step 2 carries it. */
const ANSWERED = '#2.a3b2c2';
const CANARIES = [...STARTS, ANSWERED];

let stack: Stack;
let line: RecordingLine;
let context: BrowserContext;
let kiosk: Kiosk;
let devtools: CDPSession;
/** Snapshots of heaps lie apart: they are ours. */
let dumps = '';
let temporary = '';

beforeAll(async () => {
  [dumps, temporary] = [mkdtempSync(join(tmpdir(), 'mot-cham-heaps-')), mkdtempSync(join(tmpdir(), 'mot-cham-left-'))];
  stack = await Stack.start({ isPublic: true, line: async (centreUrl) => ((line = await RecordingLine.open(centreUrl)), line.url), env: { TMPDIR: temporary, NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${dumps}` } });
  const { executablePath, env } = await findChromium();
  mkdirSync(join(temporary, 'profile'));
  context = await chromium.launchPersistentContext(join(temporary, 'profile'), {
    executablePath,
    env: { ...env, TMPDIR: temporary },
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-dev-shm-usage', '--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-zygote'],
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  kiosk = await Kiosk.inPage(context, stack.kioskUrl);
  devtools = await context.newCDPSession(kiosk.page);
});
afterAll(async () => {
  await context?.close();
  await stack.close();
  line.close();
  for (const folder of [dumps, temporary]) rmSync(folder, { recursive: true, force: true });
});

/** Which of the canaries stand in these bytes, in any encoding that a program of ours or of the browser's keeps text in. */
function findIn(bytes: Buffer): readonly string[] {
  return CANARIES.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')) || bytes.includes(encodeURIComponent(word)));
}

function findUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const file = join(entry.parentPath, entry.name);
    try {
      return findIn(readFileSync(file)).map((word) => `${word} in ${file.slice(folder.length)}`);
    } catch {
      // A temporary file that is gone by now holds nothing.
      return [];
    }
  });
}

/** The page's heap after everything that can go has gone; strings stand in it as text. */
async function pageHeap(): Promise<Buffer> {
  const pieces: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await devtools.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.send('HeapProfiler.disable');
  return Buffer.from(pieces.join(''));
}

/** The heaps of centre and host: Node collects what can go before it writes them. */
async function programHeaps(): Promise<readonly Buffer[]> {
  for (const pid of stack.pids) process.kill(pid, 'SIGUSR2');
  const files = (): readonly string[] => readdirSync(dumps).filter((name) => name.endsWith('.heapsnapshot'));
  const isWhole = (name: string): boolean => readFileSync(join(dumps, name)).subarray(-4).toString().trim().endsWith('}');
  await until(async () => files().length === stack.pids.length && files().every(isWhole), 'both heaps are written', 60_000);
  return files().map((name) => readFileSync(join(dumps, name)));
}

async function wake(): Promise<void> {
  await kiosk.at('attract');
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
}

/** On real keys, and one letter on the screen's own. */
async function type(word: string): Promise<void> {
  const field = kiosk.page.locator('.search-field input');
  for (const letter of word.slice(0, -1)) await kiosk.page.keyboard.press(letter);
  await kiosk.page.locator('.keyboard').getByRole('button', { name: word.slice(-1), exact: true }).tap();
  await until(async () => (await field.inputValue()) === word, `${word} stands in the field`);
}

/** Lets the page's clock run until the loop is back. */
async function untilLoop(): Promise<void> {
  await until(async () => {
    await kiosk.pause(20_000);
    return (await kiosk.page.locator('.frame-attract, main.attract').count()) > 0;
  }, 'the loop is back');
  await kiosk.pause(60_000);
}

describe('a session that has ended (promise 5)', () => {
  it('leaves nothing typed or answered on disk, in a heap, in a log, on the line or at the centre', async () => {
    await wake();
    await kiosk.bring(kiosk.page.locator('.home-search'));
    await kiosk.at('search');
    await type(TYPED.search);
    // While it is typed the canaries are there: what follows looks in the right places.
    expect(findIn(await pageHeap())).toContain(STARTS[0]);
    await kiosk.page.locator('.bar-back').tap();
    await kiosk.at('home');
    await kiosk.bring(kiosk.page.locator('.home-ask'));
    await kiosk.at('search');
    await type(TYPED.asking);
    await kiosk.page.locator('.bar-finish').tap();
    await untilLoop();

    await wake();
    await kiosk.touch('Đăng ký khai sinh');
    await kiosk.at('overview');
    await kiosk.page.locator('.go-on-primary').tap();
    for (const option of ['Người khác được nhờ làm thay', 'Nơi sinh đã gửi bản điện tử', 'Quá 60 ngày']) {
      await kiosk.at('question');
      await kiosk.touch(option);
    }
    await kiosk.at('step');
    await kiosk.page.locator('.go-on-primary').tap();
    await until(async () => (await kiosk.page.locator('.step-count').innerText()).includes('2/'), 'step 2 is shown');
    await kiosk.pause(600);
    await kiosk.page.locator('.step-handoff').tap();
    await kiosk.at('handoff');
    expect(findIn(await pageHeap())).toContain(ANSWERED);
    await untilLoop();

    await wake();
    await kiosk.bring(kiosk.page.locator('.home-search'));
    await kiosk.at('search');
    await type(TYPED.idle);
    await untilLoop();

    const { page } = kiosk;
    const kept = await page.evaluate(async () => ({
      stores: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys(), document.cookie]),
      history: history.length,
      seen: `${document.title} ${location.href} ${document.documentElement.outerHTML} ${JSON.stringify(history.state)}`,
    }));
    // The page's own policy bars it from the clipboard; merely trying would be a complaint.
    expect((await page.request.get(stack.kioskUrl)).headers()['permissions-policy']).toMatch(/clipboard-read=\(\)/);
    expect(findIn(Buffer.from(JSON.stringify(kept)))).toEqual([]);
    // The first page and the blank one that the browser opened with.
    expect(kept.history).toBeLessThanOrEqual(2);
    expect(findIn(await pageHeap())).toEqual([]);

    // What is still to be sent is sent: three visits are on the line by then.
    await until(async () => line.heard.some((heard) => heard.includes('"handoff"')), 'the hand-off was sent', 90_000);
    expect(line.heard.flatMap(findIn)).toEqual([]);
    for (const heap of await programHeaps()) expect(findIn(heap)).toEqual([]);
    expect(findUnder(stack.dataDir)).toEqual([]);
    // The browser writes out what it kept for later.
    await context.close();
    expect(findUnder(temporary)).toEqual([]);
    expect(kiosk.complaints).toEqual([]);
    // Five snapshots of heaps and three visits: some ten seconds, and many times that on a machine that others use.
  }, 240_000);
});
