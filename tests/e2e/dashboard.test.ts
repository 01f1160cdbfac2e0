import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { axeFindings, complaints, serveBuilt, type BuiltSite } from '#tests/driver/built-site.ts';
import { demoKiosk, demoPoint } from '#tests/fakes/demo-province.ts';
import { fakeCentre, type FakeCentre } from '#tests/fakes/fake-centre-api.ts';

const NOW = new Date('2026-11-23T15:40:00+07:00');
const TODAY = '2026-11-23';
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
});

function openCentre(): void {
  centre.signedIn = true;
  centre.points.push(demoPoint('my-hao', 'Trung tâm Mỹ Hào', null));
  centre.days.set('my-hao', new Map([[TODAY, { scores: [4, 6, 10, 54, 68], flagged: 4, asked: 176, reasons: { 'phai-cho-lau': 9 }, corrected: 2 }], ['2026-11-22', { scores: [0, 1, 1, 2, 3] }]]));
  centre.kiosks.push({ ...demoKiosk('k1', 'Kiosk cửa chính', 'my-hao', NOW.getTime() - 40_000, true), faults: [{ code: 'CONTENT_CLIP_FAILED', at: NOW.getTime() }] });
}

async function withPage(options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', ...options });
  try {
    const page = await context.newPage();
    await page.clock.install({ time: NOW });
    await visit(page);
  } finally {
    await context.close();
  }
}

describe('signing in', () => {
  it('tells a wrong password, then lets in, and out again', async () => {
    openCentre();
    centre.signedIn = false;
    await withPage({}, async (page) => {
      await page.goto(site.url);
      await page.getByLabel('Thư điện tử').fill('an@example.vn');
      await page.getByLabel('Mật khẩu').fill('sai');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByText('chưa đúng').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel('Mật khẩu').fill('mat-khau-dai');
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('heading', { name: 'Hôm nay, thứ Hai 23/11/2026' }).waitFor();
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByLabel('Mật khẩu').waitFor();
    });
  });

  it('works once with the printed link, which then asks for an e-mail and a password', async () => {
    centre.oneTimeToken = 't'.repeat(32);
    centre.user = { ...centre.user, email: null };
    await withPage({}, async (page) => {
      await page.goto(`${site.url}/first#${'t'.repeat(32)}`);
      await page.getByRole('heading', { name: 'Đặt thư điện tử và mật khẩu' }).waitFor();
      expect(new URL(page.url()).hash).toBe('');
      expect(site.asked.join()).not.toContain('tttt');
      await page.getByRole('textbox', { name: 'Thư điện tử' }).fill('binh@example.vn');
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('mat-khau-moi-1');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('heading', { name: 'Đặt thư điện tử và mật khẩu' }).waitFor({ state: 'detached' });
      expect(centre.user.email).toBe('binh@example.vn');
    });
  });
});

describe('the day', () => {
  it('shows taps, both shares with count and interval, completeness and faults, under a CSP without eval', async () => {
    openCentre();
    await withPage({}, async (page) => {
      const heard = complaints(page);
      await page.goto(site.url);
      const text = async (): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
      await page.getByText('85,9%', { exact: true }).waitFor();
      expect(await text()).toContain('122/142 lượt');
      expect(await text()).toContain('Khoảng tin cậy 95%: 79,2%–90,7%');
      expect(await text()).toContain('Bỏ 4 lượt nghi ngờ 85,5% 118/138 lượt');
      expect(await text()).toContain('142 đã ghi, 142 đã nhận, thiếu 0');
      expect(await text()).toContain('Tỷ lệ đáp 44,7%');
      expect(await text()).toContain('Tự nguyện, không đại diện');
      expect(await text()).toContain('Một đoạn phim không phát được');
      expect(await text()).toContain('Phải chờ lâu');
      expect(await axeFindings(page)).toEqual([]);
      expect(heard).toEqual([]);
    });
  });

  it('says "chưa đủ dữ liệu" below ten taps, and yesterday has an address (E176)', async () => {
    openCentre();
    await withPage({}, async (page) => {
      await page.goto(site.url);
      await page.getByRole('button', { name: 'Ngày trước' }).click();
      await page.locator('.satisfaction', { hasText: 'Chưa đủ dữ liệu' }).waitFor();
      expect(page.url()).toBe(`${site.url}/day?day=2026-11-22`);
      expect(await page.locator('.satisfaction').innerText()).not.toContain('71,4%');
      await page.goBack();
      await page.getByText('85,9%', { exact: true }).waitFor();
    });
  });

  it('keeps the figures and says so when the centre cannot be reached', async () => {
    openCentre();
    await withPage({}, async (page) => {
      await page.goto(site.url);
      await page.getByText('85,9%', { exact: true }).waitFor();
      centre.down = true;
      await page.clock.runFor(61_000);
      await page.getByText('Không tới được trung tâm').waitFor();
      expect(await page.getByText('85,9%', { exact: true }).isVisible()).toBe(true);
      centre.down = false;
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByText('Không tới được trung tâm').waitFor({ state: 'detached' });
    });
  });

  it.each([{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 } }])('passes axe and never scrolls sideways: %o', async (options) => {
    openCentre();
    await withPage(options, async (page) => {
      await page.goto(site.url);
      await page.getByText('85,9%', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('85.9%', { exact: true }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
  });
});

describe('a new centre', () => {
  it('takes its first service point and pairs a kiosk with it', async () => {
    centre.signedIn = true;
    await withPage({}, async (page) => {
      await page.goto(site.url);
      await page.getByRole('button', { name: 'Thêm điểm phục vụ' }).click();
      await page.getByLabel('Tên điểm phục vụ').fill('Bưu điện Mỹ Hào');
      await page.getByLabel('Mã ngắn').fill('bd-my-hao');
      await page.getByLabel('Loại').selectOption('post-office');
      await page.getByRole('button', { name: 'Thêm điểm', exact: true }).click();
      await page.getByRole('button', { name: 'Tạo mã ghép' }).click();
      await page.getByText('K7P4-2MXQ').waitFor();
      expect(await page.locator('dialog').innerText()).toMatch(/Còn 1[45]:\d\d/);
      expect(await axeFindings(page)).toEqual([]);
      expect(centre.points).toMatchObject([{ id: 'bd-my-hao', kind: 'post-office' }]);
    });
  });
});
