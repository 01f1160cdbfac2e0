import type { Locator, Page } from 'playwright-core';
import { until } from '#tests/driver/until.ts';

/** How often each thing was done. */
export type Done = { wakes: number; guides: number; searches: number; taps: number; languages: number; read: number; sheets: number };

/** Citizens one after another, quicker than any: the page's clock runs fast while they are there. */
export class FastCitizens {
  readonly done: Done = { wakes: 0, guides: 0, searches: 0, taps: 0, languages: 0, read: 0, sheets: 0 };
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async waitForLoop(): Promise<void> {
    await this.#page.locator('main.attract').waitFor();
  }

  /** Wakes the kiosk and goes at once, as a child does. */
  async wakeAndGo(): Promise<void> {
    await this.#wake();
    await this.#finish();
  }

  /** A face on the loop. */
  async tap(score: number): Promise<void> {
    await this.waitForLoop();
    const thanks = this.#page.locator('.frame-thanks');
    // The faces rest for a while after a tap (E170).
    await until(async () => {
      await this.#page.locator('.attract .face-button').nth(score - 1).tap({ timeout: 1_000 }).catch(() => undefined);
      return thanks.waitFor({ timeout: 1_000 }).then(() => true, () => false);
    }, 'the tap is thanked for', 20_000);
    this.done.taps += 1;
    await this.waitForLoop();
  }

  /** A guide to its end, its QR enlarged, printed when the kiosk has a printer, rated. */
  async walkGuide(): Promise<void> {
    await this.#wake();
    await this.#bring(this.#page.getByRole('button', { name: /Đăng ký khai sinh|Register a birth/ }).first());
    await this.#page.locator('.frame-overview').waitFor();
    await this.#page.locator('.go-on-primary').tap();
    for (let left = 40; left > 0 && (await this.#page.locator('.frame-handoff').count()) === 0; left -= 1) {
      const before = await this.#heading();
      await this.#page.locator('.frame-question .option, .frame-step .go-on-primary').first().tap();
      await until(async () => (await this.#heading()) !== before, 'the guide goes on', 10_000);
    }
    await this.#page.locator('.handoff-enlarge').tap();
    await this.#page.locator('.enlarged-foot .button').first().tap();
    const print = this.#page.locator('.print-button');
    if ((await print.count()) > 0) {
      await this.#bring(print.first());
      this.done.sheets += 1;
    }
    this.done.guides += 1;
    await this.#finish();
  }

  /** Words that are found, words that are not, and a guide from the list. */
  async search(): Promise<void> {
    await this.#wake();
    await this.#bring(this.#page.locator('.home-search'));
    await this.#page.locator('.frame-search').waitFor();
    for (const words of ['khai sinh', 'qqxzw', 'cư trú']) {
      await this.#page.keyboard.type(words);
      await this.#page.waitForTimeout(60);
      await this.#page.locator('.search-clear').tap();
    }
    this.done.searches += 1;
    await this.#finish();
  }

  /** Another language on the loop, larger text and help within the visit. */
  async otherLanguage(): Promise<void> {
    await this.waitForLoop();
    await this.#page.locator('.language-button[lang=en]').first().tap();
    await this.#wake();
    await this.#page.locator('.bar-help').tap();
    await this.#page.locator('.overlay').first().waitFor();
    await this.#page.locator('.overlay .button').last().tap();
    this.done.languages += 1;
    await this.#finish();
  }

  /** The screen is read aloud for a while, by the key that a keypad sends. */
  async listen(): Promise<void> {
    await this.waitForLoop();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter']) {
      await this.#page.keyboard.press(key);
      await this.#page.waitForTimeout(120);
    }
    this.done.read += 1;
    if ((await this.#page.locator('main.attract').count()) === 0) await this.#finish();
  }

  async #wake(): Promise<void> {
    await this.waitForLoop();
    await until(async () => {
      if ((await this.#page.locator('.frame-home').count()) > 0) return true;
      await this.#page.locator('.attract-start').tap({ timeout: 2_000 }).catch(() => undefined);
      return (await this.#page.locator('.frame-home').count()) > 0;
    }, 'the kiosk is awake', 15_000);
    this.done.wakes += 1;
  }

  /** "Kết thúc", a face where it is asked for, and the loop is back. */
  async #finish(): Promise<void> {
    await until(async () => {
      if ((await this.#page.locator('main.attract').count()) > 0) return true;
      const face = this.#page.locator('.frame-rate .face-button').nth(4);
      if ((await face.count()) > 0) {
        await face.tap({ timeout: 1_000 }).then(() => (this.done.taps += 1), () => undefined);
        await this.#page.locator('.frame-rate').waitFor({ state: 'detached', timeout: 3_000 }).catch(() => undefined);
      } else await this.#page.locator('.bar-finish').tap({ timeout: 500 }).catch(() => undefined);
      return false;
    }, 'the visit has ended', 20_000);
  }

  async #bring(button: Locator): Promise<void> {
    await button.waitFor({ state: 'attached' });
    await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await button.tap();
  }

  async #heading(): Promise<string> {
    return this.#page.evaluate(() => `${document.querySelector('.frame')?.className} ${document.querySelector('h1')?.textContent}`);
  }
}
