import type { Browser, Page } from 'playwright-core';
import type { ScreenProfileId } from '#domain/screen-profile.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Kiosk } from '#tests/driver/kiosk.ts';
import type { Stack } from '#tests/driver/stack.ts';
import type { Lang } from '#tests/driver/words.ts';
import { takePicture, type Album } from './camera.ts';

export const SURFACES = [
  { surface: 'kiosk-portrait', profile: 'portrait-21' },
  { surface: 'kiosk-landscape', profile: 'landscape-21' },
  { surface: 'kiosk-tablet', profile: 'tablet-10' },
] as const satisfies readonly { surface: string; profile: ScreenProfileId }[];
export type Surface = (typeof SURFACES)[number];

export type Looks = { readonly surface: Surface; readonly lang: Lang; readonly theme?: 'dark'; readonly large?: true };
export type Studio = { readonly album: Album; readonly browser: Browser; readonly stack: Stack };

/** A citizen with a camera: walks the kiosk and takes what is on the screen. */
export type Visit = {
  readonly kiosk: Kiosk;
  readonly page: Page;
  readonly take: (screen: string) => Promise<void>;
};

/** Opens the kiosk's page, in the wanted language, at a quiet hour on its clock. */
export async function visit(studio: Studio, looks: Looks, walk: (visit: Visit) => Promise<void>, options: { readonly url?: string; readonly fakeClock?: boolean } = {}): Promise<void> {
  const { surface, lang } = looks;
  const clock = options.fakeClock === true ? {} : { realClock: true, openedAt: new Date(`${dayOf(Date.now())}T10:24:00+07:00`) };
  const kiosk = await Kiosk.open(studio.browser, options.url ?? studio.stack.kioskUrl, { profile: surface.profile, ...clock });
  const { page } = kiosk;
  try {
    const variant = [looks.theme, looks.large === true ? 'large' : undefined].filter((word) => word !== undefined).join('-');
    const take = (screen: string): Promise<void> => takePicture(studio.album, page, `${lang}/${surface.surface}/${variant === '' ? '' : `${variant}-`}${screen}`);
    if (options.url === undefined) {
      await kiosk.at('attract');
      if (lang === 'en') await page.locator('.language-button[lang=en]').tap();
      kiosk.lang = lang;
    }
    await walk({ kiosk, page, take });
  } finally {
    await kiosk.close();
  }
}

/** From the waiting screen to the first one with choices. */
export async function goHome({ kiosk, page }: Visit): Promise<void> {
  await page.locator('.attract-start').tap();
  await kiosk.at('home');
}

/** Sets colours or larger letters the way a citizen does. */
export async function adjust({ kiosk, page }: Visit, { theme, large }: Looks): Promise<void> {
  await page.locator('.bar-text-size').tap();
  await kiosk.pause(400);
  if (theme === 'dark') await page.getByRole('button', { name: kiosk.t('comfort.dark') }).tap();
  if (large === true) await page.getByRole('button', { name: kiosk.t('comfort.size150'), exact: true }).tap();
  await kiosk.pause(400);
  await page.getByRole('button', { name: kiosk.t('comfort.done'), exact: true }).tap();
  await kiosk.pause(600);
}
