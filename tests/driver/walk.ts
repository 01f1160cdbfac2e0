import { readFileSync, readdirSync } from 'node:fs';
import { inProject } from '#build/project-root.ts';
import type { Kiosk } from './kiosk.ts';
import { until } from './until.ts';

/** The PIN that the walk sets and uses. */
export const PIN = '720914';

export type Visit = (name: string) => Promise<void>;

/**
 * Every screen that a paired kiosk has, in an order in which a finger can reach them. The kiosk needs
 * the fake clock (for the idle warning) and a host without a PIN or with `PIN`.
 */
export async function walkKiosk(kiosk: Kiosk, visit: Visit): Promise<void> {
  await walkChoosing(kiosk, visit);
  await walkGuide(kiosk, visit);
  await walkRating(kiosk, visit);
  await walkOverlays(kiosk, visit);
  await walkStaff(kiosk, visit);
  await walkCalm(kiosk, visit);
}

/** From the waiting screen into a visit, in the kiosk's language of this walk. */
async function wake(kiosk: Kiosk): Promise<void> {
  await kiosk.at('attract');
  if (kiosk.lang !== 'vi') await kiosk.page.locator(`.language-button[lang=${kiosk.lang}]`).tap();
  await kiosk.page.locator('.attract-start').tap();
  await kiosk.at('home');
}

/** "Kết thúc", past the rating that may follow. */
async function endVisit(kiosk: Kiosk): Promise<void> {
  await kiosk.page.locator('.bar-finish').tap();
  await kiosk.page.locator('.frame-rate, main.attract').first().waitFor();
  for (let tries = 0; tries < 3 && (await kiosk.page.locator('main.attract').count()) === 0; tries += 1) {
    await kiosk.pause(31_000);
    await kiosk.page.waitForTimeout(100);
  }
  await kiosk.at('attract');
}

async function walkChoosing(kiosk: Kiosk, visit: Visit): Promise<void> {
  await kiosk.at('attract');
  if (kiosk.lang !== 'vi') await kiosk.page.locator(`.language-button[lang=${kiosk.lang}]`).tap();
  await kiosk.pause(500);
  await visit('attract');
  await wake(kiosk);
  await visit('home');
  await kiosk.bring(kiosk.page.locator('.frame-home .tile').last());
  await kiosk.at('events');
  await visit('events');
  await kiosk.page.locator('.frame-events .tile').first().tap();
  await kiosk.at('event');
  await visit('event');
  await kiosk.page.locator('.bar-back').tap();
  await kiosk.at('events');
  await kiosk.page.locator('.bar-back').tap();
  await kiosk.at('home');
  await kiosk.bring(kiosk.page.locator('.home-search'));
  await kiosk.at('search');
  await visit('search');
  await kiosk.page.keyboard.type('khai sinh');
  await kiosk.page.locator('.search-row').first().waitFor();
  await visit('search-found');
  await kiosk.page.locator('.search-clear').tap();
  await kiosk.page.keyboard.type('qqxzw');
  await kiosk.pause(300);
  await visit('search-none');
  await kiosk.page.locator('.search-clear').tap();
  await kiosk.page.keyboard.type(firstCard().title.vi);
  await kiosk.page.locator('.search-row', { hasText: firstCard().title[kiosk.lang] }).first().tap();
  await kiosk.at('card');
  await visit('card');
  await endVisit(kiosk);
}

/** Attract → khai sinh → questions → steps → QR. */
async function walkGuide(kiosk: Kiosk, visit: Visit): Promise<void> {
  await wake(kiosk);
  await kiosk.touch({ vi: 'Đăng ký khai sinh', en: 'Register a birth' }[kiosk.lang]);
  await kiosk.at('overview');
  await visit('overview');
  await kiosk.page.locator('.go-on-primary').tap();
  await kiosk.at('question');
  await visit('question');
  for (let left = 10; left > 0 && (await kiosk.page.locator('.frame-question').count()) > 0; left -= 1) {
    const before = await kiosk.heading();
    await kiosk.page.locator('.option').first().tap();
    await until(async () => (await kiosk.heading()) !== before, 'the next part is shown');
    await kiosk.pause(500);
  }
  await kiosk.at('step');
  await visit('step');
  for (let left = 20; left > 0 && (await kiosk.page.locator('.frame-step').count()) > 0; left -= 1) {
    const before = await kiosk.heading();
    if (left === 19) await visit('step-2');
    if ((await kiosk.page.locator('.step-handoff').count()) === 0) await visit('step-last');
    await kiosk.page.locator('.go-on-primary').tap();
    await until(async () => (await kiosk.page.locator('.frame-step').count()) === 0 || (await kiosk.heading()) !== before, 'the next step is shown');
    await kiosk.pause(500);
  }
  await kiosk.at('handoff');
  await visit('handoff');
  await kiosk.page.locator('.handoff-enlarge').tap();
  await kiosk.pause(500);
  await visit('handoff-enlarged');
  await kiosk.touchText('handoff.shrink');
  await kiosk.at('handoff');
  await kiosk.page.locator('.bar-finish').tap();
  await kiosk.at('rate');
  await visit('rate');
}

