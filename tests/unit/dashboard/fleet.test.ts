import { describe, expect, it } from 'vitest';
import { COMMAND_FAILURES } from '#contract/commands.ts';
import { detailWords } from '#dashboard/fleet/command-words.ts';
import { byTrouble, diskWords, inScope, matching, pictureWords, troubleCounts } from '#dashboard/fleet/fleet-view.ts';
import { hoursText, parseHoursText } from '#dashboard/fleet/hours-text.ts';
import { wordsOf } from '#dashboard/i18n/words.ts';
import type { KioskRow } from '#contract/summaries.ts';
import { demoKiosk } from '#tests/fakes/demo-province.ts';

const vi = wordsOf('vi');
const NOW = Date.UTC(2026, 10, 23, 3);
const kiosk = (name: string, more: Partial<KioskRow>): KioskRow => ({ ...demoKiosk(name, name, 'a', NOW, null), troubles: [], revoked: false, ...more });

describe('the fleet', () => {
  const kiosks = [kiosk('An', {}), kiosk('Bình', { troubles: ['clock'] }), kiosk('Cúc', { troubles: ['silent'] }), kiosk('Đào', { revoked: true }), kiosk('Én', { troubles: ['silent', 'disk'] })];

  it('puts the worst first, and a revoked kiosk last', () => {
    expect(byTrouble(kiosks).map(({ name }) => name)).toEqual(['Én', 'Cúc', 'Bình', 'An', 'Đào']);
  });

  it('counts kiosks by trouble, and leaves revoked ones out unless they are asked for', () => {
    expect(troubleCounts(kiosks)).toEqual([{ trouble: 'silent', count: 2 }, { trouble: 'clock', count: 1 }, { trouble: 'disk', count: 1 }]);
    expect([matching(kiosks, null).length, matching(kiosks, 'revoked').map(({ name }) => name), matching(kiosks, 'twin')]).toEqual([4, ['Đào'], []]);
  });

  it('is filtered by a unit with all that lies below it, or by one service point', () => {
    const point = (id: string, unit: string) => ({ id, name: id, kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit, hours: null, closedAt: null });
    const places = { points: [point('a', 'xa'), point('b', 'tinh')], units: [{ id: 'tinh', name: 'Tỉnh', parent: null }, { id: 'xa', name: 'Xã', parent: 'tinh' }] };
    const two = [kiosk('A', { servicePoint: 'a' }), kiosk('B', { servicePoint: 'b' })];
    const names = (unit: string | null, at: string | null): readonly string[] => inScope(two, { unit, point: at, ...places }).map(({ name }) => name);
    expect([names('tinh', null), names('xa', null), names(null, 'b'), names(null, null)]).toEqual([['A', 'B'], ['A'], ['B'], ['A', 'B']]);
  });

  it('says kindly that no page is open, and claims nothing of a silent kiosk', () => {
    const seen = { lastSeenAt: NOW - 60_000 };
    expect(pictureWords({ ...seen, pictureMoving: false, pageOpen: false }, NOW, vi)).toBe('không mở trang nào');
    expect(pictureWords({ ...seen, pictureMoving: false, pageOpen: true }, NOW, vi)).toBe('đứng hình');
    expect(pictureWords({ lastSeenAt: NOW - 600_000, pictureMoving: true, pageOpen: true }, NOW, vi)).toBe('chưa rõ');
  });

  it('writes disks as people read them', () => {
    expect([diskWords(null, vi), diskWords(400 * 1024 ** 2, vi), diskWords(61.25 * 1024 ** 3, vi), diskWords(512 * 1024 ** 3, vi)]).toEqual(['chưa rõ', '400 MB', '61,3 GB', '512 GB']);
  });
});

describe('opening hours', () => {
  it('are read as people type them, and written in one form', () => {
    expect(hoursText(parseHoursText('7h30 – 11:30; 13.30-17h') ?? [])).toBe('07:30-11:30, 13:30-17:00');
    expect([parseHoursText(''), parseHoursText(' , ')]).toEqual([[], []]);
  });

  it('that cannot be read are not guessed', () => {
    expect(['7:30', '25:00-26:00', '8:00-9:61', 'sáng', '8:00-9:00-10:00', '8:00-8:00'].map(parseHoursText)).toEqual([null, null, null, null, null, null]);
  });
});

describe('a failed request', () => {
  it('is explained in the reader\'s language where our own kiosk said it', () => {
    expect(detailWords(COMMAND_FAILURES['no-page'], vi)).toBe('Không có trang nào đang mở trên kiosk.');
    expect([detailWords('something of another make', vi), detailWords(null, vi)]).toEqual(['something of another make', null]);
  });
});
