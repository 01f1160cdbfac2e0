import type { Page } from 'playwright-core';
import { until } from '#tests/driver/until.ts';

/** What is looked for: the `nth` (from 0, the last with -1) element of a selector, with these words in it. */
export type Aim = { readonly selector: string; readonly nth?: number; readonly words?: string };

/**
 * Touches a page without leaving anything in it. Playwright's own taps hold elements in the page while they wait, and
 * one that gives up holds them for good, with the whole screen around them: a soak would then measure its tool.
 */
export class Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async sees(selector: string): Promise<boolean> {
    return this.#page.evaluate((one) => document.querySelector(one) !== null, selector);
  }

  async waitFor(selector: string, patience = 30_000): Promise<void> {
    await until(() => this.sees(selector), `the page shows ${selector}`, patience);
  }

  /** False when it is not there, is disabled or lies under something else: nothing was touched then. */
  async touch(aim: Aim): Promise<boolean> {
    const place = await this.#page.evaluate(findPlace, aim);
    if (place === null) return false;
    await this.#page.touchscreen.tap(place.x, place.y);
    return true;
  }

  async touchAtLast(aim: Aim): Promise<void> {
    await until(() => this.touch(aim), `${aim.selector} can be touched`, 30_000);
  }
}

function findPlace({ selector, nth = 0, words }: Aim): { readonly x: number; readonly y: number } | null {
  const pattern = words === undefined ? null : new RegExp(words);
  const element = [...document.querySelectorAll(selector)].filter((one) => pattern === null || pattern.test(one.textContent.replace(/\s+/g, ' '))).at(nth);
  if (element === undefined || element.matches(':disabled')) return null;
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(x, y);
  return hit !== null && element.contains(hit) ? { x, y } : null;
}
