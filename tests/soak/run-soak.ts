import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { inProject } from '#build/project-root.ts';
import { hostCaller } from '#tests/driver/call-host.ts';
import { CuttableLine } from '#tests/driver/cuttable-line.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';
import { FastCitizens, type Done } from './day.ts';
import { Publisher, writeSoakPack } from './editions.ts';
import { forgetRequests, pageCounts, prepareFastPage } from './fast-page.ts';
import { measureLedger, measurePage, measureProcess, type Sample } from './measure.ts';
import { WARM_UP } from './report.ts';
import { FEWEST } from './slope.ts';

export type SoakOptions = {
  /** It begins no further round after this time, ms, once there are enough rounds for a verdict. */
  readonly span: number;
  /** How long one round is woken and left at once, beside one visit of every other kind, ms. */
  readonly wakeMs: number;
  /** How long the loop plays alone in each round, ms. */
  readonly loopMs: number;
  readonly leak: 'page' | 'host' | null;
  readonly say: (line: string) => void;
};

export type SoakRun = {
  readonly samples: readonly Sample[];
  readonly done: Done;
  readonly rounds: number;
  readonly contentSwitches: number;
  readonly lineCuts: number;
  readonly clipsPlayed: number;
  readonly clipsBlocked: number;
  readonly seconds: number;
  /** Taps that were thanked for, and those that the centre has when all is over. */
  readonly taps: { readonly thanked: number; readonly received: number };
  readonly complaints: readonly string[];
};

const PIN = '481629';
const FEWEST_ROUNDS = Math.ceil(FEWEST / (1 - WARM_UP)) + 1;
const DAY = 86_400_000;

/** Plays rounds of the same visits until the time is up and looks at everything after each. */
export async function runSoak(browser: Browser, options: SoakOptions): Promise<SoakRun> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-soak-'));
  const ends: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    const stand = await setUp(folder, options, ends);
    const context = await browser.newContext({ viewport: { width: 540, height: 960 }, hasTouch: true });
    ends.push(() => context.close());
    const page = await context.newPage();
    await prepareFastPage(page, options.leak === 'page');
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(() => Object.assign(window, { print: () => undefined }));
    await page.goto(stand.stack.kioskUrl);
    await forgetRequests(page);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    return { ...(await playDay({ ...stand, folder, browser, page, session }, options)), complaints };
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

type Stand = { readonly stack: Stack; readonly line: CuttableLine; readonly publisher: Publisher; readonly beatNow: () => Promise<void> };

async function setUp(folder: string, { leak, say }: SoakOptions, ends: (() => Promise<unknown>)[]): Promise<Stand> {
  const probe = pathToFileURL(inProject('tests', 'soak', 'inside-process.ts')).href;
  const inside = join(folder, 'inside');
  mkdirSync(inside);
  const stack = await Stack.start({ paired: false, env: { SOAK_DIR: inside, NODE_OPTIONS: `--import=${probe}`, CONTENT_FREE_MB: '0', ...(leak === 'host' ? { SOAK_LEAK: 'node-main' } : {}) } });
  ends.push(() => stack.close());
  const line = await CuttableLine.open(Number(new URL(stack.centreUrl).port));
  ends.push(() => line.close());
  say('two editions are taken in and approved');
  const publisher = await Publisher.signIn(stack);
  for (const version of ['2030.1.1', '2030.1.2']) {
    writeSoakPack(join(folder, version), version);
    await publisher.take(stack, join(folder, version), version);
  }
  await publisher.publish(publisher.editions[0] ?? '');
  const call = await hostCaller(stack.kioskUrl);
  const opened = await call('staffSetPin', { pin: PIN });
  const key = typeof opened === 'object' && opened !== null && 'key' in opened ? opened.key : '';
  await call('enrol', { centreUrl: line.url, pairingCode: await stack.pairingCode(), key });
  await call('saveSettings', { settings: { language: 'vi', profile: null, tapRestSeconds: 0, printer: 'a4' }, finish: true, key });
  const beatNow = async (): Promise<void> => {
    const { key: fresh } = (await call('staffUnlock', { pin: PIN })) as { key: string };
    await call('sendNow', { key: fresh }).catch(() => undefined);
    await call('staffLock', { key: fresh });
  };
  await beatNow();
  return { stack, line, publisher, beatNow };
}

