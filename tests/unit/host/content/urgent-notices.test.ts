import { describe, expect, it } from 'vitest';
import type { UrgentNotice } from '#contract/manifest.ts';
import { centreTime, createCentreClock } from '#host/health/centre-clock.ts';
import { createUrgentNotices, findStanding, nextChange } from '#host/content/urgent-notices.ts';
import { ContentKiosk } from '#tests/fakes/content-kiosk.ts';
import { ManualTime, settle } from '#tests/fakes/manual-time.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { packFiles } from '#tests/fakes/pack-files.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const MINUTE = 60_000;
const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });
const notice = (id: string, from: number, until: number): UrgentNotice => ({ id, from, until, title: both(id), text: both('Xin mời ông/bà xuống quầy 3.') });

describe('urgent notices', () => {
  it('stand from their first moment until their last, the one that began last before others', () => {
    const notices = [notice('a', 100, 400), notice('b', 200, 300)];
    expect([99, 100, 200, 299, 300, 400].map((now) => findStanding(notices, now)?.id ?? null)).toEqual([null, 'a', 'b', 'b', 'a', null]);
    expect([0, 100, 250, 300, 400].map((now) => nextChange(notices, now))).toEqual([100, 200, 300, 400, null]);
  });

  it('begin and end by themselves, each told once', async () => {
    const time = new ManualTime();
    const told: (string | null)[] = [];
    const start = time.clock.now();
    const urgent = createUrgentNotices({ timers: time.timers, centreNow: time.clock.now, tell: (one) => void (one.kind === 'urgent' && told.push(one.notice?.id ?? null)) });
    urgent.set([notice('flood', start + 10 * MINUTE, start + 20 * MINUTE)]);
    await time.pass(9 * MINUTE);
    expect(told).toEqual([]);
    await time.pass(MINUTE);
    expect(told).toEqual(['flood']);
    await time.pass(10 * MINUTE);
    expect(told).toEqual(['flood', null]);
    urgent.stop();
  });

  it('stand by the centre\'s clock on a kiosk whose own is an hour ahead', () => {
    const time = new ManualTime();
    const start = time.clock.now();
    const urgent = createUrgentNotices({ timers: time.timers, centreNow: () => time.clock.now() - 60 * MINUTE, tell: () => undefined });
    urgent.set([notice('flood', start - 61 * MINUTE, start - 50 * MINUTE)]);
    expect(urgent.present().notice).toMatchObject({ id: 'flood', from: start - 61 * MINUTE, until: start - 50 * MINUTE });
    urgent.stop();
  });

  it('are shown before the files of their manifest are there, survive a restart offline, and go with the next manifest', async () => {
    const kiosk = new ContentKiosk();
    await kiosk.start();
    const now = kiosk.time.clock.now();
    kiosk.library.publish(packFiles(), { notices: [notice('flood', now, now + 60 * MINUTE)] });
    kiosk.library.fates = Array.from({ length: 50 }, () => ({ kind: 'no-answer' }) as const);
    await kiosk.hear(0);
    expect(kiosk.version).toBe('2026.11.1');
    expect(kiosk.notices).toContainEqual(expect.objectContaining({ kind: 'urgent', notice: expect.objectContaining({ id: 'flood' }) }));
    await kiosk.start();
    expect(kiosk.services.urgent.present().notice?.id).toBe('flood');
    await kiosk.time.pass(59 * MINUTE);
    expect(kiosk.services.urgent.present().notice?.id).toBe('flood');
    await kiosk.time.pass(MINUTE);
    expect(kiosk.services.urgent.present().notice).toBeNull();
    kiosk.library.publish(packFiles(), { notices: [notice('long', now, now + 900 * MINUTE)] });
    await kiosk.hear(100);
    expect(kiosk.services.urgent.present().notice?.id).toBe('long');
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    expect(kiosk.services.urgent.present().notice).toBeNull();
  });

  it('and files of another centre are forgotten when the kiosk belongs to a new one, but not what is on the screen', async () => {
    const kiosk = new ContentKiosk();
    await kiosk.start();
    const now = kiosk.time.clock.now();
    kiosk.library.publish(packFiles());
    await kiosk.hear(100);
    kiosk.library.publish(packFiles({ version: '2026.11.3' }), { version: '2026.11.3', notices: [notice('flood', now, now + 600 * MINUTE)] });
    kiosk.library.fates = Array.from({ length: 50 }, () => ({ kind: 'no-answer' }) as const);
    await kiosk.hear(100);
    const pointer = kiosk.files.texts.get('content/pointer.json') ?? '';
    kiosk.files.texts.set('content/pointer.json', pointer.replace(kiosk.library.contentKey, 'the key of another centre'));
    await kiosk.start();
    expect(kiosk.version).toBe('2026.11.2');
    expect(kiosk.services.urgent.present().notice).toBeNull();
    expect(kiosk.services.sync.state().loading).toBeNull();
  });
});

describe('the centre\'s clock on the kiosk', () => {
  it('is carried on by the monotonic clock within a boot, whatever is done to the wall clock', () => {
    const anchor = { boot: 'b', up: 1_000, now: 50_000, offset: 20_000 };
    expect(centreTime(anchor, { boot: 'b', up: 4_000, now: 9_999_999 })).toBe(33_000);
    expect(centreTime(anchor, { boot: 'other', up: 4_000, now: 60_000 })).toBe(40_000);
    expect(centreTime(null, { boot: 'b', up: 0, now: 7 })).toBe(7);
  });

  it('is remembered over a restart of the host', async () => {
    const time = new ManualTime();
    const files = new MemoryFiles();
    const first = createCentreClock({ clock: time.clock, files, log: new QuietLog() });
    first.learn(-30 * MINUTE);
    await settle();
    const second = createCentreClock({ clock: time.clock, files, log: new QuietLog() });
    await second.load();
    expect(second.now() - time.clock.now()).toBe(30 * MINUTE);
  });
});
