import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenProfileId } from '#domain/screen-profile.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { checkGeometry, readGeometry } from '#tests/driver/geometry.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';
import type { Lang } from '#tests/driver/words.ts';

const PROFILES = ['portrait-21', 'portrait-55', 'landscape-21', 'tablet-10'] as const satisfies readonly ScreenProfileId[];

let stack: Stack;
let unpaired: Stack;

beforeAll(async () => {
  [stack, unpaired] = await Promise.all([Stack.start(), Stack.start({ paired: false })]);
});
afterAll(async () => {
  await Promise.all([stack.close(), unpaired.close()]);
  await closeBrowser();
});

async function openSearch(profile: ScreenProfileId, lang: Lang = 'vi', large = false): Promise<Kiosk> {
  const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl, { profile, reducedMotion: true });
  kiosk.lang = lang;
  await kiosk.at('attract');
  if (lang !== 'vi') await kiosk.page.locator(`.language-button[lang=${lang}]`).tap();
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
  if (large) {
    await kiosk.page.locator('.bar-text-size').tap();
    await kiosk.sees('comfort.title');
    await kiosk.page.locator('.overlay-comfort .button').filter({ hasText: kiosk.t('comfort.size150') }).first().tap();
    await kiosk.touchText('comfort.done');
    await kiosk.at('home');
  }
  await kiosk.bring(kiosk.page.locator('.home-search'));
  await kiosk.at('search');
  return kiosk;
}

/** Touches keys by their spoken names, as fast as two equal ones may follow each other. */
async function touchKeys(kiosk: Kiosk, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await kiosk.page.locator('.keyboard').getByRole('button', { name, exact: true }).tap();
    await kiosk.pause(170);
  }
}

function query(kiosk: Kiosk): Promise<string> {
  return kiosk.page.locator('.search-field input').inputValue();
}

/** What is wrong with the keys and the field above them. */
async function faultsOf(kiosk: Kiosk): Promise<readonly string[]> {
  const geometry = await kiosk.page.evaluate(readGeometry);
  const sizes = checkGeometry(geometry, { mountBottomMm: kiosk.profile.mountBottomMm, highestControlMm: null }).filter((fault) => /\.key|\.pin-key|input/.test(fault));
  const keys = await kiosk.page.evaluate(() => {
    const field = document.querySelector('.search-field, .setup-field[data-active=true] input')?.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('.keyboard button')].flatMap((key) => {
      const box = key.getBoundingClientRect();
      const name = key.getAttribute('aria-label') ?? key.textContent ?? '';
      const wrong: string[] = [];
      if (key.tagName !== 'BUTTON' || name.trim() === '') wrong.push(`${key.className} has no name (E123)`);
      const corners = [[box.left + 6, box.top + 6], [box.right - 6, box.top + 6], [box.left + 6, box.bottom - 6], [box.right - 6, box.bottom - 6]] as const;
      if (corners.some(([x, y]) => document.elementFromPoint(x, y)?.closest('button') !== key)) wrong.push(`${name} cannot be hit at a corner (E011)`);
      if (field !== undefined && box.left < field.right && box.right > field.left && box.top < field.bottom && box.bottom > field.top) wrong.push(`${name} lies over the field (E126)`);
      return wrong;
    });
  });
  return [...sizes, ...keys];
}

