import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { axeFindings, complaints, serveBuilt, type BuiltSite } from '#tests/driver/built-site.ts';
import { fillDemoProvince } from '#tests/fakes/demo-province.ts';
import { fakeCentre, type FakeCentre } from '#tests/fakes/fake-centre-api.ts';

const NOW = new Date('2026-11-23T15:40:00+07:00');
const TODAY = '2026-11-23';
const PAGES = ['/overview', '/day?point=bm-1', '/day?span=month&unit=khoi-xa', '/alerts', '/alerts?state=closed', '/reports?span=month', '/reports?tab=annex', '/settings'] as const;
let site: BuiltSite;
let centre: FakeCentre;

beforeAll(async () => {
  site = await serveBuilt('dashboard', (path) => (/\.[a-z0-9]+$/.test(path) ? path : 'index.html'), (request, response) => centre.handle(request, response));
});

afterAll(async () => {
  await site.close();
  await closeBrowser();
});

beforeEach(() => {
  centre = fakeCentre(() => NOW.getTime());
  centre.signedIn = true;
  fillDemoProvince(centre, TODAY);
});

async function withPage(options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', acceptDownloads: true, ...options });
  try {
    const page = await context.newPage();
    await page.clock.install({ time: NOW });
    await visit(page);
  } finally {
    await context.close();
  }
}

