import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** The longest side of a picture, px. */
const LONGEST = 1000;
const QUALITY = 72;
/** The dashboard's are many and mostly text; all pictures together stay under 8 MiB. */
const DASHBOARD = { longest: 760, quality: 45 } as const;
/** Entrances of a screen take a quarter of a second; letters come with their own fonts. */
const SETTLE_MS = 600;
/** What a longer screen changes is drawn with the next frames. */
const RESIZE_MS = 250;

/** Where pictures go, and what was taken. */
export type Album = { readonly folder: string; readonly taken: Taken[] };
export type Taken = { readonly file: string; readonly bytes: number };

/** Takes the page as it stands: `name` is `<language>/<surface>/<screen>`. */
export async function takePicture(album: Album, page: Page, name: string): Promise<void> {
  await settle(page);
  // A clip of the screen is told in the document's coordinates.
  const { x, y } = await page.evaluate(() => ({ x: window.scrollX, y: window.scrollY }));
  await capture(album, page, name, { x, y, ...sizeOf(page) });
}

/** Takes the page with what lies below the screen, up to `most` heights of it. */
export async function takeWhole(album: Album, page: Page, name: string, most: number): Promise<void> {
  await settle(page);
  const { width, height } = sizeOf(page);
  const length = await page.evaluate(() => document.documentElement.scrollHeight);
  const wanted = Math.max(height, Math.min(length, Math.round(height * most)));
  // What is fixed to the screen or fills it stands where it would on a screen of this length.
  await page.setViewportSize({ width, height: wanted });
  await new Promise((resolve) => setTimeout(resolve, RESIZE_MS));
  await capture(album, page, name, { x: 0, y: 0, width, height: wanted }, { width, height });
  await page.setViewportSize({ width, height });
}

function sizeOf(page: Page): { readonly width: number; readonly height: number } {
  const size = page.viewportSize();
  if (size === null) throw new Error('the page has no size');
  return size;
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => null));
  // A clock that is a fake one does not run by itself, and nothing here may wait for it.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

type Clip = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** `screen`: whose longest side decides the scale, where it is not the clip. */
async function capture(album: Album, page: Page, name: string, clip: Clip, screen: { readonly width: number; readonly height: number } = clip): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { longest, quality } = name.includes('/dashboard/') ? DASHBOARD : { longest: LONGEST, quality: QUALITY };
  const scale = Math.min(1, longest / Math.max(screen.width, screen.height));
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip: { ...clip, scale } });
  await session.detach();
  const file = `${name}.webp`;
  const bytes = Buffer.from(data, 'base64');
  mkdirSync(dirname(join(album.folder, file)), { recursive: true });
  writeFileSync(join(album.folder, file), bytes);
  album.taken.push({ file, bytes: bytes.length });
}
