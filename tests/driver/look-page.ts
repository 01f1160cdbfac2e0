import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { inProject, ROOT } from '#build/project-root.ts';
import { sourceStamp } from '#build/parts/source-stamp.ts';
import { runStep } from '#build/steps/run-step.ts';
import { SCREEN_PROFILES, type ScreenProfile, type ScreenProfileId } from '#domain/screen-profile.ts';
import type { UrgentNotice } from '#contract/manifest.ts';
import type { Comfort, Overlay, Screen } from '#renderer/session/state.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json', '.webp': 'image/webp', '.vtt': 'text/vtt', '.mp4': 'video/mp4', '.webm': 'video/webm' };
const SOURCES = ['renderer', 'contract', 'domain', 'assets/pack', 'tests/look', 'tests/fakes', 'package-lock.json'] as const;
const STAMP = 'dist/.stamps/look';

/** The kiosk's screens over a host in memory (tests/look), built when stale and served with the pack's media. */
export async function serveLook(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  await buildLook();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://look').pathname));
    const file = path.startsWith('/media/') ? inProject('assets/pack', path.slice(7)) : inProject('dist/look', path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return void response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the look has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** Once before the tests, or when somebody looks: two at once would build into each other's files. */
export async function buildLook(): Promise<void> {
  const stamp = sourceStamp(ROOT, SOURCES);
  const file = inProject(STAMP);
  if (existsSync(inProject('dist/look/index.html')) && existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  const built = await runStep({ name: 'build look', args: ['node_modules/vite/bin/vite.js', 'build', '--config', 'tests/look/vite.config.ts', '--logLevel', 'warn'], env: { NODE_ENV: 'production' } });
  if (!built.ok) throw new Error(built.output);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, stamp);
}

/** A screen as the session machine might hold it. Its moments (`since`, `touchedAt`) are set to now when it is shown. */
export type Scene = {
  readonly name: string;
  readonly screen: Screen;
  readonly overlay?: Overlay;
  readonly trail?: readonly Screen[];
  /** Not yet paired, or the screen under an urgent notice. */
  readonly urgent?: UrgentNotice;
  readonly listening?: boolean;
  /** A button of the page itself to touch first, such as the keyboard's digits. */
  readonly touch?: string;
};

export type Look = Pick<Comfort, 'language' | 'textSize' | 'contrast' | 'lowReach'>;
export const PLAIN_LOOK: Look = { language: 'vi', textSize: 1, contrast: 'paper', lowReach: false };

/** Shows any screen at once, without the way to it. */
export class LookPage {
  readonly page: Page;
  profile: ScreenProfile;
  readonly complaints: string[] = [];

  private constructor(page: Page, profile: ScreenProfile) {
    this.page = page;
    this.profile = profile;
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(browser: Browser, url: string, profileId: ScreenProfileId = 'portrait-21'): Promise<LookPage> {
    const profile = profileOf(profileId);
    const context = await browser.newContext({ viewport: { width: profile.widthPx, height: profile.heightPx }, hasTouch: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${url}?public&printer=a4`);
    await page.locator('main.attract').waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return new LookPage(page, profile);
  }

  async as(profileId: ScreenProfileId): Promise<void> {
    this.profile = profileOf(profileId);
    await this.page.setViewportSize({ width: this.profile.widthPx, height: this.profile.heightPx });
  }

  /** Puts the session into that state and waits until it is drawn and its pages are counted. */
  async show(scene: Scene, look: Look = PLAIN_LOOK): Promise<void> {
    await this.page.evaluate(showInPage, { scene, look, profile: this.profile.id });
    // A composition without that key shows all of them at once.
    if (scene.touch !== undefined && (await this.page.locator(scene.touch).count()) > 0) {
      await this.page.locator(scene.touch).first().evaluate((button: HTMLElement) => button.click());
      await this.page.evaluate(settleInPage);
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function profileOf(id: ScreenProfileId): ScreenProfile {
  const found = SCREEN_PROFILES.find((profile) => profile.id === id);
  if (found === undefined) throw new Error(`There is no profile ${id}.`);
  return found;
}

async function settleInPage(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
}

async function showInPage({ scene, look, profile }: { scene: Scene; look: Look; profile: string }): Promise<void> {
  type State = { now: { up: number; wall: number }; comfort: object; kiosk: { boot: { settings: object } } };
  type Store = { getState: () => State; setState: (change: object) => void };
  const { kiosk } = globalThis as unknown as { kiosk: { session: { store: Store } } };
  const { store } = kiosk.session;
  const { now, comfort, kiosk: facts } = store.getState();
  const atNow = <Value extends object>(value: Value): Value => ({ ...value, ...('since' in value ? { since: now.up } : {}), ...('touchedAt' in value ? { touchedAt: now.up } : {}) });
  const overlay = scene.overlay ?? { kind: 'none' as const };
  // A screen that is left takes with it what it holds itself, such as the keyboard's digits.
  store.setState({ screen: { kind: 'calm', since: now.up }, overlay: { kind: 'none' } });
  await new Promise((drawn) => requestAnimationFrame(drawn));
  store.setState({
    screen: atNow(scene.screen),
    overlay: atNow(overlay),
    trail: scene.trail ?? [],
    touchedAt: now.up,
    guardUntil: 0,
    lastPress: null,
    comfort: { ...comfort, ...look, hearing: { on: scene.listening === true, volume: 5, blank: false, headphones: false } },
    kiosk: { ...facts, urgent: scene.urgent ?? null, restUntil: 0, boot: { ...facts.boot, settings: { ...facts.boot.settings, profile } } },
  });
  for (let frame = 0; frame < 4; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
}
