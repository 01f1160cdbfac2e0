import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { axeFindings, complaints } from '#tests/driver/built-site.ts';
import { CuttableLine } from '#tests/driver/cuttable-line.ts';
import { openCentre, type Centre } from '#tests/integration/server/open-centre.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'vi-VN', acceptDownloads: true };
const ZALO = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/24100123 ZaloTheme/light ZaloLanguage/vi';
const TITLE = 'Đăng ký khai sinh';
/** Longer than an answer can be changed, ms. */
const MIND_CHANGED = 6_000;
const PATIENCE = { timeout: 15_000 };
let centre: Centre;
let line: CuttableLine;
let folder: string;
const contexts: BrowserContext[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-pages-'));
  cpSync(inProject('dist/handoff'), folder, { recursive: true });
  centre = await openCentre({ handoffDir: folder });
  centre.clock.set(Date.now());
  await centre.app.listen({ port: 0, host: '127.0.0.1' });
  const address = centre.app.server.address();
  line = await CuttableLine.open(typeof address === 'object' && address !== null ? address.port : 0);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await line.close();
  await centre.close();
  rmSync(folder, { recursive: true });
});
afterAll(closeBrowser);

async function openPhone(options: BrowserContextOptions = {}, prepare: (page: Page) => Promise<void> = async () => undefined, path = '/g/khai-sinh'): Promise<Page> {
  const context = await (await openBrowser()).newContext({ ...PHONE, ...options });
  contexts.push(context);
  const page = await context.newPage();
  await page.clock.install();
  await prepare(page);
  await page.goto(line.url + path);
  return page;
}

/** What the phone keeps for when there is no network. */
const keptPaths = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    return found;
  });
const untilKept = async (page: Page): Promise<void> => {
  await expect.poll(() => keptPaths(page), PATIENCE).toContain('/g/khai-sinh');
};
const counts = async () => {
  const day = dayOf(centre.clock.now());
  return centre.repositories.phoneAnswers.list(day, day);
};
const changeTitle = (to: string): void => {
  for (const end of ['.br', '.gz']) rmSync(join(folder, `g/khai-sinh.html${end}`), { force: true });
  const file = join(folder, 'g/khai-sinh.html');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(TITLE, to));
};
const title = (page: Page): Promise<string> => page.locator('h1').innerText();
const refuseStorage = (page: Page): Promise<void> =>
  page.addInitScript(() => {
    const refuse = { get: () => { throw new DOMException('denied', 'SecurityError'); } };
    for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, refuse);
    Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
  }).then(() => undefined);

