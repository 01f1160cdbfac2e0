import { readdirSync, statSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { axeFindings, complaints, serveBuilt, type BuiltSite } from '#tests/driver/built-site.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'vi-VN' };
const NOW = new Date('2026-11-23T08:00:00+07:00');
let site: BuiltSite;

beforeAll(async () => {
  site = await serveBuilt('handoff', (path) => (path === '/g/worker.js' ? 'worker.js' : path.startsWith('/g/') ? `${path}.html` : path === '/c' ? 'c.html' : path));
});

afterAll(async () => {
  await site.close();
  await closeBrowser();
});

async function withPhone(options: BrowserContextOptions, visit: (page: Page) => Promise<void>, now: Date = NOW): Promise<void> {
  const context = await (await openBrowser()).newContext({ ...PHONE, ...options });
  try {
    const page = await context.newPage();
    if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(now);
    await visit(page);
  } finally {
    await context.close();
  }
}

const shown = (page: Page, selector: string): Promise<readonly string[]> => page.locator(selector).filter({ visible: true }).allInnerTexts();
const paper = (page: Page, name: string) => page.locator('.papers li', { hasText: name });

describe('the phone page without a script', () => {
  it('shows every paper and step with its condition in words, facts with their age, and the portal', async () => {
    await withPhone({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site.url}/g/khai-sinh`);
      expect(await shown(page, '.papers li')).toHaveLength(await page.locator('.papers li').count());
      expect((await shown(page, '.when')).join()).toContain('Nếu “Bé đã có Giấy chứng sinh chưa?”: “Không có”');
      expect((await shown(page, '.age'))[0]).toMatch(/Kiểm tra \d\d\/\d\d\/\d{4}, dùng đến \d\d\/\d\d\/\d{4}/);
      expect(await shown(page, '.primary')).toEqual(['Mở Cổng để nộp']);
      expect(await shown(page, '.host')).toEqual(['dichvucong.gov.vn']);
      expect(await shown(page, '[data-questions], [data-keep]')).toEqual([]);
    });
  });

  it('switches to English all the same', async () => {
    await withPhone({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site.url}/g/khai-sinh`);
      await page.getByText('English').tap();
      expect(await shown(page, 'h1')).toEqual(['Register a birth']);
      await page.getByText('Tiếng Việt').tap();
      expect(await shown(page, 'h1')).toEqual(['Đăng ký khai sinh']);
    });
  });
});

describe('the phone page from the kiosk', () => {
  it('opens at the step with the papers of the answers, and no server sees them (promise 5)', async () => {
    await withPhone({}, async (page) => {
      const heard = complaints(page);
      await page.goto(`${site.url}/g/khai-sinh#2.a1b1c1`);
      await expect.poll(() => page.locator('li[aria-current=step] .number').innerText()).toBe('2');
      expect(await paper(page, 'Văn bản của người làm chứng').isVisible()).toBe(false);
      expect(await paper(page, 'Giấy chứng sinh').first().isVisible()).toBe(true);
      expect(await shown(page, '.when')).toEqual([]);
      const top = await page.locator('li[aria-current=step]').evaluate((step) => step.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
      expect(site.asked.filter((address) => /a1|b1|#/.test(address) && !address.startsWith('/h/'))).toEqual([]);
      expect(heard).toEqual([]);
    });
  });

  it('asks the questions here too and keeps the address equal to what is seen', async () => {
    await withPhone({}, async (page) => {
      await page.goto(`${site.url}/g/khai-sinh`);
      await page.getByText('Không có', { exact: true }).tap();
      expect(await paper(page, 'Văn bản của người làm chứng').isVisible()).toBe(true);
      expect(page.url()).toMatch(/#0\.b3$/);
      await page.reload();
      expect(await page.locator('input[name=q-b][value="3"]').isChecked()).toBe(true);
    });
  });

  it('keeps ticks on the phone until they are cleared', async () => {
    await withPhone({}, async (page) => {
      await page.goto(`${site.url}/g/khai-sinh`);
      await page.locator('.papers input').first().check();
      expect(await page.locator('[data-count=paper]').innerText()).toMatch(/^1\//);
      await page.reload();
      expect(await page.locator('.papers input').first().isChecked()).toBe(true);
      await page.locator('[data-clear]').tap();
      expect(await page.locator('.papers input').first().isChecked()).toBe(false);
      expect(await page.locator('.keep [data-said]').innerText()).toBe('Đã xóa trên máy này.');
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  });

  it('works where the browser lets nothing be kept', async () => {
    await withPhone({}, async (page) => {
      const heard = complaints(page);
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      await page.goto(`${site.url}/g/khai-sinh#1.b1`);
      await page.locator('.papers input').first().check();
      expect(await page.locator('[data-count=paper]').innerText()).toMatch(/^1\//);
      expect(heard).toEqual([]);
    });
  });

  it('hides facts that have grown old since it was made, and keeps the way to the portal (promise 8)', async () => {
    await withPhone(
      {},
      async (page) => {
        await page.goto(`${site.url}/g/khai-sinh`);
        expect(await shown(page, '.sign')).toEqual([]);
        expect((await shown(page, '.keys .ask')).length).toBeGreaterThan(0);
        expect(await shown(page, '.primary')).toEqual(['Mở Cổng để nộp']);
      },
      new Date('2029-01-01T08:00:00+07:00'),
    );
  });

  it('offers the way out of Zalo\'s browser (E140)', async () => {
    await withPhone({ userAgent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Zalo android/24100123' }, async (page) => {
      await page.goto(`${site.url}/g/khai-sinh`);
      expect((await shown(page, '[data-in-app]')).join()).toContain('Mở bằng trình duyệt');
    });
  });
});

describe('every phone page', () => {
  it.each(['light', 'dark'] as const)('passes axe and never scrolls sideways, in %s and both languages (E190)', async (colorScheme) => {
    await withPhone({ colorScheme }, async (page) => {
      for (const path of ['/g/khai-sinh#2.a1b1c1', '/g/can-cuoc-tu-14', '/c', '/g/no-such-guide']) {
        await page.goto(site.url + path);
        expect({ path, findings: await axeFindings(page) }).toEqual({ path, findings: [] });
        await page.locator('[data-tongue=en]').tap();
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
        expect({ path, english: await axeFindings(page) }).toEqual({ path, english: [] });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      }
    });
  });

  it('survives twice the text size without scrolling sideways (E023)', async () => {
    await withPhone({}, async (page) => {
      await page.goto(`${site.url}/g/khai-sinh`);
      await page.locator('html').evaluate((html) => (html.style.fontSize = '200%'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    });
  });

  it('weighs less than 60 kB on the line with style, script and worker, before pictures, as the weaker packing gives it', () => {
    const size = (folder: string, test: RegExp): number => Math.max(...readdirSync(inProject(folder)).filter((name) => test.test(name)).map((name) => statSync(inProject(`${folder}/${name}`)).size));
    expect(size('dist/handoff/g', /\.html\.gz$/) + size('dist/handoff/h', /\.css\.gz$/) + size('dist/handoff/h', /\.js\.gz$/) + size('dist/handoff', /^worker\.js\.gz$/)).toBeLessThan(60_000);
  });
});
