import type { Stack } from '#tests/driver/stack.ts';
import { DEMO_PIN } from './demo-stack.ts';
import { goHome, visit, type Looks, type Studio } from './visit.ts';

/** The staff's door and its four pages. */
export async function takeStaff(studio: Studio, looks: Looks): Promise<void> {
  await visit(studio, looks, async (of) => {
    const { kiosk, page, take } = of;
    await goHome(of);
    await page.locator('.bar-help').tap();
    await kiosk.sees('help.title');
    await kiosk.touchText('help.staff');
    await kiosk.at('pin');
    await take('staff-pin');
    await page.keyboard.type(DEMO_PIN, { delay: 30 });
    await page.keyboard.press('Enter');
    await page.locator('.staff-tabs').waitFor();
    await kiosk.pause(800);
    await take('staff-day');
    const down = page.getByRole('button', { name: kiosk.t('common.pageDown') });
    if (looks.surface.surface === 'kiosk-portrait' && (await down.count()) > 0) {
      await down.first().tap();
      await kiosk.pause(600);
      await take('staff-day-below');
    }
    for (const name of ['week', 'machine', 'settings'] as const) {
      await kiosk.touchText(`staff.${name}`);
      await kiosk.pause(600);
      await take(`staff-${name}`);
    }
  });
}

/** A kiosk's first start: language, screen, centre, PIN. */
export async function takeSetup(studio: Studio, looks: Looks, fresh: Stack): Promise<void> {
  await visit(
    studio,
    looks,
    async ({ kiosk, page, take }) => {
      await kiosk.at('setup');
      await take('setup-language');
      await kiosk.touchText('setup.next');
      await kiosk.pause(700);
      await take('setup-screen');
      await kiosk.touchText('setup.next');
      await kiosk.at('centre');
      const [address, code] = [page.locator('.setup-field input').nth(0), page.locator('.setup-field input').nth(1)];
      await address.fill('https://motcham.example.vn');
      await code.fill('K7P4-2MXQ');
      await take('setup-centre');
    },
    { url: fresh.kioskUrl },
  );
}