describe('a guide that was opened once', () => {
  it('is there without a network, with style, pictures, answers and ticks, and says of when it is (E106)', async () => {
    const page = await openPhone();
    await untilKept(page);
    await page.locator('.papers input').first().check();
    await line.set('cut');
    await page.goto(`${line.url}/g/khai-sinh#1.a1`);
    expect(await title(page)).toBe(TITLE);
    expect(await page.locator('.papers input').first().isChecked()).toBe(true);
    expect(await page.locator('.opening').evaluate((opening) => getComputedStyle(opening).borderTopWidth)).toBe('3px');
    const picture = page.locator('.scene img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.locator('[data-value="5"] img').scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('[data-value="5"] img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(await page.locator('.keep [data-stamp]').innerText()).toMatch(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
  });

  it('says above the page that the copy is not of now', async () => {
    const page = await openPhone();
    await untilKept(page);
    expect(await page.locator('[data-kept]').isVisible()).toBe(false);
    await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0] ?? '');
      const kept = await cache.match('/g/khai-sinh');
      const headers = new Headers(kept?.headers);
      headers.set('last-modified', new Date(Date.now() - 3 * 60 * 60_000).toUTCString());
      await cache.put('/g/khai-sinh', new Response(await kept?.text(), { headers }));
    });
    await line.set('cut');
    await page.reload();
    expect(await page.locator('[data-kept]').innerText()).toMatch(/bản đã lưu trên máy\. Cập nhật lúc \d\d:\d\d/);
  });

  it('is asked for anew first: what is published is shown at once, and the old copy and its files go', async () => {
    const page = await openPhone();
    await untilKept(page);
    await page.evaluate(async () => (await caches.open((await caches.keys())[0] ?? '')).put('/h/old-12345678.css', new Response('')));
    changeTitle('Khai sinh bản mới');
    await page.reload();
    expect(await title(page)).toBe('Khai sinh bản mới');
    await expect.poll(() => keptPaths(page), PATIENCE).not.toContain('/h/old-12345678.css');
    await line.set('cut');
    await page.reload();
    expect(await title(page)).toBe('Khai sinh bản mới');
  });

  it('is shown from the phone when the line hangs, and offers the new text when it comes after all', async () => {
    const page = await openPhone();
    await untilKept(page);
    await line.set('hanging');
    changeTitle('Khai sinh bản mới');
    await page.reload();
    expect(await title(page)).toBe(TITLE);
    await line.set('whole');
    await page.locator('[data-newer]').waitFor({ state: 'visible' });
    await page.locator('[data-reload]').tap();
    await expect.poll(() => title(page), PATIENCE).toBe('Khai sinh bản mới');
  });

  it('goes from the phone when it is withdrawn', async () => {
    const page = await openPhone();
    await untilKept(page);
    for (const end of ['', '.br', '.gz']) rmSync(join(folder, `g/khai-sinh.html${end}`));
    await page.reload();
    expect(await title(page)).toBe('Không tìm thấy hướng dẫn này');
    await expect.poll(() => keptPaths(page), PATIENCE).toEqual([]);
  });

  it('says that what was ticked may have changed with another edition of the guide', async () => {
    const page = await openPhone();
    await page.locator('.papers input').first().check();
    const file = join(folder, 'g/khai-sinh.html');
    for (const end of ['.br', '.gz']) rmSync(file + end);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/data-edition="\w+"/, 'data-edition="another"'));
    await page.reload();
    expect(await page.locator('[data-changed]').isVisible()).toBe(true);
    expect(await page.locator('.papers input').first().isChecked()).toBe(true);
    await page.locator('.papers input').nth(1).check();
    await page.reload();
    expect(await page.locator('[data-changed]').isVisible()).toBe(false);
  });

  it('leaves nothing on the phone after "Xóa trên máy này"', async () => {
    const page = await openPhone();
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await untilKept(page);
    await page.locator('.papers input').first().check();
    await page.locator('[data-value="managed"]').tap();
    await page.locator('[data-clear]').tap();
    await expect.poll(() => keptPaths(page), PATIENCE).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.locator('[data-ask="outcome"]').isVisible()).toBe(true);
    await page.clock.runFor(MIND_CHANGED);
    expect([sent, await counts()]).toEqual([[], []]);
  });
});

