import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

type Shipped = { readonly tag: string; readonly endonym: string; readonly words: Readonly<Record<string, string>>; readonly texts: Readonly<Record<string, string>> };
const CHINESE = JSON.parse(readFileSync(inProject('assets/pack/languages/zh.json'), 'utf8')) as Shipped;
const text = (vi: string): string => CHINESE.texts[vi] ?? `no translation of “${vi}”`;

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ isPublic: true });
});
afterAll(async () => {
  await stack.close();
  await closeBrowser();
});

/** What is read on the screen, without the marks that only keep words on one line. */
async function seen(kiosk: Kiosk): Promise<string> {
  return (await kiosk.page.locator('main').first().innerText()).replaceAll('\u2060', '');
}

/**
 * Words of the screen in Vietnamese letters, apart from what stays Vietnamese on purpose: the place's name, the product, the
 * language's own name, official names, sources and laws, and whatever the page itself marks as Vietnamese.
 */
async function vietnameseLeft(kiosk: Kiosk): Promise<readonly string[]> {
  return kiosk.page.evaluate(() => {
    const left: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent ?? '';
      if (parent === null || parent.closest('[lang=vi], header, video, svg, .loop, .guide-source') !== null || parent.offsetParent === null) continue;
      // Terms and button words stand in brackets or quotation marks; “Một Chạm” is a name; laws are quoted as they are called.
      const rest = words.replaceAll(/（[^）]*）|“[^”]*”|Một Chạm|(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định) [^;]*/g, '');
      if (/[ăâđêôơưà-ỹ]/iu.test(rest)) left.push(words);
    }
    return left;
  });
}

async function expectChinese(kiosk: Kiosk): Promise<void> {
  expect(await kiosk.page.locator('html').getAttribute('lang')).toBe('zh');
  expect(await vietnameseLeft(kiosk)).toEqual([]);
}

describe('a citizen who reads Chinese', () => {
  it('chooses it by its own name, walks a guide to the code and rates, without a Vietnamese sentence on the way (E110–E113)', async () => {
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('attract');
    await kiosk.page.locator('.language-button', { hasText: CHINESE.endonym }).tap();
    await until(async () => (await kiosk.page.locator('html').getAttribute('lang')) === 'zh', 'the page says that it is Chinese');
    await until(async () => (await seen(kiosk)).includes(CHINESE.words['attract.rateQuestion'] ?? ''), 'the waiting screen asks in Chinese');

    await kiosk.page.locator('.attract-start').tap();
    await kiosk.at('home');
    await expectChinese(kiosk);
    await kiosk.page.locator('button', { hasText: joined(text('Đăng ký khai sinh')) }).first().tap();
    await kiosk.at('overview');
    await expectChinese(kiosk);
    expect(await seen(kiosk)).toContain(text('UBND phường, xã'));
    await kiosk.page.locator('.go-on-primary').tap();
    for (const option of ['Cha hoặc mẹ', 'Có, bản giấy', 'Trong 60 ngày']) {
      await kiosk.at('question');
      await expectChinese(kiosk);
      await kiosk.bring(kiosk.page.locator('button', { hasText: joined(text(option)) }).first());
    }
    await kiosk.at('step');
    await expectChinese(kiosk);
    await kiosk.page.locator('.step-handoff').tap();
    await kiosk.at('handoff');
    await expectChinese(kiosk);
    expect(await kiosk.page.evaluate(() => [...document.fonts].filter(({ family, status }) => family.includes('Further Letters') && status === 'loaded').map(({ weight }) => weight).sort())).toEqual(['500', '800']);

    await kiosk.page.locator('.bar-finish').tap();
    await kiosk.at('rate');
    await expectChinese(kiosk);
    await kiosk.page.getByRole('button', { name: CHINESE.words['face.5'] ?? '', exact: true }).tap();
    await kiosk.at('thanks');
    await expectChinese(kiosk);
    expect(stack.ledger().filter(({ entry }) => entry['kind'] === 'tap').map(({ entry }) => [entry['score'], entry['lang']])).toEqual([[5, 'zh']]);

    await kiosk.page.locator('.bar-finish').tap();
    await kiosk.at('attract');
    await until(async () => (await kiosk.page.locator('html').getAttribute('lang')) === 'vi', 'the next citizen finds Vietnamese');
    expect(kiosk.complaints).toEqual([]);
    await kiosk.close();
  });
});

/** Words as a button holds them: marks that forbid a line break may stand between any two signs. */
function joined(words: string): RegExp {
  return new RegExp([...words].map((sign) => sign.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('\u2060?'));
}
