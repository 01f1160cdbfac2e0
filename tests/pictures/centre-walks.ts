import type { BrowserContextOptions, Page } from 'playwright-core';
import { dayOf } from '#domain/calendar-day.ts';
import { takePicture } from './camera.ts';
import { smallSampleDay } from './demo-days.ts';
import type { Studio } from './visit.ts';

const DESK = { width: 1440, height: 900 } as const;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } as const;

async function withPage(studio: Studio, options: BrowserContextOptions, walk: (page: Page, take: (name: string) => Promise<void>) => Promise<void>): Promise<void> {
  const context = await studio.browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  try {
    const page = await context.newPage();
    await walk(page, (name) => takePicture(studio.album, page, name));
  } finally {
    await context.close();
  }
}

/** What the trial kiosk's centre shows and the demo province does not: a first sign-in, too few taps, waiting for the figures. */
export async function takeDashboard(studio: Studio): Promise<void> {
  const { centreUrl, staffLink } = studio.stack;
  await withPage(studio, { viewport: DESK }, async (page, take) => {
    // The link names the centre's public address, which is made up.
    await page.goto(centreUrl + new URL(staffLink).pathname + new URL(staffLink).hash);
    await page.getByRole('textbox', { name: 'Thư điện tử' }).fill('quan-tri@example.vn');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('chi-de-chup-anh');
    await take('vi/dashboard/first-sign-in');
    await page.getByRole('button', { name: 'Lưu' }).click();
    // A day that has just begun has no figures.
    await page.locator('#main h1').first().waitFor();
    await page.goto(`${centreUrl}/?day=${smallSampleDay(dayOf(Date.now()))}`);
    await page.locator('.satisfaction').waitFor();
    await take('vi/dashboard/small-sample');
    await page.route('**/api/v1/summaries/**', () => undefined);
    await page.goto(centreUrl);
    await page.waitForTimeout(1_200);
    await take('vi/dashboard/loading');
  });
}

/** The guide on the citizen's own phone, opened with a step and answers. */
export async function takePhone(studio: Studio): Promise<void> {
  await withPage(studio, PHONE, async (page, take) => {
    await page.goto(`${studio.stack.centreUrl}/g/khai-sinh#2.a1b1c1`);
    await page.locator('h1').first().waitFor();
    await take('vi/phone/guide-at-step');
    await page.goto(`${studio.stack.centreUrl}/g/tam-tru`);
    await page.locator('h1').first().waitFor();
    await take('vi/phone/guide');
  });
}
