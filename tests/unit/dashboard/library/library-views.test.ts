import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { guideParts } from '#dashboard/library/guide-parts.ts';
import { planDay, timeOf } from '#dashboard/library/day-plan.ts';
import { textAt, valueAt, withValue } from '#dashboard/library/json-path.ts';
import { noticePhase } from '#dashboard/library/library-view.ts';
import { placeWords, problemWords } from '#dashboard/library/problem-words.ts';

const guides = readdirSync(inProject('assets', 'pack', 'guides')).map((name): unknown => JSON.parse(readFileSync(inProject('assets', 'pack', 'guides', name), 'utf8')));

test('a value is set at its path, what lies beside it stays as it was, and its place among the others too', () => {
  const guide = { title: { vi: 'a', en: 'b' }, fee: [{ headline: { vi: 'c' } }, { headline: { vi: 'd' } }], last: 1 };
  const changed = withValue(guide, 'fee.1.headline.vi', 'e');
  expect(changed).toEqual({ ...guide, fee: [guide.fee[0], { headline: { vi: 'e' } }] });
  expect(valueAt(changed, 'fee.0')).toBe(guide.fee[0]);
  expect(Object.keys(Object(withValue(guide, 'title.vi', 'x')))).toEqual(['title', 'fee', 'last']);
  expect(withValue({ fee: { detail: 1, headline: 2 } }, 'fee.detail', undefined)).toEqual({ fee: { headline: 2 } });
  expect(withValue({ fee: {} }, 'fee.detail.vi', 'neu')).toEqual({ fee: { detail: { vi: 'neu' } } });
});

test('every guide of the pack has a form whose fields all stand in it', () => {
  for (const guide of guides) {
    const parts = guideParts(guide);
    expect(parts.length).toBeGreaterThan(1);
    const empty = parts.flatMap((part) => part.texts).filter((text) => !text.optional && textAt(guide, `${text.path}.vi`) === '');
    const ageless = parts.filter((part) => part.provenance !== null && !/^\d{4}-/.test(textAt(guide, `${part.provenance}.expiresOn`)));
    expect([empty, ageless]).toEqual([[], []]);
  }
});

test('the plan of a day names the spans in which the same items are due, by the kiosk\'s own rule', () => {
  const items = [{ id: 'always' }, { id: 'morning', schedule: { hours: [{ from: '07:00', until: '11:30' }], weekdays: [2], priority: 1 } }];
  const spans = (day: string): readonly string[] => planDay(items, day).map((span) => `${timeOf(span.from)}–${timeOf(span.until)} ${span.items.map((item) => item.id).join('+')}`);
  expect(spans('2026-11-24')).toEqual(['00:00–07:00 always', '07:00–11:30 morning', '11:30–24:00 always']);
  expect(spans('2026-11-25')).toEqual(['00:00–24:00 always']);
  expect(planDay([], '2026-11-25')).toEqual([{ from: 0, until: 1440, items: [] }]);
});

test('an item over midnight belongs to the day it began on', () => {
  const items = [{ id: 'night', schedule: { hours: [{ from: '22:00', until: '02:00' }], weekdays: [1] } }];
  expect(planDay(items, '2026-11-24').map((span) => [timeOf(span.from), span.items.length])).toEqual([['00:00', 1], ['02:00', 0]]);
});

test('what the checker finds is told in plain Vietnamese, with its place', () => {
  expect(problemWords({ message: 'has 52 signs and may have 34; shorten it by 18' }, 'vi')).toBe('có 52 ký tự, chỉ được 34: bớt 18 ký tự');
  expect(problemWords({ message: 'something new' }, 'vi')).toBe('something new');
  expect(placeWords({ path: 'steps.2.text.vi' }, 'vi')).toBe('bước 3 · nội dung (tiếng Việt)');
  expect(placeWords({ path: 'fee.0.provenance.expiresOn' }, 'vi')).toBe('lệ phí 1 · nguồn · hạn hiện');
  expect(placeWords({ path: 'title.en' }, 'en')).toBe('title (English)');
});

test('a notice is told by its own times: it ends by itself', () => {
  const notice = { state: 'live', from: 100, until: 200 } as const;
  expect([50, 100, 199, 200].map((now) => noticePhase(notice, now).word)).toEqual(['libNoticeComing', 'libNoticeLive', 'libNoticeLive', 'libNoticeOver']);
  expect(noticePhase({ ...notice, state: 'review' }, 150)).toMatchObject({ word: 'libNoticeReview', isOpen: true });
  expect(noticePhase({ ...notice, state: 'cancelled' }, 150).isOpen).toBe(false);
});
