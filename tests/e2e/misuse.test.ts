import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CDPSession } from 'playwright-core';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

type Point = { readonly x: number; readonly y: number };

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ isPublic: true });
});
afterAll(async () => {
  await stack.close();
  await closeBrowser();
});

const taps = (): number => stack.ledger().filter(({ entry }) => entry['kind'] === 'tap').length;

async function fingers(kiosk: Kiosk): Promise<CDPSession> {
  return kiosk.page.context().newCDPSession(kiosk.page);
}

const touch = (finger: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: readonly Point[]): Promise<unknown> => finger.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });

async function middleOf(kiosk: Kiosk, selector: string): Promise<Point> {
  const box = await kiosk.page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not drawn.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where the screen stands, for "nothing has changed". */
async function standing(kiosk: Kiosk): Promise<unknown> {
  return kiosk.page.evaluate(() => [document.querySelector('main, .frame')?.className, location.href, visualViewport?.scale, history.length]);
}

/** Eleven things that a child or a prankster does; after each the kiosk is as it should be and nobody is stuck. */
describe('eleven touches of misuse', () => {
  it('break nothing, double nothing and lead nowhere that has no way out (E005, E006, E007, E008, E077, E170)', { timeout: 180_000 }, async () => {
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl, { realClock: true });
    const finger = await fingers(kiosk);
    await kiosk.at('attract');

    // 1. Both lower corners and both upper ones, again and again while the kiosk wakes.
    for (const [x, y] of [[2, 2], [1078, 2], [2, 1918], [1078, 1918]] as const) await kiosk.page.touchscreen.tap(x, y);
    await kiosk.page.locator('.frame-home, main.attract').first().waitFor();
    if ((await kiosk.page.locator('main.attract').count()) > 0) await kiosk.page.locator('.attract-start').tap();
    await kiosk.at('home');
    expect(taps()).toBe(0);

    // 2. Back on the first screen: there is no such button, and its empty place does nothing.
    expect(await kiosk.page.locator('.bar-back').count()).toBe(0);
    const before = await standing(kiosk);
    await kiosk.page.touchscreen.tap(70, 1850);
    expect(await standing(kiosk)).toEqual(before);

    // 3. A long press opens no menu and selects nothing.
    const tile = await middleOf(kiosk, '.frame-home h1');
    await touch(finger, 'touchStart', tile);
    await kiosk.pause(1_200);
    await touch(finger, 'touchEnd');
    expect(await kiosk.page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
    expect(await standing(kiosk)).toEqual(before);

    // 4. A finger that slides off a button takes its press back.
    const search = await middleOf(kiosk, '.home-search');
    await touch(finger, 'touchStart', search);
    await touch(finger, 'touchMove', { x: search.x, y: search.y - 300 });
    await touch(finger, 'touchEnd');
    await kiosk.pause(300);
    expect(await standing(kiosk)).toEqual(before);

    // 5. A drag across the whole screen, and a swipe from its edge: no page behind this one.
    for (const [from, to] of [[{ x: 3, y: 900 }, { x: 1_000, y: 900 }], [{ x: 540, y: 300 }, { x: 540, y: 1_700 }]] as const) {
      await touch(finger, 'touchStart', from);
      for (let part = 1; part <= 6; part += 1) await touch(finger, 'touchMove', { x: from.x + ((to.x - from.x) * part) / 6, y: from.y + ((to.y - from.y) * part) / 6 });
      await touch(finger, 'touchEnd');
    }
    await kiosk.pause(200);
    expect(await standing(kiosk)).toEqual(before);

    // 6. Two fingers pull apart: nothing grows.
    await touch(finger, 'touchStart', { x: 500, y: 900 }, { x: 580, y: 900 });
    for (let part = 1; part <= 6; part += 1) await touch(finger, 'touchMove', { x: 500 - part * 50, y: 900 }, { x: 580 + part * 50, y: 900 });
    await touch(finger, 'touchEnd');
    expect(await kiosk.page.evaluate(() => visualViewport?.scale)).toBe(1);
    await kiosk.pause(600);

    // 7. A double tap on a service opens it once: one "Quay lại" is home again.
    await kiosk.at('home');
    const service = await middleOf(kiosk, '.home-service-row button');
    await kiosk.page.touchscreen.tap(service.x, service.y);
    await kiosk.page.touchscreen.tap(service.x, service.y);
    await kiosk.at('overview');
    await kiosk.page.locator('.bar-back').tap();
    await kiosk.at('home');

    // 8. "Kết thúc" hammered: it ends once, and what appears under the finger is not pressed.
    const end = await middleOf(kiosk, '.bar-finish');
    for (let times = 0; times < 6; times += 1) await kiosk.page.touchscreen.tap(end.x, end.y);
    await kiosk.page.locator('main.attract, .frame-rate, .frame-home').first().waitFor();
    await kiosk.pause(500);
    if ((await kiosk.page.locator('.bar-finish').count()) > 0) await kiosk.page.locator('.bar-finish').tap();
    await kiosk.at('attract');
    expect(taps()).toBe(0);

    // 9. All faces as fast as a hand can wipe over them: one tap is stored, one thanked for.
    const faces = await Promise.all([1, 2, 3, 4, 5].map((nth) => middleOf(kiosk, `.face-button:nth-child(${nth})`)));
    for (const face of faces) await kiosk.page.touchscreen.tap(face.x, face.y);
    await kiosk.at('thanks');
    await until(() => taps() > 0, 'the tap is on disk');
    await kiosk.pause(500);
    expect(taps()).toBe(1);

    // 10. "Kết thúc" while the thanks stand, then a face at once: it rests for five seconds.
    await kiosk.page.locator('.bar-finish').tap();
    await kiosk.at('attract');
    const happy = await middleOf(kiosk, '.face-button:nth-child(5)');
    await kiosk.page.touchscreen.tap(happy.x, happy.y);
    await kiosk.pause(500);
    expect(taps()).toBe(1);
    expect(await kiosk.page.locator('.face-button[aria-disabled=true]').count()).toBe(5);

    // 11. The PIN pad hammered: locked out for a while, with a way back.
    await kiosk.page.locator('.attract-start').tap();
    await kiosk.at('home');
    await kiosk.page.locator('.bar-help').tap();
    await kiosk.sees('help.title');
    await kiosk.touchText('help.staff');
    await kiosk.at('pin');
    const pad = kiosk.page.locator('.pin-key');
    for (let press = 0; press < 30; press += 1) await pad.nth(press % 9).tap();
    // Staff's page has no bottom bar; its own "Quay lại" leads out.
    await kiosk.page.locator('.pin-ends .button').first().tap();
    await kiosk.page.locator('.frame-home').waitFor();
    await kiosk.pause(600);
    await kiosk.page.locator('.bar-finish').tap();
    await kiosk.at('attract');

    expect(kiosk.complaints.filter((line) => !/passive|Ignored attempt to cancel/.test(line))).toEqual([]);
    expect(taps()).toBe(1);
    await kiosk.close();
  });

  it('shows a pressed button within 100 ms (E010)', async () => {
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl, { realClock: true });
    const finger = await fingers(kiosk);
    await kiosk.at('attract');
    await kiosk.page.locator('.attract-start').tap();
    await kiosk.at('home');
    await kiosk.page.evaluate(() => {
      const button = document.querySelector('.home-search');
      addEventListener('pointerdown', (event) => Object.assign(globalThis, { touched: event.timeStamp }), { capture: true });
      if (button !== null) new MutationObserver(() => Object.assign(globalThis, { drawn: performance.now() })).observe(button, { attributes: true });
    });
    await touch(finger, 'touchStart', await middleOf(kiosk, '.home-search'));
    await until(() => kiosk.page.evaluate(() => 'drawn' in globalThis), 'the button is down');
    expect(await kiosk.page.evaluate(() => Reflect.get(globalThis, 'drawn') - Reflect.get(globalThis, 'touched'))).toBeLessThan(100);
    await touch(finger, 'touchEnd');
    await kiosk.close();
  });
});

