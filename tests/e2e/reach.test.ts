import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREEN_PROFILES, type ScreenProfileId } from '#domain/screen-profile.ts';
import type { ContentPack } from '#contract/content-pack.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { LookPage, PLAIN_LOOK, serveLook, type Look, type Scene } from '#tests/driver/look-page.ts';
import { shippedPack } from '#tests/driver/shipped-pack.ts';
import { words } from '#tests/driver/words.ts';
import { runCell, type Cell } from '#tests/a11y/matrix.ts';
import { scenesOf } from '#tests/a11y/scenes.ts';

/** Any screen at once over a host in memory; the whole matrix is `npm run a11y`. */
let site: Awaited<ReturnType<typeof serveLook>>;
let look: LookPage;
let pack: ContentPack;
let scenes: readonly Scene[];

beforeAll(async () => {
  site = await serveLook();
  pack = await shippedPack();
  scenes = scenesOf(pack);
  look = await LookPage.open(await openBrowser(), site.url);
});
afterAll(async () => {
  await look.close();
  await site.close();
  await closeBrowser();
});

const named = (name: string): Scene => {
  const found = scenes.find((scene) => scene.name === name);
  if (found === undefined) throw new Error(`There is no scene ${name}.`);
  return found;
};
const visit = (scene: Scene): boolean => !['starting', 'setup', 'staff', 'attract', 'calm'].includes(scene.screen.kind) && scene.urgent === undefined;

/** Those a citizen can have in hand, each in another composition; the rest of the matrix is `npm run a11y`. */
const SAMPLE: readonly Cell[] = [
  { profile: 'tablet-10', look: { language: 'vi', textSize: 1.5, contrast: 'dark', lowReach: false }, ruler: true, axe: false },
  { profile: 'portrait-32', look: { language: 'vi', textSize: 1, contrast: 'paper', lowReach: true }, ruler: true, axe: false },
  { profile: 'landscape-21', look: { language: 'vi', textSize: 1.25, contrast: 'light', lowReach: false }, ruler: true, axe: false },
  { profile: 'portrait-21', look: { language: 'vi', textSize: 1, contrast: 'dark', lowReach: false }, ruler: false, axe: true },
];

describe('a sample of the matrix', () => {
  it.each(SAMPLE)('$profile, $look.textSize, $look.contrast, low reach $look.lowReach: nothing too small, too near, too high, cut or missed (E001, E002, E003, E004, E020, E021, E023, E040, E042, E190, E191)', { timeout: 240_000 }, async (cell) => {
    const { violations, unsure, screens } = await runCell(look, scenes, cell);
    expect(violations).toEqual([]);
    expect(unsure).toEqual([]);
    expect(screens).toBeGreaterThan(45);
  });
});

/** What one look at a screen tells; runs in the page. */
function readScreenInPage() {
  const box = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left: Math.round(left), top: Math.round(top), width: Math.round(width), height: Math.round(height) };
  };
  const shown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.closest('[inert], .visually-hidden') === null;
  const inView = (element: Element): boolean => {
    const region = element.closest('.scroll-region')?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    const curtain = element.closest('.scroll-window')?.querySelector('.scroll-curtain')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
    return region === undefined || (top >= region.top && bottom <= Math.min(region.bottom, curtain) + 1);
  };
  const buttons = [...document.querySelectorAll<HTMLElement>('button')].filter((button) => shown(button) && inView(button));
  const missed = buttons.flatMap((button) => {
    const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
    const [x, y] = [width * 0.1, height * 0.1];
    const corners = [[left + x, top + y], [right - x, top + y], [left + x, bottom - y], [right - x, bottom - y]] as const;
    const over = corners.map(([px, py]) => document.elementFromPoint(px, py)).find((hit) => hit?.closest('button') !== button);
    return over === undefined ? [] : [`${button.className} ${button.textContent ?? ''} under ${over?.className ?? 'nothing'}`];
  });
  const xHeights = new Map<string, number>();
  const pen = new OffscreenCanvas(200, 200).getContext('2d');
  let smallest = Number.POSITIVE_INFINITY;
  let highestText = Number.POSITIVE_INFINITY;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? '').trim() === '' || !shown(element) || element.closest('svg, .header, .tile-note, .guide-source, .handoff-updated, .speech-strip') !== null) continue;
    const { fontFamily, fontSize, fontWeight, fontStyle } = getComputedStyle(element);
    if (fontStyle !== 'normal' || Number(fontWeight) < 400) xHeights.set(`slanted or thin: ${element.className}`, 0);
    if (pen !== null && !xHeights.has(fontFamily)) {
      pen.font = `100px ${fontFamily}`;
      xHeights.set(fontFamily, pen.measureText('x').actualBoundingBoxAscent / 100);
    }
    smallest = Math.min(smallest, Number.parseFloat(fontSize) * (xHeights.get(fontFamily) ?? 0));
    highestText = Math.min(highestText, element.getBoundingClientRect().top);
  }
  const first = (selector: string) => {
    const found = document.querySelector(selector);
    return found === null || !shown(found) ? null : box(found);
  };
  const primary = [...document.querySelectorAll('.button-primary')].filter(shown);
  return {
    headings: [...document.querySelectorAll('h1')].filter(shown).length,
    fieldsets: [...document.querySelectorAll('fieldset')].filter(shown).length,
    choices: document.querySelectorAll('.option').length,
    missed,
    unseenPrimary: primary.filter((button) => button.getBoundingClientRect().bottom > innerHeight + 1 || !inView(button)).map((button) => button.textContent),
    smallestX: smallest,
    highestText,
    italics: [...xHeights.keys()].filter((key) => key.startsWith('slanted')),
    help: first('.bar-help'),
    finish: first('.bar-finish'),
    language: first('.bar-language'),
    lang: document.documentElement.lang,
    labels: [...document.querySelectorAll('[aria-label], [placeholder], [alt]')].filter((element) => element.closest('[lang]') === document.documentElement).map((element) => element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? element.getAttribute('alt') ?? ''),
    fields: [...document.querySelectorAll('input, textarea')].map((field) => [field.getAttribute('autocomplete'), field.getAttribute('spellcheck'), field.getAttribute('inputmode')]),
    moving: document.getAnimations().length,
    qr: first('svg.qr-code'),
    mm: Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')),
  };
}

