import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { axeFindings, complaints } from '#tests/driver/built-site.ts';
import { beat, openFleetCentre, SMALL_JPEG, type FleetCentre } from '#tests/driver/fleet-centre.ts';

let fleet: FleetCentre;
const cookies = { admin: '', viewer: '' };

beforeAll(async () => {
  fleet = await openFleetCentre();
  cookies.admin = await fleet.centre.cookieOf('quan-tri@vi.vn');
  cookies.viewer = await fleet.centre.cookieOf('xem@vi.vn');
});

afterAll(async () => {
  await fleet.close();
  await closeBrowser();
});

async function withPage(who: keyof typeof cookies, options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', ...options });
  try {
    const [name = '', value = ''] = cookies[who].split('=');
    await context.addCookies([{ name, value, url: fleet.url }]);
    const page = await context.newPage();
    await page.clock.install({ time: new Date(fleet.centre.clock.now()) });
    await visit(page);
  } finally {
    await context.close();
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(fleet.url + address);
  await page.locator('#main h1').first().waitFor();
  await page.locator('.bones').waitFor({ state: 'detached' });
}

const kioskPage = (): string => `/fleet/kiosks/${fleet.kiosks.faulty.deviceId}`;

describe('the fleet', () => {
  it('puts those that need somebody first, in words, and leads to each of them', async () => {
    await withPage('admin', {}, async (page) => {
      const heard = complaints(page);
      await open(page, '/fleet');
      const names = await page.locator('.fleet-table tbody th a').allTextContents();
      expect(names).toEqual(['Quầy tiếp nhận số 2', 'Nhà văn hóa thôn Đông', 'Bưu điện Hoa Sen', 'Quầy tiếp nhận số 1']);
      const rows = page.locator('.fleet-table tbody tr');
      expect(await rows.nth(0).innerText()).toMatch(/Kiosk báo lỗi[\s\S]*Đứng hình[\s\S]*Sai giờ[\s\S]*Ổ đĩa sắp đầy[\s\S]*Phần mềm cũ/);
      expect(await rows.nth(1).innerText()).toMatch(/Không liên lạc[\s\S]*40 phút trước/);
      // A page that is closed is said kindly.
      expect(await rows.nth(2).innerText()).toMatch(/Chưa mở trang kiosk[\s\S]*không mở trang nào/);
      expect(await rows.nth(3).innerText()).toContain('Hoạt động tốt');
      await page.getByRole('link', { name: 'Không liên lạc (1)' }).click();
      expect(await page.locator('.fleet-table tbody th a').allTextContents()).toEqual(['Nhà văn hóa thôn Đông']);
      await page.getByRole('link', { name: 'Nhà văn hóa thôn Đông' }).click();
      await page.getByRole('heading', { level: 1, name: 'Nhà văn hóa thôn Đông' }).waitFor();
      expect(heard).toEqual([]);
    });
  });

  it('is filtered by unit, with what lies below it', async () => {
    await withPage('admin', {}, async (page) => {
      await open(page, '/fleet?unit=x-dong-lua');
      expect(await page.locator('.fleet-table tbody th a').allTextContents()).toEqual(['Nhà văn hóa thôn Đông']);
    });
  });

  it('gives a viewer nothing to change', async () => {
    await withPage('viewer', {}, async (page) => {
      await open(page, kioskPage());
      expect(await page.locator('#main button').allTextContents()).toEqual([]);
      await open(page, '/fleet/structure');
      expect(await page.getByRole('heading', { level: 1 }).first().textContent()).toBe('Kiosk');
    });
  });
});

describe('one kiosk', () => {
  it('says what to do, and a screenshot comes back as a picture', async () => {
    await withPage('admin', {}, async (page) => {
      await open(page, kioskPage());
      expect(await page.locator('.remedies').first().innerText()).toContain('Ổ đĩa của kiosk còn dưới 1 GB');
      expect(await page.locator('.remedies').last().innerText()).toContain('LEDGER_DISK_FULL');
      await page.getByRole('button', { name: 'Chụp màn hình' }).click();
      await page.getByText('Chờ kiosk nhận').waitFor();
      const answer = (await beat(fleet.centre, fleet.kiosks.faulty, {}, 1_240)) as { readonly commands: readonly { readonly id: string }[] };
      const id = answer.commands[0]?.id ?? '';
      await fleet.centre.app.inject({ method: 'POST', url: `/api/v1/commands/${id}/result`, headers: { authorization: `Bearer ${fleet.kiosks.faulty.token}` }, payload: { outcome: 'done', picture: SMALL_JPEG } });
      await page.clock.runFor(6_000);
      await page.getByRole('button', { name: /Xem kết quả: Chụp màn hình/ }).click();
      const picture = page.getByRole('img', { name: /Màn hình kiosk Quầy tiếp nhận số 2/ });
      await picture.waitFor();
      expect(await picture.getAttribute('src')).toContain('data:image/jpeg;base64,');
      await page.keyboard.press('Escape');
      expect((await fleet.centre.repositories.audit.list()).map(({ action }) => action)).toContain('look at command answer');
    });
  });

  it('asks before it is restarted, moved or revoked, and says what will happen', async () => {
    await withPage('admin', {}, async (page) => {
      await open(page, kioskPage());
      await page.getByRole('button', { name: 'Khởi động lại kiosk' }).click();
      expect(await page.getByRole('dialog').innerText()).toContain('nhiều nhất năm phút');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Chuyển điểm' }).click();
      expect(await page.getByRole('dialog').innerText()).toContain('Còn 1.240 mục chưa gửi');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Thu hồi' }).click();
      expect(await page.getByRole('dialog').innerText()).toContain('Không đảo lại được');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Đổi tên' }).click();
      await page.getByLabel('Tên kiosk').fill('Quầy tiếp nhận số 2b');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByRole('heading', { level: 1, name: 'Quầy tiếp nhận số 2b' }).waitFor();
      await fleet.centre.repositories.devices.rename(fleet.kiosks.faulty.deviceId, 'Quầy tiếp nhận số 2');
    });
  });
});

describe('units and service points', () => {
  it('get opening hours as people write them, and a wrong day is named', async () => {
    await withPage('admin', {}, async (page) => {
      await open(page, '/fleet/structure');
      await page.getByRole('button', { name: 'Sửa Điểm tiếp nhận xã Đồng Lúa' }).click();
      await page.getByLabel('Nêu giờ mở cửa').check();
      await page.getByLabel('Thứ Hai').fill('7h30-11h30, 13h30-17h');
      await page.getByLabel('Thứ Bảy').fill('sáng');
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Giờ của Thứ Bảy chưa đúng dạng').waitFor();
      await page.getByLabel('Thứ Bảy').fill('');
      await page.getByRole('button', { name: 'Chép thứ Hai' }).click();
      await page.getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Đã lưu điểm phục vụ.').waitFor();
      const hours: unknown = JSON.parse((await fleet.centre.repositories.points.find('dong-lua'))?.hours ?? 'null');
      const office = [{ from: '07:30', until: '11:30' }, { from: '13:30', until: '17:00' }];
      expect(hours).toEqual([office, office, office, office, office, [], []]);
    });
  });

  it('grow a unit by keyboard alone', async () => {
    await withPage('admin', {}, async (page) => {
      await open(page, '/fleet/structure');
      await page.getByRole('button', { name: 'Thêm đơn vị' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Tên đơn vị').focus();
      await page.keyboard.type('Thôn Đông');
      await page.keyboard.press('Tab');
      await page.keyboard.type('thon-dong');
      await page.keyboard.press('Enter');
      await page.getByText('Đã thêm đơn vị.').waitFor();
      expect((await fleet.centre.repositories.points.listUnits()).map(({ id }) => id)).toContain('thon-dong');
    });
  });
});

describe('every page of the fleet', () => {
  const SHAPES: readonly (readonly [string, BrowserContextOptions])[] = [
    ['wide', {}],
    ['narrow', { viewport: { width: 390, height: 844 } }],
    ['dark', { colorScheme: 'dark' }],
  ];

  it.each(SHAPES)('passes axe and scrolls only downwards: %s', async (_shape, options) => {
    await withPage('admin', options, async (page) => {
      for (const address of ['/fleet', kioskPage(), '/fleet/structure']) {
        await open(page, address);
        expect([address, await axeFindings(page)]).toEqual([address, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      }
    });
  });
});
