import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';

type Kind = 'one-stop' | 'post-office';
let stacks: Readonly<Record<Kind, Stack>>;

beforeAll(async () => {
  const [oneStop, postOffice] = await Promise.all((['one-stop', 'post-office'] as const).map((kind) => Stack.start({ isPublic: true, kind })));
  if (oneStop === undefined || postOffice === undefined) throw new Error('a stack is missing');
  stacks = { 'one-stop': oneStop, 'post-office': postOffice };
});
afterAll(async () => {
  for (const stack of Object.values(stacks)) await stack.close();
  await closeBrowser();
});

async function openHome(kind: Kind): Promise<Kiosk> {
  const kiosk = await Kiosk.open(await openBrowser(), stacks[kind].kioskUrl, { profile: 'portrait-21' });
  await kiosk.at('attract');
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
  return kiosk;
}

/** The first two services on the home screen: one of them may be what the loop was just showing. */
const firstTwo = (kiosk: Kiosk): Promise<readonly string[]> =>
  kiosk.page.locator('.home-service-row button').evaluateAll((buttons) => buttons.slice(0, 2).map((button) => (button.textContent ?? '').replaceAll(/\s+/gu, ' ').trim()));

async function openBirth(kiosk: Kiosk): Promise<readonly string[]> {
  await kiosk.touch('Đăng ký khai sinh');
  await kiosk.at('overview');
  return kiosk.page.locator('.plain-fact-text').evaluateAll((texts) => texts.map((text) => text.textContent ?? ''));
}

describe('a kiosk in a post office', () => {
  it('shows first what the post office takes, and says that it only takes and carries it', { timeout: 180_000 }, async () => {
    const kiosk = await openHome('post-office');
    expect(await firstTwo(kiosk)).toContain('Đăng ký khai sinh');
    const facts = await openBirth(kiosk);
    expect(facts).toContain('Qua bưu điện · Trực tuyến · Tại quầy');
    expect(await kiosk.page.locator('.post-note').innerText()).toBe(kiosk.t('guide.postTakes'));
    await kiosk.touchText('guide.handoff');
    await kiosk.at('handoff');
    expect(await kiosk.page.locator('.post-note').innerText()).toBe(kiosk.t('guide.postTakes'));
    expect(kiosk.complaints).toEqual([]);
    await kiosk.close();
  });

  it('promises nothing where no source lists the way by post', { timeout: 180_000 }, async () => {
    const kiosk = await openHome('post-office');
    await kiosk.touchText('home.noVneid');
    await kiosk.at('overview');
    expect(await kiosk.page.locator('.post-note').innerText()).toBe(kiosk.t('guide.postUnknown'));
    await kiosk.close();
  });
});

describe('a kiosk at a one-stop desk', () => {
  it('shows the package first, keeps the order of the pack, and does not speak of the post office', { timeout: 180_000 }, async () => {
    const kiosk = await openHome('one-stop');
    expect((await firstTwo(kiosk)).some((service) => service.startsWith('Trọn gói'))).toBe(true);
    expect(await openBirth(kiosk)).toContain('Trực tuyến · Tại quầy · Qua bưu điện');
    expect(await kiosk.page.locator('.post-note').count()).toBe(0);
    await kiosk.close();
  });
});