/** Begins on the rating after a guide. */
async function walkRating(kiosk: Kiosk, visit: Visit): Promise<void> {
  const refuse = '**/kiosk/record';
  await kiosk.page.route(refuse, (route) => route.fulfill({ status: 507, contentType: 'application/json', body: JSON.stringify({ ok: false, error: { code: 'LEDGER_DISK_FULL', message: 'the disk is full' } }) }));
  await kiosk.touchFace(2);
  await kiosk.at('not-stored');
  await visit('not-stored');
  await kiosk.page.unroute(refuse);
  await kiosk.touchText('notStored.again');
  await kiosk.page.locator('.frame-thanks, .frame-rate').first().waitFor();
  if ((await kiosk.page.locator('.frame-rate').count()) > 0) {
    await kiosk.pause(500);
    await kiosk.touchFace(2);
  }
  await kiosk.at('thanks');
  await visit('thanks-low');
  await kiosk.page.locator('.reason').first().tap();
  await kiosk.page.locator('.reasons-send').tap();
  await kiosk.pause(300);
  await visit('thanks-sent');
  await kiosk.pause(20_000);
  await kiosk.at('attract');
  if (kiosk.lang !== 'vi') await kiosk.page.locator(`.language-button[lang=${kiosk.lang}]`).tap();
  await kiosk.pause(6_000);
  await kiosk.touchFace(5);
  await kiosk.at('thanks');
  await visit('thanks-high');
  await kiosk.pause(20_000);
  await kiosk.at('attract');
}

async function walkOverlays(kiosk: Kiosk, visit: Visit): Promise<void> {
  await wake(kiosk);
  await kiosk.page.locator('.bar-help').tap();
  await kiosk.sees('help.title');
  await visit('help');
  await kiosk.touchText('common.close');
  await kiosk.pause(500);
  await kiosk.page.locator('.bar-text-size').tap();
  await kiosk.sees('comfort.title');
  await visit('comfort');
  await kiosk.touchText('comfort.done');
  await kiosk.pause(61_000);
  await kiosk.sees('idle.title');
  await visit('idle-warning');
  await kiosk.touchText('idle.still');
  await kiosk.pause(500);
  await endVisit(kiosk);
}

async function walkStaff(kiosk: Kiosk, visit: Visit): Promise<void> {
  await openStaff(kiosk);
  if ((await kiosk.heading()) === kiosk.t('staff.setPinTitle')) {
    await visit('staff-set-pin');
    await typePin(kiosk, PIN);
    await until(async () => (await kiosk.heading()) === kiosk.t('staff.setPinAgain'), 'the PIN is asked again');
    await visit('staff-set-pin-again');
    await typePin(kiosk, PIN);
    await kiosk.at('open');
    await kiosk.touchText('staff.lock');
    await kiosk.at('attract');
    await openStaff(kiosk);
  }
  await visit('staff-pin');
  await typePin(kiosk, '111213');
  await kiosk.page.locator('.refusal, [role=alert]').first().waitFor();
  await visit('staff-pin-wrong');
  await typePin(kiosk, PIN);
  await kiosk.at('open');
  for (const page of ['day', 'week', 'machine', 'settings'] as const) {
    await kiosk.page.locator('.staff-tab').nth(['day', 'week', 'machine', 'settings'].indexOf(page)).tap();
    await kiosk.page.locator('.frame-open h1').waitFor();
    await kiosk.pause(500);
    await visit(`staff-${page}`);
  }
  await kiosk.touchText('staff.lock');
  await kiosk.at('attract');
}

async function openStaff(kiosk: Kiosk): Promise<void> {
  await wake(kiosk);
  await kiosk.page.locator('.bar-help').tap();
  await kiosk.sees('help.title');
  await kiosk.pause(500);
  await kiosk.touchText('help.staff');
  await kiosk.at('pin');
}

async function typePin(kiosk: Kiosk, pin: string): Promise<void> {
  await kiosk.page.locator('.pin-word').tap();
  for (const digit of pin) await kiosk.page.locator('.pin-key', { hasText: new RegExp(`^${digit}$`) }).tap();
  await kiosk.page.locator('.pin-ends .button-primary, .setup-ends .button-primary, .frame-controls > .button-primary').tap();
  await kiosk.pause(500);
}

async function walkCalm(kiosk: Kiosk, visit: Visit): Promise<void> {
  if (kiosk.lang !== 'vi') return;
  await kiosk.at('attract');
  await kiosk.page.evaluate(() => window.dispatchEvent(new ErrorEvent('error', { message: 'planted by a test', error: new Error('planted by a test') })));
  await kiosk.page.locator('.frame-calm, .frame-waiting, .waiting').first().waitFor();
  await visit('calm');
}

/** The set-up pages of a kiosk that is not paired, as far as the PIN. */
export async function walkSetup(kiosk: Kiosk, visit: Visit): Promise<void> {
  await kiosk.at('setup');
  await visit('setup-language');
  await kiosk.touchText('setup.next');
  await kiosk.headingIs('setup.profileTitle');
  await visit('setup-profile');
  await kiosk.touchText('setup.next');
  await kiosk.headingIs('setup.centreTitle');
  await visit('setup-centre');
  await kiosk.touchText('setup.alone');
  await kiosk.headingIs('setup.pinTitle');
  await visit('setup-pin');
}

type Card = { readonly kind: string; readonly title: { readonly vi: string; readonly en: string } };

function firstCard(): Card {
  const folder = inProject('assets/pack/guides');
  for (const file of readdirSync(folder).toSorted()) {
    const guide = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Card;
    if (guide.kind === 'card') return guide;
  }
  throw new Error('The pack has no card.');
}