describe('the end of a guide', () => {
  it('asks once how it went and how the guide was, lets both be changed for a moment, and counts each once (E155)', async () => {
    const page = await openPhone();
    await page.locator('[data-value="not-yet"]').tap();
    expect(await page.locator('[data-thanks="outcome"]').innerText()).toContain('Cảm ơn ông/bà!');
    expect(await page.locator('[data-help]').isVisible()).toBe(true);
    await page.locator('[data-again="outcome"]').tap();
    await page.locator('[data-value="managed"]').tap();
    expect(await page.locator('[data-help]').isVisible()).toBe(false);
    await page.locator('[data-value="4"]').tap();
    await page.clock.runFor(MIND_CHANGED);
    await expect.poll(counts, PATIENCE).toEqual([{ procedure: '1.001193', outcomes: [1, 0, 0], scores: [0, 0, 0, 1, 0] }]);
    await page.reload();
    expect(await page.locator('[data-ask]').filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('mot-cham.answers'))).toBeNull();
  });

  it('sends nothing of the case, the ticks or the phone (promise 5)', async () => {
    const bodies: (string | null)[] = [];
    const addresses: string[] = [];
    const page = await openPhone({}, async (fresh) => {
      fresh.on('request', (request) => {
        addresses.push(request.url());
        if (request.method() === 'POST') bodies.push(request.postData());
      });
    }, '/g/khai-sinh#2.a1b3c2');
    await page.locator('[data-value="needs-help"]').tap();
    await page.clock.runFor(MIND_CHANGED);
    await expect.poll(() => bodies.length, PATIENCE).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ once: expect.stringMatching(/^[\w-]{22}$/), slug: 'khai-sinh', step: expect.any(String), outcome: 'needs-help', scale: 'five-v1', lang: 'vi' });
    expect(addresses.filter((address) => /a1b3|#/.test(new URL(address).pathname + new URL(address).search))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('keeps an answer until there is a network, and one whose thanks got lost counts once', async () => {
    const page = await openPhone();
    await untilKept(page);
    await line.set('cut');
    await page.locator('[data-value="2"]').tap();
    await page.clock.runFor(MIND_CHANGED);
    await page.locator('[data-waiting]').waitFor({ state: 'visible', timeout: 15_000 });
    await line.set('deaf');
    const online = (): Promise<unknown> => page.evaluate(() => window.dispatchEvent(new Event('online')));
    await online();
    await expect.poll(counts, PATIENCE).toMatchObject([{ scores: [0, 1, 0, 0, 0] }]);
    expect(await page.evaluate(() => localStorage.getItem('mot-cham.answers'))).not.toBeNull();
    await line.set('whole');
    await online();
    await expect.poll(() => page.evaluate(() => localStorage.getItem('mot-cham.answers')), PATIENCE).toBeNull();
    expect(await counts()).toMatchObject([{ scores: [0, 1, 0, 0, 0] }]);
    expect(await page.locator('[data-waiting]').isVisible()).toBe(false);
  });

  it('sends at once when the citizen leaves, and works where nothing may be stored', async () => {
    const page = await openPhone({}, refuseStorage);
    await page.locator('[data-value="managed"]').tap();
    await page.goto('about:blank');
    await expect.poll(counts, PATIENCE).toMatchObject([{ outcomes: [1, 0, 0] }]);
  });

  it('is done by keyboard alone, and takes a doubled press once (E008)', async () => {
    const page = await openPhone();
    await page.locator('[data-value="managed"]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-thanks'))).toBe('outcome');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-again'))).toBe('outcome');
    await page.clock.runFor(MIND_CHANGED);
    await expect.poll(counts, PATIENCE).toMatchObject([{ outcomes: [0, 1, 0] }]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-thanks'))).toBe('outcome');
  });

  it('has five faces of one size, from the worst to the best, none chosen (E152, E153)', async () => {
    const page = await openPhone();
    const faces = page.locator('[data-ask="score"] button');
    expect(await faces.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-value')))).toEqual(['1', '2', '3', '4', '5']);
    const pictures = await page.locator('[data-ask="score"] img').evaluateAll((images) => images.map((image) => `${image.getBoundingClientRect().width}×${image.getBoundingClientRect().height}`));
    expect(new Set(pictures)).toEqual(new Set(['56×56']));
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
  });
});

describe('a guide for somebody else', () => {
  const share = (page: Page, outcome: 'taken' | 'closed' | 'refused'): Promise<void> =>
    page.addInitScript((how) => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      Object.defineProperty(navigator, 'share', {
        value: async (data: unknown) => {
          shared.push(data);
          if (how === 'closed') throw new DOMException('closed', 'AbortError');
          if (how === 'refused') throw new DOMException('no', 'NotAllowedError');
        },
      });
    }, outcome).then(() => undefined);

  it('carries the case in the fragment, and neither the step nor what was ticked', async () => {
    const page = await openPhone({}, (fresh) => share(fresh, 'taken'), '/g/khai-sinh#3.a2b1');
    await page.locator('.papers input').first().check();
    await page.locator('[data-share]').tap();
    expect(await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared)).toEqual([{ title: expect.stringContaining(TITLE), url: `${line.url}/g/khai-sinh#0.a2b1` }]);
  });

  it('says nothing when the sheet is closed, copies where sharing is refused, and shows the link where copying is too', async () => {
    const closed = await openPhone({}, (fresh) => share(fresh, 'closed'));
    await closed.locator('[data-share]').tap();
    expect(await closed.locator('.keep [data-said]').innerText()).toBe('');
    const refused = await openPhone({ permissions: ['clipboard-read', 'clipboard-write'] }, (fresh) => share(fresh, 'refused'), '/g/khai-sinh#3.a2b1');
    await refused.locator('[data-share]').tap();
    await expect.poll(() => refused.locator('.keep [data-said]').innerText(), PATIENCE).toBe('Đã sao chép đường dẫn.');
    expect(await refused.evaluate(() => navigator.clipboard.readText())).toBe(`${line.url}/g/khai-sinh#0.a2b1`);
    const mute = await openPhone({}, async (fresh) => {
      await fresh.addInitScript(() => {
        Object.defineProperty(navigator, 'share', { value: undefined });
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
    });
    await mute.locator('[data-share]').tap();
    await mute.locator('[data-address]').waitFor({ state: 'visible' });
    expect(await mute.locator('#address').inputValue()).toBe(`${line.url}/g/khai-sinh`);
  });
});

