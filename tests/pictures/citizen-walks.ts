import { until } from '#tests/driver/until.ts';
import { adjust, goHome, visit, type Looks, type Studio, type Visit } from './visit.ts';

/** Waiting screen, home, life events, search: everything before a guide. */
export async function takeWaysIn(studio: Studio, looks: Looks): Promise<void> {
  await visit(studio, looks, async (of) => {
    await of.page.locator('.slide').first().waitFor();
    await of.take('attract');
    await takeClip(of);
  });
  await visit(studio, looks, async (of) => {
    const { kiosk, page, take } = of;
    await goHome(of);
    await take('home');
    await kiosk.touch(/\d+ nhóm việc|\d+ groups|all \d+/i);
    await kiosk.at('events');
    await take('events');
    await page.locator('.tile').first().tap();
    await kiosk.at('event');
    await take('event');
    await page.locator('.bar-back').tap();
    await kiosk.at('events');
    await page.locator('.bar-back').tap();
    await kiosk.at('home');
    await page.locator('.home-search').first().tap();
    await kiosk.at('search');
    await take('search');
    await page.keyboard.type('tam tru', { delay: 20 });
    await page.locator('.search-row').first().waitFor();
    await take('search-results');
    await takeCard(of);
  });
}

/** The first clip of the pack, a few seconds in; a pack without clips has none. */
async function takeClip({ page, take }: Visit): Promise<void> {
  const playing = (): Promise<boolean> => page.evaluate(() => [...document.querySelectorAll('video.is-front')].some((video) => video instanceof HTMLVideoElement && video.currentTime > 4));
  const deadline = Date.now() + 60_000;
  while (!(await playing())) {
    if (Date.now() > deadline) return;
    await page.waitForTimeout(250);
  }
  await take('attract-clip');
}

async function takeCard({ kiosk, page, take }: Visit): Promise<void> {
  await page.locator('.search-clear').tap();
  await page.keyboard.type('sang ten xe', { delay: 20 });
  await page.locator('.search-row').first().waitFor();
  await kiosk.pause(500);
  await page.locator('.search-row').first().tap();
  await kiosk.at('card');
  await take('card');
}

/** One guide from its summary to the phone, and the question at the end. */
export async function takeGuide(studio: Studio, looks: Looks): Promise<void> {
  await visit(studio, looks, async (of) => {
    const { kiosk, page, take } = of;
    await goHome(of);
    if (looks.theme !== undefined || looks.large === true) {
      await adjust(of, looks);
      await take('home');
    }
    await kiosk.touch(looks.lang === 'vi' ? 'Đăng ký khai sinh' : /Register a birth|birth/i);
    await kiosk.at('overview');
    await take('overview');
    await page.locator('.go-on-primary').tap();
    await kiosk.at('question');
    await take('question');
    for (let question = 0; question < 6 && (await page.locator('.frame-question').count()) > 0; question += 1) {
      await page.locator('.option').first().tap();
      await kiosk.pause(700);
    }
    await kiosk.at('step');
    await take('step-1');
    await page.locator('.go-on-primary').tap();
    await until(async () => (await page.locator('.step-count').innerText()).includes('2/'), 'step 2 is shown');
    await take('step-2');
    await page.locator('.step-handoff').tap();
    await kiosk.at('handoff');
    await take('handoff');
    await page.locator('.handoff-enlarge').tap();
    await kiosk.pause(600);
    await take('handoff-enlarged');
    await kiosk.touchText('handoff.shrink');
    await kiosk.at('handoff');
    await kiosk.touchText('handoff.scanned');
    await kiosk.at('rate');
    await take('rate');
  });
}

/** What follows a face, and what follows a disk that is full. */
export async function takeRating(studio: Studio, looks: Looks): Promise<void> {
  for (const [score, screen] of [[2, 'thanks-low'], [5, 'thanks-high']] as const) {
    await visit(studio, looks, async ({ kiosk, take }) => {
      await kiosk.touchFace(score);
      await kiosk.at('thanks');
      await take(screen);
    });
  }
  await visit(studio, looks, async ({ kiosk, page, take }) => {
    await page.route('**/kiosk/record', (route) =>
      route.fulfill({ status: 507, contentType: 'application/json', body: JSON.stringify({ ok: false, error: { code: 'LEDGER_DISK_FULL', message: 'the disk is full' } }) }),
    );
    await kiosk.touchFace(3);
    await kiosk.at('not-stored');
    await take('not-stored');
  });
}

/** What lies over a screen: help, comfort, and the question whether anybody is there. */
export async function takeOverlays(studio: Studio, looks: Looks): Promise<void> {
  await visit(studio, looks, async (of) => {
    await goHome(of);
    await of.page.locator('.bar-help').tap();
    await of.take('help');
    await of.kiosk.touchText('common.close');
    await of.page.locator('.bar-text-size').tap();
    await of.take('comfort');
  });
  await visit(
    studio,
    looks,
    async (of) => {
      await goHome(of);
      await of.page.clock.runFor(66_000);
      await of.take('idle-warning');
    },
    { fakeClock: true },
  );
}
