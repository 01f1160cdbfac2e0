import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';

const require = createRequire(import.meta.url);
const FILES = '@fontsource/alegreya-sans/files/alegreya-sans';
const VIETNAMESE = 'U+0102-0103, U+0110-0111, U+01A0-01A1, U+01AF-01B0, U+1EA0-1EF9';

function face(subset: string, range: string): string {
  const data = readFileSync(require.resolve(`${FILES}-${subset}-800-normal.woff2`)).toString('base64');
  return `@font-face { font-family: Heading; font-weight: 800; src: url(data:font/woff2;base64,${data}); ${range === '' ? '' : `unicode-range: ${range};`} }`;
}

/** White rows between the lowest ink of the first line and the highest of the second, px at 100 px type. */
async function inkGap(page: Page, lower: string, lineHeight: number): Promise<number> {
  const lines = ['gpyậợệựỵ', lower];
  await page.evaluate(
    ({ lines: [first = '', second = ''], height }) => {
      const heading = document.querySelector('h1');
      if (heading === null) throw new Error('no heading');
      heading.style.lineHeight = String(height);
      heading.replaceChildren(...[['#f00', first], ['#00f', second]].map(([color = '', text = '']) => Object.assign(document.createElement('span'), { textContent: text, style: `display: block; color: ${color}` })));
    },
    { lines, height: lineHeight },
  );
  const shot = (await page.screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let [lowestRed, highestBlue] = [-1, image.height];
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      const y = Math.floor(at / 4 / image.width);
      if (red > 200 && green < 90 && blue < 90) lowestRed = Math.max(lowestRed, y);
      if (blue > 200 && green < 90 && red < 90) highestBlue = Math.min(highestBlue, y);
    }
    return highestBlue - lowestRed;
  }, shot);
}

describe('the ink of two heading lines (E029)', () => {
  let page: Page;

  beforeAll(async () => {
    page = await (await openBrowser()).newPage({ viewport: { width: 900, height: 500 } });
    await page.setContent(`<style>${face('latin', '')}${face('vietnamese', VIETNAMESE)} body { margin: 0 } h1 { margin: 0; padding: 80px 20px; font: 800 100px Heading }</style><h1>Ấ</h1>`);
    await page.evaluate(async () => {
      await document.fonts.load('800 100px Heading', 'gẤ');
    });
  });

  afterAll(async () => {
    await page.close();
    await closeBrowser();
  });

  it('never touches in mixed case at 1.14, the line of every heading', async () => {
    expect(await inkGap(page, 'ấẩếểốổớởắẳ', 1.14)).toBeGreaterThanOrEqual(2);
  });

  it('needs 1.3 under capitals with two marks, and is clear of them there', async () => {
    expect(await inkGap(page, 'ẤẨẾỂỐỔỚỞẮẲ', 1.14)).toBeLessThan(0);
    expect(await inkGap(page, 'ẤẨẾỂỐỔỚỞẮẲ', 1.3)).toBeGreaterThanOrEqual(1);
  });
});
