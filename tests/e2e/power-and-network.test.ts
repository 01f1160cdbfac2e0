import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

let stack: Stack;

beforeEach(async () => {
  stack = await Stack.start();
});
afterEach(() => stack.close());
afterAll(closeBrowser);

type Device = { readonly received: number };
const received = async (): Promise<number> => ((await stack.manage('device', 'list')) as readonly Device[]).reduce((sum, device) => sum + device.received, 0);
const taps = (): readonly unknown[] => stack.ledger().filter(({ entry }) => entry['kind'] === 'tap').map(({ entry }) => entry['score']);

async function rate(kiosk: Kiosk, score: 1 | 2 | 3 | 4 | 5): Promise<void> {
  await kiosk.at('attract');
  await kiosk.touchFace(score);
  await kiosk.at('thanks');
}

describe('a kiosk without its network', () => {
  it('does a whole visit, and when the network is back the centre has everything, once (E106, E182)', async () => {
    await stack.stopCentre();
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('attract');
    await kiosk.page.locator('.attract-start').tap();
    await kiosk.at('home');
    await kiosk.touch('Đăng ký khai sinh');
    await kiosk.at('overview');
    await kiosk.touch(kiosk.t('guide.handoff'));
    await kiosk.at('handoff');
    await kiosk.page.locator('.bar-finish').tap();
    await kiosk.at('rate');
    await kiosk.touchFace(4);
    await kiosk.at('thanks');
    expect(taps()).toEqual([4]);
    const made = stack.ledger().at(-1)?.seq ?? 0;

    await stack.startCentre();
    await until(async () => (await received()) >= made, 'the centre has all of the ledger', 60_000);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    const { days } = (await stack.read(`/api/v1/summaries/daily?from=${today}&to=${today}`)) as { days: readonly { taps: number; scores: readonly number[] }[] };
    expect(days.map((day) => [day.taps, day.scores])).toEqual([[1, [0, 0, 0, 1, 0]]]);
    await kiosk.close();
  });
});

describe('a host that is killed straight after "Cảm ơn"', () => {
  it('has the tap after its restart, and the centre gets it', async () => {
    await stack.stopCentre();
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await rate(kiosk, 2);
    await stack.killKiosk();
    await kiosk.close();
    expect(taps()).toEqual([2]);

    await stack.startKiosk();
    await stack.startCentre();
    await until(async () => (await received()) >= 1, 'the centre has the tap', 60_000);
    // The stream goes on with the next number: nothing was given twice, nothing was lost.
    const again = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await rate(again, 5);
    expect(taps()).toEqual([2, 5]);
    const numbers = stack.ledger().map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    await again.close();
  });

  it('comes back to the page by itself: the page that stood there takes taps again', async () => {
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('attract');
    await stack.killKiosk();
    await stack.startKiosk();
    // A new boot has a new token; the page notices and loads itself anew.
    await until(async () => {
      await kiosk.page.locator('main.attract').waitFor({ timeout: 20_000 });
      await kiosk.touchFace(3).catch(() => undefined);
      return taps().includes(3);
    }, 'a tap is stored after the restart', 60_000);
    await kiosk.close();
  });
});