type Seen = ReturnType<typeof readScreenInPage>;

async function look1(scene: Scene, choice: Look = PLAIN_LOOK): Promise<Seen> {
  await look.show(scene, choice);
  return look.page.evaluate(readScreenInPage);
}

describe.each<ScreenProfileId>(['portrait-21', 'tablet-10'])('every screen of a visit on %s', (profile) => {
  it('has one heading, no more than seven choices, whole buttons, the way on in sight, help and end in one place (E011, E022, E027, E066, E076, E100, E101, E105, E110, E111, E125)', { timeout: 120_000 }, async () => {
    await look.as(profile);
    const places = new Map<string, string>();
    const wrong: string[] = [];
    for (const scene of scenes.filter(visit)) {
      const seen = await look1(scene);
      const say = (fault: string): void => void wrong.push(`${scene.name}: ${fault}`);
      if (seen.headings !== 1) say(`${seen.headings} headings (E100)`);
      if (seen.fieldsets > 1 && scene.name !== 'comfort') say(`${seen.fieldsets} fieldsets (E100)`);
      if (seen.choices > 7) say(`${seen.choices} choices (E101)`);
      if (seen.missed.length > 0) say(`cannot be hit at a corner: ${seen.missed.join(', ')} (E011)`);
      if (seen.unseenPrimary.length > 0) say(`below the edge: ${seen.unseenPrimary.join(', ')} (E105)`);
      if (seen.italics.length > 0) say(`${seen.italics.join(', ')} (E027)`);
      // 0.34 degrees at the profile's distance.
      const least = (look.profile.viewDistanceMm * Math.PI * 0.34) / 180;
      if (seen.smallestX / seen.mm < least) say(`an x of ${(seen.smallestX / seen.mm).toFixed(1)} mm (E022)`);
      if (seen.lang !== 'vi') say(`lang is ${seen.lang} (E111)`);
      for (const [autocomplete, spellcheck, mode] of seen.fields) if (autocomplete !== 'off' || spellcheck !== 'false' || mode !== 'none') say('a field lets the browser help (E079, E125)');
      if (seen.help === null) continue;
      for (const [name, place] of Object.entries({ help: seen.help, finish: seen.finish, language: seen.language })) {
        if (place === null) say(`no ${name} (E066, E076, E110)`);
        const known = places.get(name) ?? JSON.stringify(place);
        places.set(name, known);
        if (known !== JSON.stringify(place)) say(`${name} is elsewhere: ${JSON.stringify(place)} instead of ${known} (E066)`);
      }
    }
    expect(wrong).toEqual([]);
    expect([...places.keys()]).toEqual(['help', 'finish', 'language']);
  });
});

