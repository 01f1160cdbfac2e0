import { until } from '#tests/driver/until.ts';
import { adjust, goHome, visit, type Looks, type Studio, type Visit } from './visit.ts';

/** Where in the clip its picture is taken, and how long a busy machine may need to get there. */
const CLIP_AT_S = 3.5;
const CLIP_PATIENCE_MS = 40_000;

/** Waiting screen, home, life events, search: everything before a guide. */
export async function takeWaysIn(studio: Studio, looks: Looks): Promise<void> {
  await visit(studio, looks, takeLoop);
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
  // In English the same screens stand with the same composition.
  if (looks.lang === 'vi') await visit(studio, looks, takeAsking);
}

/** A question of one's own and the answer to it. */
async function takeAsking(of: Visit): Promise<void> {
  const { kiosk, page, take } = of;
  await goHome(of);
  await page.locator('.home-ask').tap();
  await kiosk.at('search');
  await page.keyboard.type('khong nhan duoc ma otp', { delay: 20 });
  await page.locator('.ask-sure').waitFor();
  await kiosk.pause(500);
  await take('ask');
  await page.locator('.ask-sure').tap();
  // Either the answer, or which of several it shall be.
  await page.locator('.frame-answer, .frame-question').first().waitFor();
  await kiosk.glance();
  await take('answer');
}

/** The first clip of the pack a few seconds in, where there is one; then a slide, which is all that is left without clips. */
async function takeLoop({ kiosk, page, take }: Visit): Promise<void> {
  const playing = (): Promise<boolean> =>
    page.evaluate((seconds) => [...document.querySelectorAll('video')].some((video) => video.classList.contains('is-front') && video.currentTime > seconds), CLIP_AT_S);
  const deadline = Date.now() + CLIP_PATIENCE_MS;
  while (!(await playing()) && Date.now() < deadline) await page.waitForTimeout(100);
  await take('attract');
  if (kiosk.lang === 'en') return;
  // The kiosk would remember and report what cannot be played; nothing is broken here.
  await page.route('**/kiosk/clipFailed', (route) => route.fulfill({ json: { ok: true, value: null } }));
  await page.route('**/media/**', (route) => route.abort());
  await page.reload();
  await kiosk.at('attract');
  await page.locator('.slide').first().waitFor();
  await take('attract-slide');
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
    // A code on white looks the same in every theme and size of text.
    const isPlain = looks.theme === undefined && looks.large === undefined;
    if (isPlain) await take('handoff');
    await page.locator('.handoff-enlarge').tap();
    await kiosk.pause(600);
    if (isPlain) await take('handoff-enlarged');
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
    await of.kiosk.sees('help.title');
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
