import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CDPSession } from 'playwright-core';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { LookPage, serveLook } from '#tests/driver/look-page.ts';

type Site = Awaited<ReturnType<typeof serveLook>>;
let site: Site;
let look: LookPage;
let keys: CDPSession;

beforeAll(async () => {
  site = await serveLook();
  look = await LookPage.open(await openBrowser(), site.url);
  keys = await look.page.context().newCDPSession(look.page);
});
afterAll(async () => {
  await look.close();
  await closeBrowser();
  await site.close();
});

/** Presses letters as a writing method of the system does: each key says only that something is composed. */
async function compose(word: string): Promise<void> {
  for (let end = 1; end <= word.length; end += 1) {
    const text = word.slice(0, end);
    await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await keys.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  }
  await keys.send('Input.insertText', { text: word });
}

describe('a real keyboard with a writing method of its own (E123)', () => {
  it.each(['search', 'ask'] as const)('loses no composed letter on the %s screen, though the heading has the focus', async (kind) => {
    await look.show({ name: kind, screen: { kind, query: '' }, trail: [{ kind: 'home', offer: null }] });
    expect(await look.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await compose('khai ');
    await compose('tử');
    expect(await look.page.locator('.search-field input').inputValue()).toBe('khai tử');
    await look.page.keyboard.press('Backspace');
    expect(await look.page.locator('.search-field input').inputValue()).toBe('khai t');
  });
});