/** Waits until the figures are there. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(site.url + address);
  await page.locator('#main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.bones') === null);
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Presses Tab until the element with this text has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, text: string, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if ((await focused(page)).includes(text)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${text}" cannot be reached by Tab; the focus is on "${await focused(page)}"`);
}

describe('the overview', () => {
  it('is the first page for people with several service points, and leads by keyboard alone to a point, to its day, and back', async () => {
    await withPage({}, async (page) => {
      await open(page, '/');
      expect(page.url()).toBe(`${site.url}/overview`);
      await page.evaluate(() => document.querySelector<HTMLElement>('#main')?.focus());
      await tabTo(page, 'Tỉnh Sen Hồng');
      while (!(await focused(page)).startsWith('Tỉnh Sen Hồng')) await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowLeft');
      expect(await page.getByRole('row').count()).toBe(2);
      await page.keyboard.press('ArrowRight');
      for (let presses = 0; presses < 30 && !(await focused(page)).startsWith('Điểm tiếp nhận chợ'); presses += 1) await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('Điểm tiếp nhận chợ Hoa Sen');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Hôm nay, thứ Hai 23/11/2026' }).waitFor();
      expect(page.url()).toBe(`${site.url}/day?point=hs-2`);
      await page.locator('.taps').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
    });
  });

  it('says how many kiosks have reported, what waits, and shows first where somebody is needed', async () => {
    await withPage({}, async (page) => {
      await open(page, '/overview?list=points');
      const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toContain('12 trên 14 kiosk đã báo');
      expect(text).toContain('6 lượt đang chờ gửi');
      const rows = page.locator('.places tbody tr');
      expect(await rows.first().innerText()).toContain('1 cảnh báo');
      expect(await rows.last().innerText()).toContain('không có');
      const small = page.locator('.places tr', { hasText: 'Nhà văn hóa thôn Đông' });
      expect(await small.innerText()).toMatch(/Chưa đủ dữ liệu \(\d lượt\)/);
      expect(await page.locator('.places tr', { hasText: 'Bưu điện Đồng Lúa' }).innerText()).toContain('ít dữ liệu');
    });
  });
});

describe('what a viewer sees', () => {
  it('has no page and no button to change anything', async () => {
    centre.user = { ...centre.user, role: 'viewer' };
    await withPage({}, async (page) => {
      await open(page, '/alerts');
      const names = await page.getByRole('navigation', { name: 'Các mục' }).getByRole('link').allInnerTexts();
      expect(names).toEqual(expect.arrayContaining(['Tổng quan', 'Ngày', 'Cảnh báo', 'Báo cáo']));
      expect(names).not.toEqual(expect.arrayContaining(['Người dùng']));
      expect(names).not.toEqual(expect.arrayContaining(['Nhật ký']));
      expect(await page.getByRole('button', { name: 'Nhận xử lý' }).count()).toBe(0);
      for (const address of ['/settings', '/people', '/audit']) {
        await open(page, address);
        await page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
      }
    });
  });
});

describe('an address that somebody sent', () => {
  it('asks for the sign-in first and then opens, and the menu leads on from it', async () => {
    centre.signedIn = false;
    await withPage({}, async (page) => {
      await page.goto(`${site.url}/day?day=2026-11-20&point=bd-1`);
      await page.getByLabel('Thư điện tử').fill('an@example.vn');
      await page.getByLabel('Mật khẩu').fill('mat-khau-dai');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('heading', { level: 1, name: 'Thứ Sáu 20/11/2026' }).waitFor();
      expect(page.url()).toBe(`${site.url}/day?day=2026-11-20&point=bd-1`);
      await page.getByRole('link', { name: 'Cảnh báo' }).click();
      await page.getByRole('heading', { level: 1, name: 'Cảnh báo' }).waitFor();
      expect(await page.title()).toBe('Cảnh báo · Một Chạm');
    });
  });

  it('leads to the sign-in again when the session has ended meanwhile', async () => {
    await withPage({}, async (page) => {
      await open(page, '/alerts');
      centre.signedIn = false;
      await page.getByRole('tab', { name: 'Đã đóng' }).click();
      await page.getByLabel('Mật khẩu').waitFor();
      expect(page.url()).toBe(`${site.url}/alerts?state=closed`);
    });
  });
});

describe('alerts', () => {
  it('are taken up with a note that colleagues then read', async () => {
    await withPage({}, async (page) => {
      await open(page, '/alerts');
      await page.getByRole('button', { name: 'Nhận xử lý: Trung tâm Phục vụ hành chính công phường Hoa Sen' }).click();
      await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Đã thêm một quầy buổi sáng.');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('“Đã thêm một quầy buổi sáng.”').waitFor();
      await page.getByRole('status').filter({ hasText: 'Đã ghi nhận' }).waitFor();
      expect(centre.alerts[0]?.acknowledged?.note).toBe('Đã thêm một quầy buổi sáng.');
    });
  });
});

describe('targets', () => {
  it('are set from a day on, and the history says by whom', async () => {
    await withPage({}, async (page) => {
      await open(page, '/settings?unit=khoi-xa');
      await page.getByRole('button', { name: 'Sửa: Đất đai' }).click();
      await page.getByLabel('Mục tiêu (%)').fill('88.5');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.locator('.target-history', { hasText: 'Đất đai' }).waitFor();
      expect(centre.targetsSet).toEqual([{ unit: 'khoi-xa', field: 'Đất đai', target: 0.885, from: TODAY }]);
    });
  });
});

describe('files', () => {
  it('are seen before they are saved, and saved under the name the centre gave', async () => {
    await withPage({}, async (page) => {
      await open(page, '/reports?table=daily');
      await page.locator('table.preview').getByText('my-hao').waitFor();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải CSV' }).click()]);
      expect(file.suggestedFilename()).toBe('daily.csv');
      expect(readFileSync(await file.path(), 'utf8')).toContain('my-hao');
      expect(await page.getByRole('link', { name: 'Trang in' }).getAttribute('href')).toContain('format=html');
    });
  });

  it('that are refused are told on the page and not saved', async () => {
    await withPage({}, async (page) => {
      await open(page, '/reports?table=daily');
      centre.down = true;
      await page.getByRole('button', { name: 'Tải CSV' }).click();
      await page.getByRole('alert').filter({ hasText: 'Không tới được trung tâm' }).waitFor();
    });
  });
});

describe('without the centre', () => {
  it('every page keeps its figures and says of when they are', async () => {
    await withPage({}, async (page) => {
      await open(page, '/overview');
      centre.down = true;
      await page.clock.runFor(61_000);
      await page.getByText('Số liệu dưới đây là của lúc 15:40').waitFor();
      expect(await page.locator('.places tbody tr').count()).toBeGreaterThan(10);
    });
  });
});

describe('every page', () => {
  it.each([{ colorScheme: 'light' as const }, { colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 } }, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }])('passes axe, keeps within the screen and breaks no rule of its CSP: %o', async (options) => {
    await withPage(options, async (page) => {
      const heard = complaints(page);
      for (const address of PAGES) {
        await open(page, address);
        expect([address, await axeFindings(page)]).toEqual([address, []]);
        expect([address, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([address, 0]);
      }
      expect(heard).toEqual([]);
    });
  });

  it('has its menu behind a button on a phone, and says whether it is open', async () => {
    await withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await open(page, '/overview');
      const menu = page.getByRole('button', { name: 'Mục' });
      expect(await menu.getAttribute('aria-expanded')).toBe('false');
      await menu.click();
      await page.getByRole('link', { name: 'Báo cáo' }).click();
      await page.getByRole('heading', { level: 1, name: 'Báo cáo' }).waitFor();
      expect(await menu.getAttribute('aria-expanded')).toBe('false');
    });
  });
});
