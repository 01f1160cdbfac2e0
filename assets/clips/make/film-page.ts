import { chmodSync, existsSync, rmSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';
import { build, preview } from 'vite';
import { inProject } from '#build/project-root.ts';
import '../film-driver.ts';
import type { ClipText } from '../text/clip-text.ts';
import type { ClipSize } from './options.ts';

/** The clip page in a browser, driven from outside. */
export type FilmPage = {
  readonly load: (text: ClipText, size: ClipSize, scale: number) => Promise<void>;
  /** What decides how this moment looks; equal text, equal picture. */
  readonly signature: (seconds: number) => Promise<string>;
  /** A PNG of the picture at this moment. */
  readonly photograph: (seconds: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** Its own folder for every run, so that two runs do not overwrite each other's page. */
const BUNDLE = inProject(`node_modules/.cache/mot-cham-clips-${process.pid}`);
const PAGE = inProject('assets/clips/page');

/** Bundles the page, serves it on a free port of this machine and opens it. */
export async function openFilmPage(): Promise<FilmPage> {
  await build({ root: PAGE, configFile: false, base: './', logLevel: 'warn', build: { outDir: BUNDLE, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } } });
  const server = await preview({ root: PAGE, configFile: false, logLevel: 'warn', build: { outDir: BUNDLE }, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the page has no address');
  const browser = await launch();
  const page = await browser.newPage();
  const devtools = await page.context().newCDPSession(page);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.film !== undefined);
  let clip = { x: 0, y: 0, width: 1080, height: 1008, scale: 1 };
  return {
    load: async (text, { width, height, floor }, scale) => {
      await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
      clip = { x: 0, y: 0, width, height, scale: 1 };
      await page.evaluate(([name, w, h, f]) => globalThis.film?.load(name, w, h, f), [text, width, height, floor] as const);
    },
    signature: async (seconds) => (await page.evaluate((t) => globalThis.film?.signature(t), seconds)) ?? '',
    photograph: async (seconds) => {
      await page.evaluate((t) => globalThis.film?.show(t), seconds);
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, clip });
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(BUNDLE, { recursive: true });
    },
  };
}

/** CHROMIUM_PATH, or the Chromium that came with npm. */
async function launch(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH'] ?? '';
  const executablePath = chosen === '' ? await sparticuz.executablePath() : chosen;
  if (!existsSync(executablePath)) throw new Error(`There is no browser at ${executablePath}. Name one with CHROMIUM_PATH.`);
  if (chosen === '') chmodSync(executablePath, 0o755);
  return chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: ['--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars', '--no-zygote'] });
}
