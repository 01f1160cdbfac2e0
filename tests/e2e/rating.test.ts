import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

let stack: Stack;
let kiosk: Kiosk;

beforeAll(async () => {
  stack = await Stack.start();
});
afterEach(() => kiosk.close());
afterAll(async () => {
  await stack.close();
  await closeBrowser();
});

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

type Day = { readonly taps: number; readonly scores: readonly number[]; readonly reasons: Readonly<Record<string, number>>; readonly completeness: unknown };

/** The centre's word on today; a journey that runs over midnight sees two days. */
async function centreDay(): Promise<Day> {
  const { days } = (await stack.read(`/api/v1/summaries/daily?from=${today()}&to=${today()}`)) as { days: readonly Day[] };
  return days[0] ?? { taps: 0, scores: [0, 0, 0, 0, 0], reasons: {}, completeness: null };
}

describe('a citizen who touches a face on the waiting screen', () => {
  it('is thanked, gives a reason, and ledger and centre have both', async () => {
    kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('attract');
    await kiosk.touchFace(5);
    await kiosk.at('thanks');
    expect(await kiosk.heading()).toContain(kiosk.t('thanks.title'));
    // Thanked is stored: the line is on the disk while the words stand on the screen.
    expect(stack.ledger().filter(({ entry }) => entry['kind'] === 'tap').map(({ entry }) => entry['score'])).toEqual([5]);

    const reason = kiosk.page.locator('.reason').first();
    await reason.tap();
    await kiosk.page.locator('.reasons-send').tap();
    await until(() => stack.ledger().some(({ entry }) => entry['kind'] === 'reasons'), 'the reason is in the ledger');
    const tap = stack.ledger().find(({ entry }) => entry['kind'] === 'tap');
    const reasons = stack.ledger().find(({ entry }) => entry['kind'] === 'reasons');
    expect(reasons?.entry).toMatchObject({ of: tap?.seq, reasons: [expect.any(String)] });

    await until(async () => (await centreDay()).taps === 1, 'the centre has the tap');
    await until(async () => Object.values((await centreDay()).reasons).includes(1), 'the centre has the reason');
    expect((await centreDay()).scores).toEqual([0, 0, 0, 0, 1]);
    expect(kiosk.complaints).toEqual([]);
  });

  it('can take it back within five seconds and choose again: it counts once (E155)', async () => {
    kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('attract');
    await kiosk.freeze();
    const before = await centreDay();
    await kiosk.touchFace(1);
    await kiosk.at('thanks');
    await kiosk.touch(new RegExp(kiosk.t('thanks.undo').replace('?', String.raw`\?`)));
    await kiosk.at('rate');
    await kiosk.touchFace(4);
    await kiosk.at('thanks');
    await until(async () => (await centreDay()).taps === before.taps + 1, 'the centre counts one more');
    await until(async () => (await centreDay()).scores[3] === (before.scores[3] ?? 0) + 1, 'the second choice is the one that counts');
    expect((await centreDay()).scores[0]).toBe(before.scores[0]);
  });

  it('is told honestly when the tap cannot be stored, and is not thanked (promise 1)', async () => {
    kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('attract');
    await kiosk.page.route('**/kiosk/record', (route) =>
      route.fulfill({ status: 507, contentType: 'application/json', body: JSON.stringify({ ok: false, error: { code: 'LEDGER_DISK_FULL', message: 'the disk is full' } }) }),
    );
    await kiosk.touchFace(3);
    await kiosk.at('not-stored');
    expect(await kiosk.heading()).toBe(kiosk.t('notStored.title'));
    expect(await kiosk.page.locator('.frame-thanks').count()).toBe(0);
  });
});

describe('a visit that nobody ends', () => {
  it('warns, goes back to the waiting screen and forgets the language (E070)', async () => {
    kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('attract');
    await kiosk.page.locator('.attract-start').tap();
    await kiosk.at('home');
    await kiosk.page.locator('.bar-language').tap();
    await kiosk.sees('language.choose');
    await kiosk.page.locator('.overlay-languages').getByRole('button', { name: 'English' }).tap();
    kiosk.lang = 'en';
    await kiosk.touch(kiosk.t('common.close'));
    await until(async () => (await kiosk.heading()) === kiosk.t('home.title'), 'the screen speaks English');
    await kiosk.page.clock.runFor(61_000);
    await kiosk.button(kiosk.t('idle.still')).waitFor();
    await kiosk.page.clock.runFor(31_000);
    await kiosk.at('attract');
    kiosk.lang = 'vi';
    await kiosk.page.locator('.attract-start').filter({ hasText: kiosk.t('attract.start') }).waitFor();
    expect(await kiosk.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });
});
