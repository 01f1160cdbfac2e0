import type { Browser, Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { hostCaller } from '#tests/driver/call-host.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';
import { percentile, reportFigures, type Figure } from './figure.ts';
import { addPressProbe, pressAndWatch, type Painted } from './press-probe.ts';

/** A kiosk's processor is slower than this one: Chromium runs the page this many times slower. */
const THROTTLE = 4;
const PRESSES = 40;
const REFERENCE_PRESSES = 20;
/** A quick touch, ms. */
const HOLD = 120;
/** Nothing takes a touch just after a new screen (E077), ms. */
const GLANCE = 500;

type Samples = { readonly pressed: Painted[]; readonly answered: Painted[] };

/** What the browser alone takes: one button that changes a class. */
const EMPTY_PAGE = `<!doctype html><title>empty</title>
<style>button { width: 200px; height: 200px; margin: 400px; background: #eee } button.down { background: #333 }</style>
<button></button><script>
  const button = document.querySelector('button');
  button.addEventListener('pointerdown', () => button.classList.add('down'));
  button.addEventListener('click', () => document.body.classList.add('answered'));
</script>`;

/**
 * From the finger to the pixels, in the real page on a real host with its ledger on disk: how long until the
 * face is seen to go down, and from lifting the finger until "Cảm ơn" is painted. Beside it, in the same run,
 * a page with nothing but one button that changes a class: what the browser alone takes.
 */
const stack = await Stack.start();
try {
  const browser = await openBrowser();
  const empty: Samples = { pressed: [], answered: [] };
  const kiosk: Samples = { pressed: [], answered: [] };
  await takeRest(stack.kioskUrl);
  await pressEmptyPage(browser, REFERENCE_PRESSES / 2, empty);
  await pressFaces(browser, PRESSES, kiosk);
  await pressEmptyPage(browser, REFERENCE_PRESSES / 2, empty);
  reportFigures(figures(kiosk, empty));
} finally {
  await closeBrowser();
  await stack.close();
}

/** Faces rest after a tap (E170); not while they are measured. */
async function takeRest(kioskUrl: string): Promise<void> {
  const call = await hostCaller(kioskUrl);
  const opened = await call('staffSetPin', { pin: '805317' });
  const key = typeof opened === 'object' && opened !== null && 'key' in opened ? opened.key : '';
  await call('saveSettings', { settings: { language: 'vi', profile: 'portrait-21', tapRestSeconds: 0 }, finish: false, key });
}

async function pressFaces(browser: Browser, times: number, into: Samples): Promise<void> {
  const kiosk = await Kiosk.open(browser, stack.kioskUrl, { realClock: true });
  try {
    const { page } = kiosk;
    await addPressProbe(page);
    await page.reload();
    await kiosk.at('attract');
    const session = await throttle(page);
    for (let press = 0; press < times; press += 1) {
      await page.waitForTimeout(GLANCE);
      const target = `.face-button:nth-child(${(press % 5) + 1}) .face-tile`;
      keep(into, await pressAndWatch(page, session, { target, answer: '.frame-thanks .thanks-title', hold: HOLD }));
      await page.waitForTimeout(GLANCE);
      await page.locator('.bar-finish').tap();
      await kiosk.at('attract');
    }
    if (kiosk.complaints.length > 0) throw new Error(kiosk.complaints.join('\n'));
  } finally {
    await kiosk.close();
  }
}

async function pressEmptyPage(browser: Browser, times: number, into: Samples): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
  try {
    const page = await context.newPage();
    await addPressProbe(page);
    await page.goto(`data:text/html,${encodeURIComponent(EMPTY_PAGE)}`);
    const session = await throttle(page);
    for (let press = 0; press < times; press += 1) {
      await page.waitForTimeout(GLANCE / 2);
      keep(into, await pressAndWatch(page, session, { target: 'button', answer: 'body.answered', hold: HOLD }));
      await page.evaluate(() => {
        document.body.className = '';
        document.querySelector('button')?.classList.remove('down');
      });
    }
  } finally {
    await context.close();
  }
}

async function throttle(page: Page): Promise<Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  return session;
}

function keep(into: Samples, seen: { readonly pressed: Painted | null; readonly answered: Painted | null }): void {
  if (seen.pressed === null || seen.answered === null) throw new Error('a press was not seen to be painted');
  into.pressed.push(seen.pressed);
  into.answered.push(seen.answered);
}

function figures(kiosk: Samples, empty: Samples): readonly Figure[] {
  return [
    ...lines('finger down → face seen going down', kiosk.pressed, empty.pressed, { ms: 100, frames: 6 }),
    ...lines('finger up → "Cảm ơn" painted', kiosk.answered, empty.answered, null),
  ];
}

type Limits = { readonly ms: number; readonly frames: number };

/**
 * Feedback has to be seen within 100 ms, six frames (E010); the thanks wait for the disk and have no such limit.
 * Of the slowest touches only the frames are limited: how long a frame takes is the machine's affair.
 */
function lines(name: string, kiosk: readonly Painted[], empty: readonly Painted[], limits: Limits | null): readonly Figure[] {
  const ms = (samples: readonly Painted[], share: number): number => percentile(samples.map((one) => one.ms), share);
  const frames = (share: number): number => percentile(kiosk.map((one) => one.frames), share);
  return [
    { name: `${name}, p50 as a ratio to an empty page`, value: ms(kiosk, 0.5) / ms(empty, 0.5), unit: '×' },
    { name: `${name}, p50`, value: ms(kiosk, 0.5), unit: 'ms', ...(limits === null ? {} : { most: limits.ms }) },
    { name: `${name}, p99`, value: ms(kiosk, 0.99), unit: 'ms' },
    { name: `${name}, p50`, value: frames(0.5), unit: 'frames' },
    { name: `${name}, p99`, value: frames(0.99), unit: 'frames', ...(limits === null ? {} : { most: limits.frames }) },
    { name: `${name}, the same on an empty page, p50`, value: ms(empty, 0.5), unit: 'ms' },
    { name: `${name}, the same on an empty page, p99`, value: ms(empty, 0.99), unit: 'ms' },
  ];
}
