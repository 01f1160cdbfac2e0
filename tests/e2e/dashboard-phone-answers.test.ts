import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { axeFindings, complaints, serveBuilt, type BuiltSite } from '#tests/driver/built-site.ts';
import { fillDemoProvince } from '#tests/fakes/demo-province.ts';
import { fakeCentre } from '#tests/fakes/fake-centre-api.ts';

const NOW = new Date('2026-11-23T15:40:00+07:00');
let site: BuiltSite;

beforeAll(async () => {
  const centre = fakeCentre(() => NOW.getTime());
  centre.signedIn = true;
  fillDemoProvince(centre, '2026-11-23');
  site = await serveBuilt('dashboard', (path) => (/\.[a-z0-9]+$/.test(path) ? path : 'index.html'), (request, response) => centre.handle(request, response));
});
afterAll(async () => {
  await site.close();
  await closeBrowser();
});

it.each([
  ['/day?point=bm-1', 'light', 1440],
  ['/day?span=month&unit=khoi-xa', 'dark', 390],
] as const)('answers from phones stand apart on %s in %s, with counts, interval, and no share of too few (E175, E176)', async (address, colorScheme, width) => {
  const context = await (await openBrowser()).newContext({ viewport: { width, height: 900 }, locale: 'vi-VN', colorScheme });
  const page = await context.newPage();
  const heard = complaints(page);
  await page.clock.install({ time: NOW });
  await page.goto(site.url + address);
  const card = page.locator('.phone-card');
  await card.waitFor();
  expect(await card.locator('.page-lead').innerText()).toContain('không thuộc điểm phục vụ nào');
  const rows = (title: string): Promise<readonly string[]> => card.getByRole('table', { name: title }).locator('tbody tr').allInnerTexts();
  const [most = '', few = '', tooFew = ''] = await rows('Làm theo hướng dẫn');
  expect(most).toContain('68,9%');
  expect(most).toMatch(/31\s[\s\S]*9\s[\s\S]*5\s[\s\S]*45/);
  expect(few).toContain('ít dữ liệu');
  expect(tooFew).toContain('Chưa đủ dữ liệu');
  expect(tooFew).not.toContain('%');
  expect((await rows('Hài lòng với hướng dẫn'))[0]).toMatch(/82,1%[\s\S]*39/);
  // A head's ring may stand out a little.
  expect(await card.locator('.scroll').evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth + 8).length)).toBe(0);
  expect([await axeFindings(page), heard]).toEqual([[], []]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await context.close();
});
