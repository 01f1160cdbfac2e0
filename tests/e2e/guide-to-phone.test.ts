import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenProfileId } from '#domain/screen-profile.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { STRAIGHT, photograph, readWithZbar, readWithZxing, type Camera } from '#tests/driver/read-qr.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ isPublic: true });
});
afterAll(async () => {
  await stack.close();
  await closeBrowser();
});

/** Attract → home → khai sinh → three questions → step 2 → its QR. */
async function walkToQr(kiosk: Kiosk): Promise<void> {
  await kiosk.at('attract');
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
  await kiosk.touch('Đăng ký khai sinh');
  await kiosk.at('overview');
  await kiosk.page.locator('.go-on-primary').tap();
  for (const option of ['Cha hoặc mẹ', 'Có, bản giấy', 'Trong 60 ngày']) {
    await kiosk.at('question');
    await kiosk.touch(option);
  }
  await kiosk.at('step');
  await kiosk.page.locator('.go-on-primary').tap();
  await until(async () => (await kiosk.page.locator('.step-count').innerText()).includes('2/'), 'step 2 is shown');
  await kiosk.tap(kiosk.page.locator('.step-handoff'));
  await kiosk.at('handoff');
}

/** E136: as drawn, and as a phone's camera makes it. */
async function expectBothRead(kiosk: Kiosk, camera: Camera, address: RegExp): Promise<string> {
  const browser = await openBrowser();
  const pixels = await photograph(browser, await kiosk.page.locator('svg.qr-code').screenshot(), camera);
  const [zxing, zbar] = [await readWithZxing(pixels), await readWithZbar(pixels)];
  expect(zxing, `ZXing, ${JSON.stringify(camera)}`).toMatch(address);
  expect(zbar, `ZBar, ${JSON.stringify(camera)}`).toBe(zxing);
  return zxing ?? '';
}

/** How many screen pixels a module of the shown code has. */
async function pixelsPerModule(kiosk: Kiosk): Promise<number> {
  return kiosk.page.locator('svg.qr-code').evaluate((code) => {
    const units = Number(code.getAttribute('viewBox')?.split(' ')[2]);
    return code.getBoundingClientRect().width / units;
  });
}

describe('a guide that goes over to the phone', () => {
  it.each<ScreenProfileId>(['portrait-21', 'landscape-21', 'tablet-10'])('is read from the screen %s by two engines, sharp, small, turned and blurred (E136)', async (profile) => {
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl, { profile });
    await walkToQr(kiosk);
    const address = new RegExp(`^${stack.centreUrl}/g/khai-sinh#`);
    const read = await expectBothRead(kiosk, STRAIGHT, address);
    const small = 2.5 / (await pixelsPerModule(kiosk));
    expect(small).toBeLessThan(1);
    for (const camera of [
      { ...STRAIGHT, scale: small },
      { ...STRAIGHT, degrees: 7 },
      { ...STRAIGHT, scale: Math.min(1, small * 1.6), blur: 0.6 },
      { scale: Math.min(1, small * 1.6), degrees: 7, blur: 0.6, noise: 12 },
    ]) {
      expect(await expectBothRead(kiosk, camera, address)).toBe(read);
    }
    expect(kiosk.complaints).toEqual([]);
    await kiosk.close();
  });

  it('opens on the phone at the same step with the same answers, which no server saw', async () => {
    const browser = await openBrowser();
    const kiosk = await Kiosk.open(browser, stack.kioskUrl);
    await walkToQr(kiosk);
    const address = await expectBothRead(kiosk, STRAIGHT, /khai-sinh#/);
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const asked: string[] = [];
    phone.on('request', (request) => asked.push(request.url()));
    await phone.goto(address);
    expect(await phone.locator('h1').innerText()).toContain('khai sinh');
    await phone.locator('[data-part="step"][aria-current="step"]').waitFor();
    expect(await phone.locator('[aria-current="step"]').getAttribute('data-step')).toBe('open-portal');
    expect(asked.every((url) => new URL(url).origin === stack.centreUrl)).toBe(true);
    await phone.close();
    await kiosk.close();
  });

  it('leaves procedure and step in the ledger, and no answer', async () => {
    const lines = stack.ledger().map(({ entry }) => entry);
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'guide', procedure: '1.001193', action: 'open' }));
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'handoff', procedure: '1.001193', action: 'shown' }));
    expect(JSON.stringify(lines)).not.toContain('answers');
  });
});

describe('a kiosk whose centre has no public address', () => {
  it('leads to the official portal itself, by an address the pack allows', async () => {
    const alone = await Stack.start();
    const kiosk = await Kiosk.open(await openBrowser(), alone.kioskUrl);
    await walkToQr(kiosk);
    await expectBothRead(kiosk, STRAIGHT, /^https:\/\/dichvucong\.gov\.vn\//);
    await kiosk.close();
    await alone.close();
  });
});
