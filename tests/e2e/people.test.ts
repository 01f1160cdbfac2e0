import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import type { Mail } from '#server/ports.ts';
import { findViolations } from '#tests/driver/axe.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { openCentre, PASSWORD, TEN_O_CLOCK, type Centre } from '#tests/integration/server/open-centre.ts';

const mails: Mail[] = [];
let centre: Centre;
let url = '';

beforeAll(async () => {
  const mailer = { send: async (mail: Mail) => (mails.push(mail), null) };
  centre = await openCentre({ dashboardDir: inProject('dist/dashboard') }, undefined, { mailer });
  // The browser's clock runs on by itself: the centre's follows it.
  centre.clock.now = Date.now;
  await centre.repositories.points.addUnit({ id: 'my-hao', name: 'Phường Mỹ Hào', parent: null });
  await centre.addPoint('my-hao', 'my-hao');
  await centre.addUser('binh@xa.vn', 'admin');
  await centre.repositories.staff.addUser({ id: 'an', email: 'an@xa.vn', passwordHash: null, role: 'viewer', unit: 'my-hao', name: 'Trần Văn An' }, TEN_O_CLOCK);
  url = await centre.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await closeBrowser();
  await centre.close();
});

const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const NARROW: BrowserContextOptions = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };

async function visit(options: BrowserContextOptions, path: string, journey: (page: Page) => Promise<void>): Promise<void> {
  const context = await (await openBrowser()).newContext({ locale: 'vi-VN', ...options });
  try {
    const page = await context.newPage();
    await page.goto(url + path);
    await journey(page);
  } finally {
    await context.close();
  }
}

async function signIn(page: Page, email = 'binh@xa.vn', password = PASSWORD): Promise<void> {
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
}

describe('people', () => {
  it('an administrator invites somebody, who sets a password by the link and comes in; the log says so', async () => {
    let link = '';
    await visit(WIDE, '/people', async (page) => {
      await signIn(page);
      await page.getByRole('button', { name: 'Mời người dùng' }).click();
      await page.getByLabel('Họ và tên').fill('Đỗ Thị Hoa');
      await page.getByRole('textbox', { name: 'Thư điện tử' }).fill('hoa@xa.vn');
      await page.getByRole('combobox', { name: 'Quyền' }).selectOption('editor');
      await page.getByRole('combobox', { name: 'Đơn vị' }).selectOption('my-hao');
      await page.getByLabel('Gửi đường dẫn qua thư điện tử').uncheck();
      await page.getByRole('button', { name: 'Mời', exact: true }).click();
      link = await page.getByRole('textbox', { name: 'Chỉ hiện lần này' }).inputValue();
      await page.keyboard.press('Escape');
      await page.getByText('Đã mời, chưa vào').first().waitFor();
    });
    await visit(NARROW, link.replace(url, ''), async (page) => {
      await page.getByText('hoa@xa.vn').waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.getByLabel('Mật khẩu mới').fill('matkhau1234');
      await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
      await page.getByText('quá phổ biến').waitFor();
      await page.getByLabel('Mật khẩu mới').fill('cây bàng trước sân');
      await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
      await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
      expect(page.url()).not.toContain('/link');
    });
    await visit(WIDE, '/audit', async (page) => {
      await signIn(page);
      const row = page.getByRole('row', { name: /Đỗ Thị Hoa nhận lời mời và đặt mật khẩu/ });
      await row.waitFor();
      expect(await row.innerText()).toContain('127.0.0.x');
      await page.getByRole('row', { name: /binh@xa\.vn mời Đỗ Thị Hoa, quyền Người biên tập/ }).waitFor();
    });
  });

  it('raw entries are shown after a reason only, and the look stands in the log (E178)', async () => {
    await visit(WIDE, '/audit', async (page) => {
      await signIn(page);
      await page.getByRole('button', { name: 'Xem bản ghi gốc' }).click();
      await page.getByLabel('Lý do xem').fill('kiểm tra phản ánh ngày 20/11');
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      await page.getByText('Không có bản ghi nào của ngày này.').waitFor();
      await page.keyboard.press('Escape');
      await page.reload();
      await page.getByText('Lý do: kiểm tra phản ánh ngày 20/11').waitFor();
    });
  });

  it('somebody is disabled after a question, and a read token is shown once', async () => {
    await visit(WIDE, '/people', async (page) => {
      await signIn(page);
      await page.getByRole('button', { name: 'Sửa Trần Văn An' }).click();
      await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
      await page.getByText('Mọi phiên đăng nhập kết thúc ngay').waitFor();
      await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
      await page.getByText('Đã khóa tài khoản của Trần Văn An.').waitFor();
      await page.getByRole('tab', { name: 'Mã đọc dữ liệu' }).click();
      await page.getByRole('button', { name: 'Tạo mã đọc' }).click();
      await page.getByLabel('Tên hệ thống nhận').fill('Báo cáo tỉnh');
      await page.getByRole('dialog').getByRole('button', { name: 'Tạo mã đọc' }).click();
      const secret = await page.getByRole('textbox', { name: 'Chỉ hiện lần này' }).inputValue();
      expect((await fetch(`${url}/api/v1/service-points`, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
      await page.keyboard.press('Escape');
      expect(await page.locator('main').innerText()).not.toContain(secret);
    });
  });

  it('a test notice goes to one\'s own address', async () => {
    await visit(NARROW, '/account', async (page) => {
      await signIn(page);
      await page.getByRole('button', { name: 'Thêm nơi nhận' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Thêm nơi nhận' }).click();
      await page.getByRole('button', { name: 'Gửi thử binh@xa.vn' }).click();
      await page.getByText('Đã gửi thử tới binh@xa.vn.').waitFor();
      expect(mails.at(-1)).toMatchObject({ to: 'binh@xa.vn', subject: '[Một Chạm] Thư gửi thử' });
    });
  });

  it.each([
    ['wide', WIDE],
    ['narrow and dark', NARROW],
  ])('every page is sound for axe and as wide as its window: %s', async (_, options) => {
    await visit(options, '/account', async (page) => {
      await signIn(page);
      for (const path of ['/account', '/people', '/people?tab=tokens', '/people?tab=notices', '/audit']) {
        await page.goto(url + path);
        await page.locator('main .asked').first().waitFor();
        expect([path, await findViolations(page)]).toEqual([path, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      }
      await page.goto(`${url}/api/docs`);
      expect(await findViolations(page)).toEqual([]);
    });
  });
});
