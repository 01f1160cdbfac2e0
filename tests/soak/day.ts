import type { Page } from 'playwright-core';
import { until } from '#tests/driver/until.ts';
import { Hand } from './hand.ts';

/** How often each thing was done. */
export type Done = { wakes: number; guides: number; searches: number; taps: number; languages: number; read: number; sheets: number };

/** Citizens one after another, quicker than any: the page's clock runs fast while they are there. */
export class FastCitizens {
  readonly done: Done = { wakes: 0, guides: 0, searches: 0, taps: 0, languages: 0, read: 0, sheets: 0 };
  readonly #page: Page;
  readonly #hand: Hand;

  constructor(page: Page) {
    this.#page = page;
    this.#hand = new Hand(page);
  }

  async waitForLoop(): Promise<void> {
    await this.#hand.waitFor('main.attract');
  }

  /** Wakes the kiosk and goes at once, as a child does. */
  async wakeAndGo(): Promise<void> {
    await this.#wake();
    await this.#finish();
  }

  /** A face on the loop. */
  async tap(score: number): Promise<void> {
    await this.waitForLoop();
    // The faces rest for a while after a tap (E170).
    await until(async () => {
      await this.#hand.touch({ selector: '.attract .face-button', nth: score - 1 });
      return this.#comes('.frame-thanks', 1_000);
    }, 'the tap is thanked for', 20_000);
    this.done.taps += 1;
    await this.waitForLoop();
  }

  /** A guide to its end, its QR enlarged, printed when the kiosk has a printer, rated. */
  async walkGuide(): Promise<void> {
    await this.#wake();
    await this.#hand.touchAtLast({ selector: '.stage-screen button', words: 'Đăng ký khai sinh|Register a birth' });
    await this.#hand.waitFor('.frame-overview');
    await this.#hand.touchAtLast({ selector: '.go-on-primary' });
    for (let left = 40; left > 0 && !(await this.#hand.sees('.frame-handoff')); left -= 1) {
      const before = await this.#heading();
      await this.#hand.touchAtLast({ selector: '.frame-question .option, .frame-step .go-on-primary' });
      await until(async () => (await this.#heading()) !== before, 'the guide goes on', 10_000);
    }
    await this.#hand.touchAtLast({ selector: '.handoff-enlarge' });
    await this.#hand.touchAtLast({ selector: '.enlarged-foot .button' });
    if (await this.#hand.sees('.print-button')) {
      await this.#hand.touchAtLast({ selector: '.print-button' });
      this.done.sheets += 1;
    }
    this.done.guides += 1;
    await this.#finish();
  }

  /** Words that are found, words that are not, and a guide from the list. */
  async search(): Promise<void> {
    await this.#wake();
    await this.#hand.touchAtLast({ selector: '.home-search' });
    await this.#hand.waitFor('.frame-search');
    for (const words of ['khai sinh', 'qqxzw', 'cư trú']) {
      await this.#page.keyboard.type(words);
      await this.#page.waitForTimeout(60);
      await this.#hand.touchAtLast({ selector: '.search-clear' });
    }
    this.done.searches += 1;
    await this.#finish();
  }

  /** Another language on the loop, larger text and help within the visit. */
  async otherLanguage(): Promise<void> {
    await this.waitForLoop();
    await this.#hand.touchAtLast({ selector: '.language-button[lang=en]' });
    await this.#wake();
    await this.#hand.touchAtLast({ selector: '.bar-help' });
    await this.#hand.touchAtLast({ selector: '.overlay .button', nth: -1 });
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
    if (!(await this.#hand.sees('main.attract'))) await this.#finish();
  }

  async #wake(): Promise<void> {
    await this.waitForLoop();
    await until(async () => {
      if (await this.#hand.sees('.frame-home')) return true;
      await this.#hand.touch({ selector: '.attract-start' });
      return this.#comes('.frame-home', 500);
    }, 'the kiosk is awake', 15_000);
    this.done.wakes += 1;
  }

  /** "Kết thúc", a face where it is asked for, and the loop is back. */
  async #finish(): Promise<void> {
    await until(async () => {
      if (await this.#hand.sees('main.attract')) return true;
      if (await this.#hand.touch({ selector: '.frame-rate .face-button', nth: 4 })) {
        if (await this.#goes('.frame-rate', 3_000)) this.done.taps += 1;
      } else if (await this.#hand.touch({ selector: '.bar-finish' })) await this.#comes('main.attract, .frame-rate', 300);
      return false;
    }, 'the visit has ended', 20_000);
  }

  async #comes(selector: string, patience: number): Promise<boolean> {
    return until(() => this.#hand.sees(selector), selector, patience).then(() => true, () => false);
  }

  async #goes(selector: string, patience: number): Promise<boolean> {
    return until(async () => !(await this.#hand.sees(selector)), selector, patience).then(() => true, () => false);
  }

  async #heading(): Promise<string> {
    return this.#page.evaluate(() => `${document.querySelector('.frame')?.className} ${document.querySelector('h1')?.textContent}`);
  }
}
