import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';
import { CLIPS, writeClipPack } from './clip-pack.ts';
import { addClipProbe, clipChanges, takeShown, type Shown } from './clip-probe.ts';
import { percentile, reportFigures, type Figure } from './figure.ts';
import { leastSquares } from './least-squares.ts';
import { watchScreen } from './picture-colours.ts';

const CHANGES = 200;
const MEASURE_EVERY = 20;
const COMPARED_CHANGES = 60;
const VIEW = { width: 540, height: 960 } as const;
const MIB = 1024 * 1024;
/** Clips of 20 s: so many changes an hour. */
const CHANGES_AN_HOUR = 180;

type Memory = { readonly changes: number; readonly heap: number; readonly nodes: number; readonly rss: number };
type Run = { readonly shown: Shown; readonly memory: readonly Memory[]; readonly seen: number; readonly strange: number };

/**
 * The waiting screen's own player, on a real host, through 200 changes of clips that last a second: what is on
 * the screen at each change, and what each change leaves behind. Beside it, in the same run, the other design:
 * one <video> element that is given the next source.
 */
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-clips-'));
writeClipPack(folder);
const stack = await Stack.start({ env: { PACK_DIR: folder } });
try {
  const browser = await openBrowser();
  const two = await watch(browser, stack.kioskUrl, CHANGES, async (page) => page.locator('video.is-front').waitFor({ state: 'attached', timeout: 60_000 }));
  const one = await watch(browser, `${stack.kioskUrl}/safe.html`, COMPARED_CHANGES, playInOneElement);
  reportFigures([...gapFigures(two, one), ...memoryFigures(two)]);
} finally {
  await closeBrowser();
  await stack.close();
  rmSync(folder, { recursive: true });
}

async function watch(browser: Browser, url: string, changes: number, begin: (page: Page) => Promise<unknown>): Promise<Run> {
  const context = await browser.newContext({ viewport: VIEW });
  try {
    const page = await context.newPage();
    await addClipProbe(page);
    await page.goto(url);
    await begin(page);
    const session = await context.newCDPSession(page);
    const screen = await watchScreen(session, ([red, green, blue]) => (blue > 170 && red < 110) || (red > 200 && green > 100 && blue < 90));
    const memory: Memory[] = [];
    for (let next = MEASURE_EVERY; next <= changes; next += MEASURE_EVERY) {
      await until(async () => (await clipChanges(page)) >= next, `the loop has changed ${next} times`, 120_000);
      memory.push(await measureMemory(browser, session, next));
    }
    const { seen, other } = await screen.stop();
    return { shown: await takeShown(page), memory, seen, strange: other.length };
  } finally {
    await context.close();
  }
}

/** The simplest player with one element: the next source when the clip is about to end. */
async function playInOneElement(page: Page): Promise<void> {
  await page.evaluate((sources) => {
    const video = document.createElement('video');
    Object.assign(video, { muted: true, className: 'is-front' });
    Object.assign(video.style, { position: 'fixed', inset: '0', width: '100vw', height: '100vh', objectFit: 'cover', zIndex: '9' });
    document.body.append(video);
    let at = -1;
    const change = (): void => {
      at += 1;
      video.src = sources[at % sources.length] ?? '';
      void video.play();
    };
    change();
    setInterval(() => {
      if (video.ended || video.duration - video.currentTime < 0.4) change();
    }, 50);
  }, CLIPS.map((id) => `/media/clips/${id}.webm`));
}

/** After a full collection: JavaScript heap, DOM nodes, and what the renderers occupy (0 where /proc is not). */
async function measureMemory(browser: Browser, session: CDPSession, changes: number): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const rss = processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + residentBytes(id), 0);
  return { changes, heap: usedSize, nodes, rss };
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}

function gapFigures(two: Run, one: Run): readonly Figure[] {
  const part = ({ emptyFrames, pageFrames }: Shown): number => (100 * emptyFrames) / pageFrames;
  const [inside, swaps, swapsOfOne] = [two.shown.inside, two.shown.swaps, one.shown.swaps];
  return [
    { name: 'changes watched, two reused elements', value: two.shown.changes, unit: '', least: CHANGES },
    { name: 'gap at a change / gap within a clip, p50', value: percentile(swaps, 0.5) / percentile(inside, 0.5), unit: '×' },
    { name: 'the same with one reused element', value: percentile(swapsOfOne, 0.5) / percentile(one.shown.inside, 0.5), unit: '×' },
    { name: 'gap at a change, p50', value: percentile(swaps, 0.5), unit: 'ms' },
    { name: 'gap at a change, longest', value: Math.max(...swaps), unit: 'ms' },
    { name: 'gap within a clip, longest', value: Math.max(...inside), unit: 'ms' },
    { name: 'one reused element: gap at a change, p50', value: percentile(swapsOfOne, 0.5), unit: 'ms' },
    { name: 'one reused element: gap at a change, longest', value: Math.max(...swapsOfOne), unit: 'ms' },
    { name: 'page frames without a picture', value: part(two.shown), unit: '%' },
    { name: 'one reused element: page frames without a picture', value: part(one.shown), unit: '%' },
    { name: 'pictures of the screen looked at', value: two.seen, unit: '' },
    { name: 'of these neither the one clip nor the other', value: two.strange, unit: '', most: 0 },
    { name: 'one reused element: neither the one nor the other', value: (100 * one.strange) / one.seen, unit: '%' },
    { name: 'dropped video frames', value: (100 * two.shown.droppedFrames) / two.shown.videoFrames, unit: '%' },
  ];
}

/** From the second measurement on: the first changes load what stays. */
function memoryFigures({ memory, shown }: Run): readonly Figure[] {
  const later = memory.slice(1);
  const first = later[0];
  const last = later.at(-1);
  const heap = leastSquares(later.map((one) => [one.changes, one.heap / 1024]));
  const rss = leastSquares(later.map((one) => [one.changes, one.rss / MIB]));
  return [
    { name: 'JavaScript heap after a collection, at the end', value: (last?.heap ?? 0) / MIB, unit: 'MiB' },
    { name: 'heap slope', value: heap.slope, unit: 'KiB a change' },
    { name: 'heap slope, standard error', value: heap.error, unit: 'KiB a change' },
    { name: `heap slope at ${CHANGES_AN_HOUR} changes an hour (E093)`, value: (heap.slope * CHANGES_AN_HOUR) / 1024, unit: 'MiB/h', most: 5 },
    { name: 'resident memory of the renderer, slope', value: rss.slope * 100, unit: 'MiB a 100 changes' },
    { name: 'resident memory, standard error', value: rss.error * 100, unit: 'MiB a 100 changes' },
    { name: 'DOM nodes, last measurement less the second', value: (last?.nodes ?? 0) - (first?.nodes ?? 0), unit: '' },
    { name: '<video> elements ever made', value: shown.elements, unit: '', most: 2 },
  ];
}