describe('a reminder', () => {
  it('is a calendar file made on the phone, of which no server hears', async () => {
    const asked: string[] = [];
    const page = await openPhone({}, async (fresh) => {
      fresh.on('request', (request) => asked.push(request.url()));
    }, '/g/khai-sinh#1.a1');
    const birth = dayOf(Date.now() - 10 * 86_400_000);
    await page.locator('#day-deadline').fill(birth);
    const due = dayOf(Date.parse(`${birth}T12:00:00Z`) + 60 * 86_400_000);
    expect(await page.locator('[data-remind="deadline"] [data-due-day]').innerText()).toBe(due.split('-').reverse().join('/'));
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-remind="deadline"] [data-calendar]').tap()]);
    expect(download.suggestedFilename()).toBe('han-khai-sinh.ics');
    const file = readFileSync(await download.path(), 'utf8');
    expect(file).toContain(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}\r\n`);
    expect(file).toContain('SUMMARY:Hạn cuối: Đăng ký khai sinh\r\n');
    expect(file).not.toContain('a1');
    expect(file).not.toContain(birth.replaceAll('-', ''));
    expect(asked.filter((address) => !address.startsWith(line.url) && !address.startsWith('blob:'))).toEqual([]);
    expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain(birth);
  });

  it('of a day that has passed is none, and sends to the desk', async () => {
    const page = await openPhone();
    await page.locator('#day-deadline').fill('2020-01-01');
    expect(await page.locator('[data-remind="deadline"] [data-passed]').isVisible()).toBe(true);
    expect(await page.locator('[data-remind="deadline"] [data-calendar]').isVisible()).toBe(false);
  });

  it('of the day of the result is the citizen\'s own day', async () => {
    const page = await openPhone();
    const day = dayOf(Date.now() + 5 * 86_400_000);
    await page.locator('#day-result').fill(day);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-remind="result"] [data-calendar]').tap()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
  });
});

describe('in Zalo\'s browser (E140)', () => {
  it('the first paint asks for no download, window, camera or other host, and nothing is complained about', async () => {
    const heard: (readonly string[])[] = [];
    const asked: string[] = [];
    const surprises: string[] = [];
    const page = await openPhone({ userAgent: ZALO }, async (fresh) => {
      heard.push(complaints(fresh));
      fresh.on('request', (request) => asked.push(request.url()));
      for (const event of ['popup', 'dialog', 'download'] as const) fresh.on(event as 'popup', () => surprises.push(event));
    });
    await page.locator('[data-in-app]').waitFor({ state: 'visible' });
    expect([heard.flat(), surprises, asked.filter((address) => !address.startsWith(line.url))]).toEqual([[], [], []]);
  });

  it('offers to open in the browser, a link to copy, and calendar files as data', async () => {
    const page = await openPhone({ userAgent: ZALO, permissions: ['clipboard-read', 'clipboard-write'] }, undefined, '/g/khai-sinh#2.a1');
    expect(await page.locator('[data-in-app]').innerText()).toContain('Mở bằng trình duyệt');
    await page.locator('[data-in-app] [data-copy]').tap();
    await expect.poll(() => page.locator('[data-in-app] [data-said]').innerText(), PATIENCE).toBe('Đã sao chép đường dẫn.');
    await page.locator('#day-result').fill(dayOf(Date.now() + 5 * 86_400_000));
    const href = await page.locator('[data-remind="result"] [data-calendar]').getAttribute('href');
    expect(decodeURIComponent(href ?? '')).toMatch(/^data:text\/calendar;charset=utf-8,BEGIN:VCALENDAR\r\n/);
    await page.locator('[data-remind="result"] [data-copy-day]').tap();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), PATIENCE).toContain('Hẹn trả kết quả: Đăng ký khai sinh');
  });
});

describe('what the phone page has at its end', () => {
  it.each([
    ['light', 'no-preference'],
    ['dark', 'no-preference'],
    ['light', 'more'],
    ['dark', 'more'],
  ] as const)('passes axe in %s with contrast %s, in both languages, before and after answering (E190)', async (colorScheme, contrast) => {
    const page = await openPhone({ colorScheme, contrast, userAgent: ZALO });
    await page.locator('#day-deadline').fill(dayOf(Date.now() - 86_400_000));
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('[data-value="needs-help"]').tap();
    await page.locator('[data-tongue=en]').tap();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.locator('html').evaluate((html) => (html.style.fontSize = '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('is left out on paper, where the duty stays', async () => {
    const page = await openPhone();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.answer, .picker, .notice, .keep').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.duty').innerText()).toContain('60 ngày');
  });
});
