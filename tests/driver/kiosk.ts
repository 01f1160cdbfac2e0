import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { SCREEN_PROFILES, type ScreenProfile, type ScreenProfileId } from '#domain/screen-profile.ts';
import { until } from './until.ts';
import { words, type Lang } from './words.ts';

export type KioskOptions = {
  readonly profile?: ScreenProfileId;
  /**
   * The page's clock runs as any clock, and `pause` lets it leap: a journey waits for what happens, not for time to go by.
   * True keeps the browser's own, for journeys that watch films or measure how long something takes.
   */
  readonly realClock?: boolean;
  /** What the day's time is on the page when it is opened; set later, the page's other clock leaps too and frames seem to fail. */
  readonly openedAt?: Date;
  readonly reducedMotion?: boolean;
};

/** From a new screen to the first touch on it, ms. */
const GLANCE = 500;

/** A citizen before the kiosk: touches what is written on the screen, one finger, nothing else. */
export class Kiosk {
  readonly page: Page;
  readonly profile: ScreenProfile;
  lang: Lang = 'vi';
  /** What the page complained about; a journey ends with none. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #leaps: boolean;

  private constructor(context: BrowserContext, page: Page, profile: ScreenProfile, leaps: boolean) {
    this.#context = context;
    this.#leaps = leaps;
    this.page = page;
    this.profile = profile;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} ${message.location().url}`.trim());
    });
  }

  static async open(browser: Browser, url: string, options: KioskOptions = {}): Promise<Kiosk> {
    const profile = SCREEN_PROFILES.find((candidate) => candidate.id === (options.profile ?? 'portrait-21'));
    if (profile === undefined) throw new Error(`There is no profile ${options.profile}.`);
    const context = await browser.newContext({
      viewport: { width: profile.widthPx, height: profile.heightPx },
      hasTouch: true,
      reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    const leaps = options.realClock !== true;
    if (leaps) await page.clock.install();
    if (options.openedAt !== undefined) await page.clock.setSystemTime(options.openedAt);
    const kiosk = new Kiosk(context, page, profile, leaps);
    await page.goto(url);
    return kiosk;
  }

  /** In a browser that has a profile of its own on disk, with the clock in the test's hands. */
  static async inPage(context: BrowserContext, url: string): Promise<Kiosk> {
    const [profile] = SCREEN_PROFILES.filter(({ id }) => id === 'portrait-21');
    if (profile === undefined) throw new Error('There is no profile portrait-21.');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.clock.install();
    const kiosk = new Kiosk(context, page, profile, true);
    await page.goto(url);
    return kiosk;
  }

  t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return words(this.lang, key, values);
  }

  /** Touches the button with these words, turning pages until it is in sight. */
  async touch(name: string | RegExp): Promise<void> {
    await this.bring(this.button(name));
  }

  /** Turns pages until the button is in sight, and touches it. */
  async bring(button: Locator): Promise<void> {
    await button.waitFor({ state: 'attached' });
    if (this.#leaps) await this.glance();
    for (let turns = 0; turns < 12 && !(await this.#isInSight(button)); turns += 1) {
      const down = this.page.getByRole('button', { name: this.t('common.pageDown') });
      if ((await down.count()) === 0) break;
      await down.first().tap();
      await this.pause(500);
    }
    await button.tap();
  }

  async touchText(key: string, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
    await this.touch(this.t(key, values));
  }

  async touchFace(score: 1 | 2 | 3 | 4 | 5): Promise<void> {
    await this.tap(this.page.getByRole('button', { name: this.t(`face.${score}`), exact: true }));
  }

  /** Touches what is in sight already, when it takes a touch. */
  async tap(button: Locator): Promise<void> {
    await button.waitFor();
    if (this.#leaps) await this.glance();
    await button.tap();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: false } : { name }).first();
  }

  /** Waits until the screen of that name is shown, and as long as a person needs to see that it is. */
  async at(screen: string, patience = 45_000): Promise<void> {
    await this.page.locator(`.frame-${screen}, main.${screen}`).first().waitFor({ state: 'visible', timeout: patience });
    await this.glance();
  }

  /** The finger that opened a screen presses nothing on it for 400 ms (E077), so neither may we. */
  async glance(): Promise<void> {
    await this.pause(GLANCE);
  }

  /** From here on time stands still unless `pause` lets it pass: a slow machine must not run out of five seconds. */
  async freeze(): Promise<void> {
    await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 1_000);
  }

  /** Time passes for the page, at once where its clock leaps. */
  async pause(ms: number): Promise<void> {
    if (this.#leaps) await this.page.clock.runFor(ms);
    else await this.page.waitForTimeout(ms);
  }

  async heading(): Promise<string> {
    return (await this.page.locator('h1').first().innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  /** Waits until words are in sight, such as an overlay's title. */
  async sees(key: string): Promise<void> {
    await this.page.getByText(this.t(key), { exact: true }).first().waitFor({ state: 'visible' });
    await this.glance();
  }

  async headingIs(key: string): Promise<void> {
    await until(async () => (await this.heading()) === this.t(key), `the heading is ${this.t(key)}`);
    await this.pause(GLANCE);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #isInSight(button: Locator): Promise<boolean> {
    return button.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element === hit || element.contains(hit));
    });
  }
}
