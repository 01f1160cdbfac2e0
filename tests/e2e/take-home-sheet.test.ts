import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Printer } from '#contract/kiosk-channels.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { hostCaller } from '#tests/driver/call-host.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { photograph, readWithZbar, readWithZxing, STRAIGHT } from '#tests/driver/read-qr.ts';
import { Stack } from '#tests/driver/stack.ts';
import type { Lang } from '#tests/driver/words.ts';

const PX_PER_MM = 96 / 25.4;
const POINTS_PER_MM = 72 / 25.4;
/** What a sheet's words have of the paper's width, mm: the paper less its margins. */
const WORDS_MM = { a4: 180, receipt: 72 } as const;

let stack: Stack;
let choosePrinter: (printer: Printer) => Promise<void>;

beforeAll(async () => {
  stack = await Stack.start({ isPublic: true });
  const call = await hostCaller(stack.kioskUrl);
  const opened = await call('staffSetPin', { pin: '481629' });
  const key = typeof opened === 'object' && opened !== null && 'key' in opened ? opened.key : '';
  choosePrinter = async (printer) => {
    await call('saveSettings', { settings: { language: 'vi', profile: null, tapRestSeconds: 5, printer }, finish: true, key });
  };
});
afterAll(async () => {
  await stack.close();
  await closeBrowser();
});

/** At the hand-off of the birth guide, first answers given; the browser's dialogue stays away. */
async function openHandoff(lang: Lang): Promise<Kiosk> {
  const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl, { reducedMotion: true });
  kiosk.lang = lang;
  await kiosk.page.evaluate(() => Object.assign(window, { print: () => undefined }));
  await kiosk.at('attract');
  if (lang !== 'vi') await kiosk.page.locator(`.language-button[lang=${lang}]`).tap();
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
  await kiosk.touch({ vi: 'Đăng ký khai sinh', en: 'Register a birth' }[lang]);
  await kiosk.at('overview');
  await kiosk.page.locator('.go-on-primary').tap();
  for (let left = 8; left > 0; left -= 1) {
    await kiosk.page.locator('.frame-question, .frame-step').first().waitFor();
    await kiosk.pause(500);
    if ((await kiosk.page.locator('.frame-step').count()) > 0) break;
    await kiosk.page.locator('.option').first().tap();
    await kiosk.pause(600);
  }
  await kiosk.at('step');
  await kiosk.bring(kiosk.page.locator('.step-handoff'));
  await kiosk.at('handoff');
  return kiosk;
}

async function addressOnScreen(kiosk: Kiosk): Promise<string> {
  const label = (await kiosk.page.locator('.qr-code').getAttribute('aria-label')) ?? '';
  return /https?:\S+/.exec(label)?.[0] ?? '';
}

const CASES = (['a4', 'receipt'] as const).flatMap((paper) => (['vi', 'en'] as const).map((lang) => [paper, lang] as const));

describe('the sheet to take home (E104)', () => {
  it('is not offered while no printer is set', async () => {
    await choosePrinter('none');
    const kiosk = await openHandoff('vi');
    expect(await kiosk.page.locator('.print-button, .sheet').count()).toBe(0);
    await kiosk.close();
  });

  it.each(CASES)('on %s in %s has all of the guide, a code that two engines read, and nothing cut (E134, E136)', async (paper, lang) => {
    await choosePrinter(paper);
    const kiosk = await openHandoff(lang);
    const { page } = kiosk;
    const address = await addressOnScreen(kiosk);
    expect(address).toContain('#');
    expect(await page.locator('.sheet').isVisible()).toBe(false);
    await page.locator('.print-button').tap();
    await page.locator('.print-note[data-stage=sent]').waitFor();
    expect(await page.locator('.qr-code').isVisible()).toBe(true);

    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf);
    expect(Number(box?.[1]) / POINTS_PER_MM).toBeCloseTo(paper === 'a4' ? 210 : 80, 0);
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(paper === 'a4' ? 2 : 1);

    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: Math.round(WORDS_MM[paper] * PX_PER_MM), height: 1400 });
    expect(await page.locator('#root').isVisible()).toBe(false);
    const { cut, smallest, symbolMm, words } = await page.evaluate((pxPerMm) => {
      const sheet = document.querySelector<HTMLElement>('.sheet');
      if (sheet === null) throw new Error('there is no sheet');
      const edge = sheet.getBoundingClientRect();
      const all = [...sheet.querySelectorAll<HTMLElement>('*')];
      const qr = sheet.querySelector('.sheet-qr');
      const units = Number(qr?.getAttribute('viewBox')?.split(' ')[2]);
      const side = qr?.getBoundingClientRect().width ?? 0;
      return {
        cut: all.filter((one) => one.getBoundingClientRect().right > edge.right + 0.5 || one.getBoundingClientRect().left < edge.left - 0.5).map((one) => one.outerHTML.slice(0, 80)),
        smallest: Math.min(...all.filter((one) => one.childElementCount === 0 && (one.textContent ?? '') !== '').map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
        symbolMm: ((side / units) * (units - 8)) / pxPerMm,
        words: sheet.innerText.replaceAll(/\s+/g, ' '),
      };
    }, PX_PER_MM);
    expect(cut).toEqual([]);
    // Nine points at the least, in CSS px.
    expect(smallest).toBeGreaterThanOrEqual(11.9);
    expect(symbolMm).toBeGreaterThanOrEqual(20);
    const wanted = [kiosk.t('guide.papers'), kiosk.t('guide.fee'), kiosk.t('guide.time'), kiosk.t('guide.track'), kiosk.t('print.stuck'), kiosk.t('handoff.safety'), kiosk.t('print.private'), '1.001193', '1800 1096', 'Điểm phục vụ thử nghiệm'];
    for (const part of wanted) expect(words).toContain(part);
    expect(words).toMatch(/[2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3}/);
    expect(words).not.toContain('#');

    const pixels = await photograph(await openBrowser(), await page.locator('.sheet-code').screenshot(), { ...STRAIGHT, scale: 2 });
    expect(await readWithZxing(pixels)).toBe(address);
    expect(await readWithZbar(pixels)).toBe(address);
    await kiosk.close();
  });
});
