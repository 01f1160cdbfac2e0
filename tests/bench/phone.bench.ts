import { readdirSync, statSync } from 'node:fs';
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { inProject } from '#build/project-root.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { openCentre } from '#tests/integration/server/open-centre.ts';
import { percentile, reportFigures, type Figure } from './figure.ts';

/**
 * The first opening of a guide on a slow phone: a processor four times slower, and the line that Lighthouse calls slow
 * 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms to every answer). Usable: painted, and the script has shown the citizen's own case.
 */
const THROTTLE = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
/** A village at noon, for scale: without a limit. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: (400 * 1024) / 8, uploadThroughput: (400 * 1024) / 8 };
const RUNS = 9;
const FEW_RUNS = 5;

type Line = typeof SLOW_4G;
type Opening = { readonly painted: number; readonly usable: number; readonly bytes: number };

const built = inProject('dist/handoff');
const centre = await openCentre({ handoffDir: built });
try {
  await centre.app.listen({ port: 0, host: '127.0.0.1' });
  const address = centre.app.server.address();
  const site = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const browser = await openBrowser();
  const longest = longestGuide();
  const url = `${site}/g/${longest}#1`;
  // The first page of a browser pays for things that no phone pays each time.
  await open(browser, url, SLOW_4G);
  const slow = await openOften(browser, url, SLOW_4G, RUNS);
  const slower = await openOften(browser, url, SLOW_3G, FEW_RUNS);
  const kept = await openKept(browser, url);
  reportFigures([...figuresOf(longest, slow), ...keptFigures(kept, slower)]);
} finally {
  await closeBrowser();
  await centre.close();
}

function figuresOf(guide: string, openings: readonly Opening[]): readonly Figure[] {
  const usable = openings.map((opening) => opening.usable);
  return [
    { name: `first opening of ${guide}, before pictures`, value: Math.max(...openings.map(({ bytes }) => bytes)) / 1_000, unit: 'kB', most: 60 },
    { name: 'painted, slow 4G, 4× slower processor, median', value: percentile(openings.map(({ painted }) => painted), 0.5), unit: 'ms' },
    { name: 'usable, slow 4G, 4× slower processor, median', value: percentile(usable, 0.5), unit: 'ms', most: 1_000 },
    { name: 'usable, slow 4G, 4× slower processor, slowest', value: Math.max(...usable), unit: 'ms' },
  ];
}

function keptFigures(kept: readonly Opening[], slower: readonly Opening[]): readonly Figure[] {
  return [
    { name: 'usable, opened again without a network, median', value: percentile(kept.map(({ usable }) => usable), 0.5), unit: 'ms', most: 1_000 },
    { name: 'usable, 400 kbit/s and 400 ms, median', value: percentile(slower.map(({ usable }) => usable), 0.5), unit: 'ms' },
  ];
}

/** The heaviest page is the one that has to keep the limits. */
function longestGuide(): string {
  const pages = readdirSync(`${built}/g`).filter((name) => name.endsWith('.html'));
  const [first] = pages.toSorted((left, right) => statSync(`${built}/g/${right}`).size - statSync(`${built}/g/${left}`).size);
  return (first ?? 'khai-sinh.html').replace('.html', '');
}

async function openOften(browser: Browser, url: string, line: Line, runs: number): Promise<readonly Opening[]> {
  const openings: Opening[] = [];
  for (let run = 0; run < runs; run += 1) openings.push(await open(browser, url, line));
  return openings;
}

async function open(browser: Browser, url: string, line: Line): Promise<Opening> {
  const context = await phone(browser);
  try {
    return await measure(context, url, line);
  } finally {
    await context.close();
  }
}

/** Opened once with its worker, then without a network. */
async function openKept(browser: Browser, url: string): Promise<readonly Opening[]> {
  const context = await phone(browser);
  const openings: Opening[] = [];
  try {
    const page = await context.newPage();
    await page.goto(url);
    // The worker serves only once everything of its is kept; the page itself is kept before that.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined, undefined, { polling: 200 });
    await page.close();
    for (let run = 0; run < FEW_RUNS; run += 1) openings.push(await measure(context, url, { ...SLOW_4G, offline: true }));
  } finally {
    await context.close();
  }
  return openings;
}

function phone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'vi-VN' });
}

async function measure(context: BrowserContext, url: string, line: Line): Promise<Opening> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const counted = await countBytes(devtools);
  if (!line.offline) await devtools.send('Network.emulateNetworkConditions', line);
  else await context.setOffline(true);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.addInitScript(() => {
    const seen = { ready: 0 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (seen.ready === 0 && document.querySelector('html.ready') !== null) seen.ready = performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['class'] });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { seen: { ready: number } }).seen.ready > 0 && performance.getEntriesByName('first-contentful-paint').length > 0);
  const [painted, ready] = await page.evaluate(() => [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, (window as unknown as { seen: { ready: number } }).seen.ready] as const);
  const bytes = counted();
  await page.close();
  if (line.offline) await context.setOffline(false);
  return { painted, usable: Math.max(painted, ready), bytes };
}

/** Bytes on the line, heads included, of all that is no picture. */
async function countBytes(devtools: CDPSession): Promise<() => number> {
  const pictures = new Set<string>();
  const bytes = new Map<string, number>();
  await devtools.send('Network.enable');
  devtools.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Image' && pictures.add(requestId)));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void bytes.set(requestId, encodedDataLength));
  return () => [...bytes].reduce((sum, [id, size]) => sum + (pictures.has(id) ? 0 : size), 0);
}
