import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { passagesOf } from '#renderer/asking/passages.ts';
import { quoteView } from '#renderer/asking/quote-view.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';

const slug = SMALL_PACK.guides[0]?.slug ?? '';
const QUOTE = { kind: 'guide', slug, aspect: 'time' } as const;
const ASK = { kind: 'rephrase', passages: ['Một ngày.'], lang: 'vi' } as const;
const CANARY = 'canary tôi tên là Hoa';

const online = (kiosk: KioskDriver, rephrase: boolean): KioskDriver => kiosk.send({ kind: 'notice', notice: { kind: 'status', waiting: 0, online: true, faults: [], ...(rephrase ? { rephrase } : {}) } });
const asked = (question: string = CANARY, rephrase = true): KioskDriver => {
  const kiosk = online(new KioskDriver(), rephrase).wake().press({ kind: 'open-ask' });
  if (question !== '') kiosk.pass(600).send({ kind: 'search-text', text: question });
  return kiosk.press({ kind: 'open-answer', quote: QUOTE });
};
const words = ({ screen }: KioskDriver): unknown => (screen.kind === 'answer' ? (screen.otherWords ?? 'never asked') : screen.kind);
const sent = (kiosk: KioskDriver) => kiosk.effects.filter((effect) => effect.kind === 'rephrase');
const ticketOf = (kiosk: KioskDriver): number => sent(kiosk).at(-1)?.ticket ?? -1;

describe('an answer in other words', () => {
  it('is asked for with what was typed and the passages, and nothing else', () => {
    const kiosk = asked().press(ASK);
    expect(sent(kiosk)).toEqual([{ kind: 'rephrase', ticket: ticketOf(kiosk), question: CANARY, passages: ['Một ngày.'], lang: 'vi' }]);
    kiosk.send({ kind: 'rephrase-ended', ticket: ticketOf(kiosk), text: 'Chỉ một ngày.' });
    expect(words(kiosk)).toEqual({ kind: 'said', text: 'Chỉ một ngày.', lang: 'vi' });
  });

  it('is asked for once, and a failure leaves the quotation', () => {
    const kiosk = asked().press(ASK).press(ASK);
    kiosk.send({ kind: 'rephrase-ended', ticket: ticketOf(kiosk), text: null }).press(ASK);
    expect(words(kiosk)).toEqual({ kind: 'none', lang: 'vi' });
    expect(sent(kiosk)).toHaveLength(1);
  });

  it.each([
    ['nothing was typed', asked('')],
    ['the centre did not say that it can', asked(CANARY, false)],
    ['the centre is away', asked().send({ kind: 'notice', notice: { kind: 'status', waiting: 0, online: false, faults: [], rephrase: true } })],
    ['another screen is shown', asked().press({ kind: 'open-home' })],
  ])('is never asked for when %s', (_, kiosk) => {
    expect(sent(kiosk.press(ASK))).toEqual([]);
  });

  it('finds its screen again when the citizen went on and comes back', () => {
    const kiosk = asked().press(ASK);
    const ticket = ticketOf(kiosk);
    kiosk.press({ kind: 'open-guide', slug });
    expect(kiosk.screen.kind).toBe('guide');
    kiosk.send({ kind: 'rephrase-ended', ticket, text: 'Chỉ một ngày.' }).press({ kind: 'back' });
    expect(words(kiosk)).toMatchObject({ kind: 'said' });
  });

  it('keeps the question over "which of these is it?"', () => {
    const kiosk = asked().press({ kind: 'open-answer', quote: { kind: 'answer', id: 'khac' } });
    expect(kiosk.screen).toMatchObject({ kind: 'answer', question: CANARY });
  });

  it('leaves neither the question nor the text behind when the session ends, also when the answer comes late (E075)', () => {
    const kiosk = asked().press(ASK);
    const ticket = ticketOf(kiosk);
    kiosk.press({ kind: 'finish' });
    expect(kiosk.screen.kind).toBe('attract');
    kiosk.send({ kind: 'rephrase-ended', ticket, text: 'canary text' });
    expect(JSON.stringify(kiosk.state)).not.toContain('canary');
  });
});

describe('the passages of a quotation', () => {
  it('are its title and its lines as the pack has them', () => {
    const view = quoteView(SMALL_PACK, QUOTE, '2026-11-23');
    if (view === null) throw new Error('the small pack has no such guide');
    const passages = passagesOf(view, 'vi');
    expect(passages?.[0]).toBe(SMALL_PACK.guides[0]?.title.vi);
    expect(passages?.length).toBeGreaterThan(1);
  });

  it('are none where nothing is shown, laws are named, or the whole would not fit', () => {
    const view = quoteView(SMALL_PACK, QUOTE, '2026-11-23');
    if (view === null) throw new Error('the small pack has no such guide');
    const line = { text: { vi: 'Một', en: 'One' } };
    expect(passagesOf({ ...view, lines: null }, 'vi')).toBeNull();
    expect(passagesOf({ ...view, aspect: 'law' }, 'vi')).toBeNull();
    expect(passagesOf({ ...view, lines: Array.from({ length: 12 }, () => line) }, 'vi')).toBeNull();
    expect(passagesOf({ ...view, lines: Array.from({ length: 11 }, () => line) }, 'en')).toHaveLength(12);
  });
});