describe.each(PROFILES)('the keyboard on %s', (profile) => {
  it('has keys of 15 mm with names, hit at their corners, and never over the field (E002, E004, E011, E123, E126)', async () => {
    const kiosk = await openSearch(profile);
    expect(await faultsOf(kiosk)).toEqual([]);
    expect(await kiosk.page.locator('.search-field input').getAttribute('inputmode')).toBe('none');
    await kiosk.close();
  });

  it('has them with the largest text too (E023, E126)', async () => {
    const kiosk = await openSearch(profile, 'vi', true);
    expect(await kiosk.page.evaluate(() => document.documentElement.dataset['text'])).toBe('150');
    expect(await faultsOf(kiosk)).toEqual([]);
    await kiosk.close();
  });

  it('has a number pad of 20 mm with clear and delete (E124)', async () => {
    const kiosk = await openSearch(profile);
    await touchKeys(kiosk, kiosk.t('keyboard.digitsName'));
    expect(await faultsOf(kiosk)).toEqual([]);
    const least = await kiosk.page.locator('.pin-key').evaluateAll((keys) => Math.min(...keys.map((key) => Math.min(key.getBoundingClientRect().width, key.getBoundingClientRect().height))));
    expect(least * kiosk.profile.pitchMm).toBeGreaterThanOrEqual(20);
    await touchKeys(kiosk, '1', kiosk.t('keyboard.dot'), '0', '0', '4', '5', kiosk.t('keyboard.delete'));
    expect(await query(kiosk)).toBe('1.004');
    await touchKeys(kiosk, kiosk.t('keyboard.clear'));
    expect(await query(kiosk)).toBe('');
    await kiosk.close();
  });
});

describe('typing with a finger', () => {
  it('writes by Telex, by keys for marks and tones, and mixes them (E121, E122)', async () => {
    const kiosk = await openSearch('portrait-21');
    await touchKeys(kiosk, 'd', 'd', 'a', 'w', 'n', 'g', kiosk.t('keyboard.space'), 'k', 'y', 's');
    expect(await query(kiosk)).toBe('đăng ký');
    await touchKeys(kiosk, kiosk.t('keyboard.space'), 'k', 'ê', 't', 'dấu sắc');
    expect(await query(kiosk)).toBe('đăng ký kết');
    await touchKeys(kiosk, 'thanh ngang, bỏ dấu');
    expect(await query(kiosk)).toBe('đăng ký kêt');
    await kiosk.close();
  });

  it('finds Telex switched off in English, and on when asked (E121)', async () => {
    const kiosk = await openSearch('landscape-21', 'en');
    const telex = kiosk.page.locator('.key-telex');
    expect(await telex.getAttribute('aria-pressed')).toBe('false');
    await touchKeys(kiosk, 'f', 'e', 'e', 's');
    expect(await query(kiosk)).toBe('fees');
    await telex.tap();
    expect(await telex.getAttribute('aria-pressed')).toBe('true');
    await touchKeys(kiosk, kiosk.t('keyboard.space'), 'l', 'e', 'e');
    expect(await query(kiosk)).toBe('fees lê');
    await kiosk.close();
  });

  it('takes a real keyboard by the same rules, and leaves changes inside the text to the browser (E123)', async () => {
    const kiosk = await openSearch('tablet-10');
    await kiosk.page.keyboard.type('Thuowngf truss');
    expect(await query(kiosk)).toBe('Thường trus');
    await kiosk.page.keyboard.press('Backspace');
    const field = kiosk.page.locator('.search-field input');
    await field.focus();
    await kiosk.page.keyboard.press('Home');
    await kiosk.page.keyboard.type('dd');
    expect(await query(kiosk)).toBe('ddThường tru');
    await kiosk.close();
  });

  it.each(PROFILES)('gives a pairing code its own keys on %s, without signs that people confuse', async (profile) => {
    const kiosk = await Kiosk.open(await openBrowser(), unpaired.kioskUrl, { profile, reducedMotion: true });
    await kiosk.at('setup');
    await kiosk.touchText('setup.next');
    await kiosk.headingIs('setup.profileTitle');
    await kiosk.touchText('setup.next');
    await kiosk.headingIs('setup.centreTitle');
    expect(await faultsOf(kiosk)).toEqual([]);
    const code = kiosk.page.locator('.setup-field input').nth(1);
    await code.tap();
    await touchKeys(kiosk, 'K', '7', 'P', '4', '2', 'M', 'X', 'Q');
    expect(await code.inputValue()).toBe('K7P4-2MXQ');
    for (const sign of '01OIL') expect(await kiosk.page.locator('.keyboard').getByRole('button', { name: sign, exact: true }).count()).toBe(0);
    expect(await faultsOf(kiosk)).toEqual([]);
    await kiosk.close();
  });
});