describe('words and places', () => {
  it('no English stands in a Vietnamese screen, not in a label either (E113)', { timeout: 60_000 }, async () => {
    await look.as('portrait-21');
    const leaves = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []);
    const { default: english } = await import('#renderer/i18n/en.json', { with: { type: 'json' } });
    const { default: vietnamese } = await import('#renderer/i18n/vi.json', { with: { type: 'json' } });
    const both = new Set(leaves(vietnamese));
    const onlyEnglish = new Set(leaves(english).filter((text) => !both.has(text) && !text.includes('{{')));
    const found: string[] = [];
    for (const scene of scenes) {
      const { labels } = await look1(scene);
      found.push(...labels.filter((label) => onlyEnglish.has(label)).map((label) => `${scene.name}: ${label}`));
    }
    expect(found).toEqual([]);
  });

  it('names every language in itself, without flags, on the loop and on each screen (E110, E111)', async () => {
    await look.show(named('attract'));
    const buttons = await look.page.locator('.language-button').evaluateAll((all) => all.map((button) => [button.getAttribute('lang') ?? '', (button.textContent ?? '').trim()] as const));
    expect(buttons.length).toBeGreaterThanOrEqual(2);
    for (const [tag, name] of buttons) {
      const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? '';
      expect(own.toLocaleLowerCase(tag)).toContain(name.toLocaleLowerCase(tag).replace(/[（(].*$/, '').trim());
      expect(name).not.toMatch(/\p{Regional_Indicator}/u);
    }
    await look.show(named('home'), { ...PLAIN_LOOK, language: 'en' });
    expect(await look.page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('stands below 1600 mm with all that is needed for a task, on the tallest panels too (E043)', { timeout: 60_000 }, async () => {
    const high: string[] = [];
    for (const profile of ['portrait-43', 'portrait-55'] as const) {
      await look.as(profile);
      for (const scene of scenes.filter(visit)) {
        const { highestText, mm } = await look1(scene);
        const top = look.profile.mountBottomMm + (look.profile.heightPx - highestText) / mm;
        if (top > 1600.5) high.push(`${profile} ${scene.name}: ${top.toFixed(0)} mm`);
      }
    }
    expect(high).toEqual([]);
  });
});

it('keeps every word when a reader spaces letters, words and lines (E031)', async () => {
  await look.as('portrait-21');
  const style = await look.page.addStyleTag({ content: '.scroll-content * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } .scroll-content p { margin-bottom: 2em !important }' });
  const wide: string[] = [];
  for (const name of ['khai-sinh-overview', 'khai-sinh-step-2', 'khai-sinh-step-5', 'card', 'handoff', 'procedure-card']) {
    await look.show(named(name));
    const found = await look.page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.scroll-region')].filter((box) => box.scrollWidth > box.clientWidth + 2).map((box) => box.className));
    wide.push(...found.map((box) => `${name}: ${box}`));
  }
  await style.evaluate((element) => element.parentNode?.removeChild(element));
  expect(wide).toEqual([]);
});

describe('a code for the phone', () => {
  const QR = ['handoff', 'handoff-enlarged', 'procedure-code', 'procedure-enlarged'] as const;

  it('is black on white in every theme, still, with its centre between 1000 and 1300 mm in portrait (E135, E137, E142)', async () => {
    for (const profile of ['portrait-21', 'portrait-32', 'portrait-55'] as const) {
      await look.as(profile);
      for (const name of QR) {
        const { qr, mm, moving } = await look1(named(name), { ...PLAIN_LOOK, contrast: 'dark' });
        const centre = look.profile.mountBottomMm + (look.profile.heightPx - ((qr?.top ?? 0) + (qr?.height ?? 0) / 2)) / mm;
        expect(centre, `${profile} ${name}`).toBeGreaterThanOrEqual(1000);
        expect(centre, `${profile} ${name}`).toBeLessThanOrEqual(1300);
        expect(moving).toBe(0);
        const drawn = await look.page.locator('svg.qr-code').evaluate((code) => [...code.children].map((part) => [part.tagName, part.getAttribute('fill')]));
        expect(drawn).toEqual([['rect', '#ffffff'], ['path', '#000000']]);
        const ground = await look.page.locator('svg.qr-code').evaluate((code) => getComputedStyle(code.closest('.paper-theme, .enlarged') ?? code).getPropertyValue('--paper').trim());
        expect(ground).not.toBe('#12111c');
      }
    }
  });

  it('says what happens, by which routes, where it leads, and shows six signs that nobody confuses (E104, E138, E139, E143)', async () => {
    await look.as('portrait-21');
    await look.show(named('handoff'));
    const said = (await look.page.locator('.frame-handoff').innerText()).replaceAll(/\s+/g, ' ');
    for (const key of ['handoff.how1', 'handoff.how2']) expect(said).toContain(words('vi', key));
    expect(said).toMatch(/Zalo/);
    expect(said).toContain('motcham.vn');
    const code = (await look.page.locator('.code-signs').innerText()).replaceAll(/\s/g, '');
    expect(code).toMatch(/^[A-Z2-9]{6}$/);
    expect(code).not.toMatch(/[01OIL]/);
    expect(await look.page.locator('svg.qr-code').getAttribute('aria-label')).toContain('motcham.vn');
    expect(await look.page.locator('.print-button, .bar-help').count()).toBe(2);
  });
});

describe('the loop', () => {
  it('starts by a touch anywhere on the picture, by a band in two languages within reach, without sound (E085, E086, E087, E089, E091)', async () => {
    await look.as('portrait-21');
    await look.show(named('attract'));
    const { top } = (await look.page.locator('.attract-start').boundingBox().then((box) => ({ top: box?.y ?? 0 })));
    expect(850 + (1920 - top) * 0.248).toBeLessThanOrEqual(1100);
    expect(await look.page.locator('.attract-start').innerText()).toContain(words('en', 'attract.start'));
    expect(await look.page.locator('video').evaluateAll((all) => all.every((film) => film instanceof HTMLVideoElement && film.muted))).toBe(true);
    const film = look.page.locator('.attract-film > button');
    expect(await film.count()).toBe(2);
    const before = Date.now();
    await look.page.touchscreen.tap(540, 300);
    await look.page.locator('.frame-home').waitFor();
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  it('puts words over a film only on an opaque plate (E026)', async () => {
    await look.show(named('attract'));
    const bare = await look.page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('.attract-picture') ?? document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if ((node.textContent ?? '').trim() === '' || node.parentElement?.closest('svg, .visually-hidden') !== null) continue;
        let opaque = false;
        for (let at: Element | null = node.parentElement; at !== null && !at.matches('.attract-picture'); at = at.parentElement) opaque ||= getComputedStyle(at).backgroundColor.startsWith('rgb(');
        if (!opaque) found.push(node.textContent ?? '');
      }
      return found;
    });
    expect(bare).toEqual([]);
  });
});

describe('a page that is walked by keys', () => {
  it('shows where the focus is, on the heading first, and lets it go round (E064)', async () => {
    await look.as('portrait-21');
    for (const name of ['home', 'khai-sinh-step-1', 'handoff']) {
      await look.show(named(name));
      expect(await look.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      const walked: { readonly name: string; readonly width: number; readonly hidden: boolean }[] = [];
      for (let steps = 0; steps < 40; steps += 1) {
        await look.page.keyboard.press('Tab');
        const at = await look.page.evaluate(() => {
          const element = document.activeElement;
          if (!(element instanceof HTMLElement) || element === document.body) return null;
          const style = getComputedStyle(element);
          const { left, top, width, height } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return { name: `${element.className} ${element.textContent ?? ''}`, width: Number.parseFloat(style.outlineWidth), hidden: !(element.contains(hit) || (hit?.contains(element) ?? false)) };
        });
        if (at === null || walked[0]?.name === at.name) break;
        walked.push(at);
      }
      expect({ name, enough: walked.length > 4, faint: walked.filter(({ width, hidden }) => width < 3 || hidden) }).toEqual({ name, enough: true, faint: [] });
    }
  });
});

describe('what asks for a person\'s opinion or secret', () => {
  it('asks one neutral question about this visit, negative on the left, nothing chosen (E150, E152, E153)', async () => {
    await look.show(named('rate'));
    expect((await look.page.locator('h1').innerText()).replaceAll(/\s+/g, ' ')).toBe(words('vi', 'attract.rateQuestion'));
    const faces = await look.page.locator('.face-button').evaluateAll((all) => all.map((face) => ({ name: face.getAttribute('aria-label'), left: face.getBoundingClientRect().left, pressed: face.getAttribute('aria-pressed') ?? face.matches('.is-pressed') })));
    expect(faces.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((score) => words('vi', `face.${score}`)));
    expect(faces.map(({ left }) => left)).toEqual(faces.map(({ left }) => left).toSorted((a, b) => a - b));
    expect(faces.every(({ pressed }) => pressed === false)).toBe(true);
  });

  it('never shows a PIN, nor offers to remember one (E078, E079)', async () => {
    await look.show({ name: 'pin', screen: { kind: 'staff', view: { kind: 'pin', typed: '97431', busy: false, refusal: null } } });
    expect(await look.page.locator('.frame').first().innerText()).not.toMatch(/9\s*7\s*4\s*3\s*1/);
    expect(await look.page.locator('input[type=password], form').count()).toBe(0);
  });

  it('says by shape and state what it says by colour (E032, E065)', async () => {
    await look.show(named('comfort'));
    const chosen = await look.page.locator('.is-chosen').evaluateAll((all) => all.map((button) => [button.getAttribute('aria-pressed'), button.querySelector('.button-tick') !== null]));
    expect(chosen.length).toBeGreaterThan(2);
    expect(chosen.every(([pressed, tick]) => pressed === 'true' && tick === true)).toBe(true);
  });
});

it('there is a profile for every panel of the list', () => {
  expect(SCREEN_PROFILES.length).toBe(9);
});
