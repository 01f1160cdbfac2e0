import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { callHost } from '#tests/driver/call-host.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

const PIN = '804215';
let stack: Stack | null = null;

afterEach(async () => {
  await stack?.close();
  stack = null;
});
afterAll(closeBrowser);

async function typePin(kiosk: Kiosk, pin: string): Promise<void> {
  for (const digit of pin) await kiosk.page.locator('.pin-key', { hasText: new RegExp(`^${digit}$`) }).tap();
  await kiosk.page.locator('.button-primary').last().tap();
  await kiosk.pause(500);
}

async function toPinPage(kiosk: Kiosk): Promise<void> {
  await kiosk.at('attract');
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
  await kiosk.page.locator('.bar-help').tap();
  await kiosk.sees('help.title');
  await kiosk.touchText('help.staff');
  await kiosk.at('pin');
}

describe('a kiosk that starts for the first time', () => {
  it('is paired on its set-up page with address and code, gets its PIN, and begins to attract', async () => {
    stack = await Stack.start({ paired: false });
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await kiosk.at('setup');
    await kiosk.touchText('setup.next');
    await kiosk.headingIs('setup.profileTitle');
    await kiosk.touchText('setup.next');
    await kiosk.headingIs('setup.centreTitle');
    await kiosk.page.getByLabel(kiosk.t('setup.centreUrl')).fill(stack.centreUrl);
    await kiosk.page.getByLabel(kiosk.t('setup.pairingCode')).fill('AAAA-AAAA');
    await kiosk.touchText('setup.enrol');
    await kiosk.page.locator('.refusal').first().waitFor();
    await kiosk.page.getByLabel(kiosk.t('setup.pairingCode')).fill(await stack.pairingCode());
    await kiosk.touchText('setup.enrol');
    await kiosk.headingIs('setup.pinTitle');
    await typePin(kiosk, PIN);
    await kiosk.headingIs('staff.setPinAgain');
    await typePin(kiosk, PIN);
    await kiosk.at('attract');
    expect(await stack.manage('device', 'list')).toHaveLength(1);
    await kiosk.close();
  });
});

describe('the staff page', () => {
  it('opens with the right PIN only, shuts for a while after wrong ones, and shows the day as it was', async () => {
    stack = await Stack.start();
    const running = stack;
    for (const score of [5, 5, 4, 2]) await callHost(stack.kioskUrl, 'record', { kind: 'tap', score, about: 'visit', scale: 'five-v1', lang: 'vi', from: 'attract' });
    await callHost(stack.kioskUrl, 'staffSetPin', { pin: PIN });
    const kiosk = await Kiosk.open(await openBrowser(), stack.kioskUrl);
    await toPinPage(kiosk);
    await typePin(kiosk, PIN);
    await kiosk.at('open');
    const day = kiosk.page.locator('.staff-page');
    await until(async () => (await day.innerText()).includes('4'), 'the day has its four taps');
    // Four answers are no percentage (promise 6).
    expect(await day.innerText()).toContain(kiosk.t('staff.tooFew'));
    await until(async () => {
      const [device] = (await running.manage('device', 'list')) as readonly { received: number }[];
      return (device?.received ?? 0) >= 4;
    }, 'the centre has them too');
    await kiosk.touchText('staff.lock');

    await toPinPage(kiosk);
    for (let tries = 0; tries < 12; tries += 1) {
      const refusal = await callHost(stack.kioskUrl, 'staffUnlock', { pin: '918273' }).catch((error: unknown) => String(error));
      if (String(refusal).includes('STAFF_PIN_LOCKED')) break;
    }
    await typePin(kiosk, PIN);
    await kiosk.page.locator('.refusal').first().waitFor();
    expect(await kiosk.page.locator('.frame-open').count()).toBe(0);
    await kiosk.close();
  });
});