describe('one finger, nothing else', () => {
  it('goes from the loop through a guide to the code on the phone and rates (E005, E104, E155)', { timeout: 120_000 }, async () => {
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    const before = taps();
    await kiosk.at('attract');
    await kiosk.page.locator('.attract-start').tap();
    await kiosk.at('home');
    await kiosk.page.locator('.home-service-row button').first().tap();
    await kiosk.at('overview');
    await kiosk.page.locator('.go-on-primary').tap();
    await kiosk.page.locator('.frame-question, .frame-step').first().waitFor();
    for (let left = 8; left > 0 && (await kiosk.page.locator('.frame-question').count()) > 0; left -= 1) {
      await kiosk.pause(550);
      const heading = await kiosk.heading();
      await kiosk.page.locator('.option').first().tap();
      await until(async () => (await kiosk.heading()) !== heading, 'the next part is shown');
    }
    await kiosk.at('step');
    await kiosk.page.locator('.step-handoff').tap();
    await kiosk.at('handoff');
    await kiosk.touchText('handoff.scanned');
    await kiosk.at('rate');
    await kiosk.pause(5_000);
    await kiosk.touchFace(4);
    await kiosk.at('thanks');
    await until(() => taps() === before + 1, 'the tap is on disk');
    expect(kiosk.complaints).toEqual([]);
    await kiosk.close();
  });
});
