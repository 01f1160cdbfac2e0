import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Kiosk } from '#tests/driver/kiosk.ts';
import { PASSWORD } from '#tests/integration/server/open-centre.ts';
import { takePicture, takeWhole } from './camera.ts';
import { ADMIN, daysBefore, openProvince, PICTURED_AT, type ProvinceCentre } from './province-centre.ts';
import { liveInProvince } from './province-life.ts';
import type { Studio } from './visit.ts';

const DESK = { viewport: { width: 1440, height: 900 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

/** `whole`: the page is longer than a screen and shows more below; so many screens of it at most. */
type Sight = { readonly name: string; readonly address: string; readonly whole?: number; readonly also?: readonly ('en' | 'dark')[] };
type Editions = { readonly inReview: string; readonly draft: string };

function sightsOf({ kioskAt }: ProvinceCentre, { inReview, draft }: Editions): readonly Sight[] {
  const week = `span=week&day=${daysBefore(5)}`;
  return [
    { name: 'overview', address: '/overview', whole: 2.2, also: ['en', 'dark'] },
    { name: 'day', address: '/day?point=tt-1', whole: 2.2, also: ['en', 'dark'] },
    { name: 'month', address: '/day?span=month', whole: 3.6, also: ['en', 'dark'] },
    { name: 'week', address: `/day?${week}&unit=khoi-xa`, whole: 2.2 },
    { name: 'empty', address: '/day?point=tt-1&day=2026-01-05' },
    { name: 'alerts', address: '/alerts', whole: 2.2, also: ['en', 'dark'] },
    { name: 'alerts-closed', address: '/alerts?state=closed' },
    { name: 'reports-tables', address: '/reports?span=month', whole: 2.2, also: ['en'] },
    { name: 'reports-annex', address: '/reports?tab=annex', whole: 2.2, also: ['dark'] },
    { name: 'fleet', address: '/fleet', whole: 2.2, also: ['en', 'dark'] },
    { name: 'kiosk', address: `/fleet/kiosks/${kioskAt('bd-2').deviceId}`, whole: 2.2 },
    { name: 'structure', address: '/fleet/structure', whole: 2.2 },
    { name: 'library', address: '/library', also: ['en', 'dark'] },
    { name: 'library-edition', address: `/library/${draft}`, whole: 2.2 },
    { name: 'library-guide', address: `/library/${draft}?guide=guides%2Fkhai-sinh.json`, whole: 2.2 },
    { name: 'library-playlist', address: `/library/${draft}?part=playlist`, whole: 2.2 },
    { name: 'library-review', address: `/library/${inReview}?part=changes`, whole: 2.2 },
    { name: 'library-history', address: `/library/${inReview}?part=history` },
    { name: 'library-clips', address: '/library?tab=clips', whole: 2.2 },
    { name: 'library-calendar', address: '/library?tab=calendar', whole: 2.2 },
    { name: 'library-notices', address: '/library?tab=notices' },
    { name: 'library-coverage', address: '/library?tab=coverage', whole: 2.2 },
    { name: 'library-plays', address: '/library?tab=plays', whole: 2.2 },
    { name: 'people', address: '/people' },
    { name: 'people-tokens', address: '/people?tab=tokens' },
    { name: 'people-notices', address: '/people?tab=notices' },
    { name: 'audit', address: '/audit', whole: 2.2 },
    { name: 'targets', address: '/settings', whole: 2.2 },
    { name: 'account', address: '/account', whole: 2.2 },
  ];
}

/** Every page of the dashboard over the demo province, at a desk and on a phone. */
export async function takeProvince(studio: Studio): Promise<void> {
  const province = await openProvince();
  try {
    const editions = await liveInProvince(province);
    await askForPicture(studio, province);
    const sights = sightsOf(province, editions);
    await takeAll(studio, province, sights, { shape: '', lang: 'vi', options: DESK });
    await takeAll(studio, province, sights, { shape: 'phone-', lang: 'vi', options: PHONE });
    await takeAll(studio, province, sights.filter(({ also }) => also?.includes('en') === true), { shape: '', lang: 'en', options: DESK });
    await takeAll(studio, province, sights.filter(({ also }) => also?.includes('dark') === true), { shape: 'dark-', lang: 'vi', options: { ...DESK, colorScheme: 'dark' } });
    await takeCommandAnswer(studio, province);
  } finally {
    await province.centre.close();
  }
}

type Manner = { readonly shape: '' | 'phone-' | 'dark-'; readonly lang: 'vi' | 'en'; readonly options: BrowserContextOptions };

async function takeAll(studio: Studio, province: ProvinceCentre, sights: readonly Sight[], manner: Manner): Promise<void> {
  await withPage(studio.browser, province, manner, async (page) => {
    for (const { name, address, whole } of sights) {
      await open(page, province.url + address);
      const picture = `${manner.lang}/dashboard/${manner.shape}${name}`;
      await (whole === undefined ? takePicture(studio.album, page, picture) : takeWhole(studio.album, page, picture, whole));
    }
  });
  if (manner.lang === 'en' || manner.shape === 'dark-') return;
  await withPage(studio.browser, null, manner, async (page) => {
    await page.goto(province.url);
    await page.locator('input[type=password]').waitFor();
    await takePicture(studio.album, page, `vi/dashboard/${manner.shape}sign-in`);
  });
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('#main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.bones, .loading') === null);
}

/** `province`: signed in there; null: nobody is. */
async function withPage(browser: Browser, province: ProvinceCentre | null, { lang, options }: Manner, walk: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  try {
    if (province !== null) {
      const signedIn = await context.request.post(`${province.url}/api/v1/sign-in`, { data: { email: ADMIN, password: PASSWORD }, headers: { origin: province.url } });
      if (!signedIn.ok()) throw new Error(`signing in: ${signedIn.status()}`);
    }
    if (lang === 'en') await context.addInitScript(() => localStorage.setItem('mot-cham:tongue', 'en'));
    const page = await context.newPage();
    await page.clock.install({ time: PICTURED_AT });
    await walk(page);
  } finally {
    await context.close();
  }
}

/** A kiosk of the province answers with what the trial kiosk shows. */
async function askForPicture({ browser, stack }: Studio, { askAs, beat, kioskAt, centre }: ProvinceCentre): Promise<void> {
  const kiosk = await Kiosk.open(browser, stack.kioskUrl, { realClock: true });
  await kiosk.page.clock.setSystemTime(PICTURED_AT);
  await kiosk.at('attract');
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
  await kiosk.pause(600);
  const picture = (await kiosk.page.screenshot({ type: 'jpeg', quality: 70, scale: 'css' })).toString('base64');
  await kiosk.close();
  const asked = kioskAt('bd-2');
  const answers = [['screenshot', { outcome: 'done', picture }], ['send-logs', { outcome: 'done', log: 'Kiosk started\nLedger opened, 3 412 entries\n' }], ['reload', { outcome: 'done' }]] as const;
  for (const [kind, payload] of answers) {
    await askAs(ADMIN, 'POST', `/api/v1/kiosks/${asked.deviceId}/commands`, { kind });
    const { commands } = (await beat(asked, { freeDiskBytes: 620_000_000, faults: [{ code: 'LEDGER_DISK_FULL', at: PICTURED_AT - 12 * 60_000, detail: 'no space left on device' }] })) as { commands: readonly { id: string }[] };
    for (const { id } of commands) await centre.app.inject({ method: 'POST', url: `/api/v1/commands/${id}/result`, headers: { authorization: `Bearer ${asked.token}` }, payload });
  }
}

async function takeCommandAnswer(studio: Studio, province: ProvinceCentre): Promise<void> {
  for (const [shape, options] of [['', DESK], ['phone-', PHONE]] as const) {
    await withPage(studio.browser, province, { shape, lang: 'vi', options }, async (page) => {
      await open(page, `${province.url}/fleet/kiosks/${province.kioskAt('bd-2').deviceId}`);
      await page.getByRole('button', { name: /Xem kết quả: Chụp màn hình/ }).click();
      await page.locator('dialog img, [role=dialog] img').waitFor();
      await takePicture(studio.album, page, `vi/dashboard/${shape}kiosk-command`);
    });
  }
}