type Playing = Stand & { readonly folder: string; readonly browser: Browser; readonly page: Page; readonly session: CDPSession };

async function playDay(playing: Playing, options: SoakOptions): Promise<Omit<SoakRun, 'complaints'>> {
  const { stack, line, publisher, beatNow, page } = playing;
  const citizens = new FastCitizens(page);
  await until(() => isPlaying(page), 'the loop of the published content plays', 120_000);
  const samples: Sample[] = [];
  const started = performance.now();
  let [rounds, contentSwitches, lineCuts, showing] = [0, 0, 0, ''];
  for (; rounds < FEWEST_ROUNDS || performance.now() - started < options.span; rounds += 1) {
    await playRound(citizens, options.wakeMs, rounds);
    if (rounds % 4 === 3) {
      await line.set('cut');
      await citizens.tap(1 + (rounds % 5));
      await line.set('whole');
      lineCuts += 1;
    }
    await publisher.publish(publisher.editions[(rounds + 1) % 2] ?? '');
    await beatNow();
    await citizens.waitForLoop();
    samples.push(await lookAtAll(playing, citizens, options.loopMs));
    const version = await shownVersion(page);
    if (version !== '' && version !== showing) contentSwitches += 1;
    showing = version === '' ? showing : version;
    options.say(`round ${rounds + 1}: ${citizens.done.wakes} wakes, ${Math.round((performance.now() - started) / 1_000)} s`);
  }
  const { loads, blocked } = await pageCounts(page);
  const taps = await countTaps(stack, beatNow);
  return { samples, done: citizens.done, rounds, contentSwitches, lineCuts, clipsPlayed: loads, clipsBlocked: blocked, seconds: Math.round((performance.now() - started) / 1_000), taps };
}

async function playRound(citizens: FastCitizens, wakeMs: number, round: number): Promise<void> {
  for (const until = performance.now() + wakeMs; performance.now() < until; ) await citizens.wakeAndGo();
  await citizens.tap(1 + (round % 5));
  await citizens.walkGuide();
  await citizens.search();
  await citizens.otherLanguage();
  await citizens.listen();
}

async function lookAtAll({ browser, page, session, stack, folder }: Playing, citizens: FastCitizens, loopMs: number): Promise<Sample> {
  await until(() => isPlaying(page), 'the loop plays', 60_000);
  const before = await pageCounts(page);
  await page.waitForTimeout(loopMs);
  const after = await pageCounts(page);
  const frames = after.frames - before.frames;
  return {
    visits: citizens.done.wakes + citizens.done.taps,
    page: await measurePage(browser, session),
    host: await measureProcess(join(folder, 'inside'), 'node-main'),
    centre: await measureProcess(join(folder, 'inside'), 'main'),
    ledger: measureLedger(stack.dataDir),
    droppedFrames: frames === 0 ? 0 : (100 * (after.dropped - before.dropped)) / frames,
  };
}

async function isPlaying(page: Page): Promise<boolean> {
  return page.locator('video.is-front').evaluate((video) => video instanceof HTMLVideoElement && video.currentTime > 0, null, { timeout: 1_000 }).catch(() => false);
}

/** The caption of the soak's clips is the version of their pack. */
async function shownVersion(page: Page): Promise<string> {
  return page.locator('video.is-front track').first().evaluate((track) => (track instanceof HTMLTrackElement ? track.src : ''), null, { timeout: 1_000 }).catch(() => '');
}

async function countTaps(stack: Stack, beatNow: () => Promise<void>): Promise<SoakRun['taps']> {
  const thanked = stack.ledger().filter(({ entry }) => entry['kind'] === 'tap').length;
  const last = stack.ledger().at(-1)?.seq ?? 0;
  await until(async () => {
    await beatNow();
    return ((await stack.manage('device', 'list')) as readonly { received: number }[]).reduce((sum, { received }) => sum + received, 0) >= last;
  }, 'the centre has the whole ledger', 120_000);
  const day = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
  const { days } = (await stack.read(`/api/v1/summaries/daily?from=${day(Date.now() - 35 * DAY)}&to=${day(Date.now() + DAY)}`)) as { days: readonly { taps: number }[] };
  return { thanked, received: days.reduce((sum, { taps }) => sum + taps, 0) };
}
