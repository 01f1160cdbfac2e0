import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** The longest side of a picture, px. */
const LONGEST = 1000;
const QUALITY = 72;
/** Entrances of a screen take a quarter of a second; letters come with their own fonts. */
const SETTLE_MS = 600;

/** Where pictures go, and what was taken. */
export type Album = { readonly folder: string; readonly taken: Taken[] };
export type Taken = { readonly file: string; readonly bytes: number };

/** Takes the page as it stands: `name` is `<language>/<surface>/<screen>`. */
export async function takePicture(album: Album, page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  if (size === null) throw new Error('the page has no size');
  await page.evaluate(() => document.fonts.ready.then(() => null));
  // A clock that is a fake one does not run by itself, and nothing here may wait for it.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  // A clip of the screen is told in the document's coordinates.
  const { x, y } = await page.evaluate(() => ({ x: window.scrollX, y: window.scrollY }));
  const session = await page.context().newCDPSession(page);
  const scale = Math.min(1, LONGEST / Math.max(size.width, size.height));
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip: { x, y, ...size, scale } });
  await session.detach();
  const file = `${name}.webp`;
  const bytes = Buffer.from(data, 'base64');
  mkdirSync(dirname(join(album.folder, file)), { recursive: true });
  writeFileSync(join(album.folder, file), bytes);
  album.taken.push({ file, bytes: bytes.length });
}
