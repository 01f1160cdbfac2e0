import { renderSVG } from 'uqr';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { STRAIGHT, photograph, readWithZbar, readWithZxing } from '#tests/driver/read-qr.ts';

afterAll(closeBrowser);

/** The instrument before the measurement: both engines read what is there, and nothing where nothing is. */
describe('the two QR engines of the tests', () => {
  it('read a code straight and turned, and find none on a blank picture', async () => {
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 400, height: 400 } });
    await page.setContent(`<body style="margin:0">${renderSVG('https://dichvucong.gov.vn/p/1', { ecc: 'M', border: 4 })}</body>`);
    const png = await page.screenshot();
    for (const camera of [STRAIGHT, { scale: 0.5, degrees: 7, blur: 0.6, noise: 8 }]) {
      const pixels = await photograph(browser, png, camera);
      expect(await readWithZxing(pixels)).toBe('https://dichvucong.gov.vn/p/1');
      expect(await readWithZbar(pixels)).toBe('https://dichvucong.gov.vn/p/1');
    }
    await page.setContent('<body></body>');
    const blank = await photograph(browser, await page.screenshot(), STRAIGHT);
    expect([await readWithZxing(blank), await readWithZbar(blank)]).toEqual([null, null]);
    await page.close();
  });
});
