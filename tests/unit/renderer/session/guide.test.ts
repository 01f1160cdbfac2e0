import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { BIRTH, SMALL_PACK } from '#tests/fakes/small-pack.ts';
import { parseHandoffCode } from '#domain/handoff-code.ts';
import { eventView, homeView } from '#renderer/session/choice-view.ts';
import { cardView, guideView } from '#renderer/session/guide-view.ts';
import { handoffView } from '#renderer/session/handoff-view.ts';
import type { GuideScreen, HandoffScreen } from '#renderer/session/state.ts';

const TODAY = '2026-11-23';

function atGuide(kiosk: KioskDriver): GuideScreen {
  if (kiosk.screen.kind !== 'guide') throw new Error(`at ${kiosk.screen.kind}`);
  return kiosk.screen;
}

function atHandoff(kiosk: KioskDriver): HandoffScreen {
  if (kiosk.screen.kind !== 'handoff') throw new Error(`at ${kiosk.screen.kind}`);
  return kiosk.screen;
}

/** In the guide with both questions answered, at its first step. */
function atFirstStep(birthAt: '1' | '2' = '1'): KioskDriver {
  return new KioskDriver()
    .wake()
    .openGuide('khai-sinh')
    .press({ kind: 'begin' })
    .press({ kind: 'answer', question: 'a', option: '1' })
    .press({ kind: 'answer', question: 'b', option: birthAt });
}

describe('waking', () => {
  it('goes home with the guide of the clip that was on, and says which clip woke', () => {
    const kiosk = new KioskDriver().wake('family');
    expect(kiosk.screen).toEqual({ kind: 'home', offer: 'khai-sinh' });
    expect(kiosk.entries('wake')).toEqual([{ kind: 'wake', clip: 'family' }]);
    expect(homeView(SMALL_PACK, 'khai-sinh').offer).toBe(BIRTH);
  });

  it('protects what appears from the touch that woke (E077)', () => {
    const kiosk = new KioskDriver().wake();
    expect(kiosk.pass(399).send({ kind: 'open-search' }).screen.kind).toBe('home');
    expect(kiosk.pass(1).send({ kind: 'open-search' }).screen.kind).toBe('search');
  });
});

describe('a guide', () => {
  it('asks only the questions that the answers leave open, then shows the first step (E100)', () => {
    const kiosk = new KioskDriver().wake().openGuide('khai-sinh');
    expect(atGuide(kiosk).part).toEqual({ kind: 'overview' });
    expect(atGuide(kiosk.press({ kind: 'begin' })).part).toEqual({ kind: 'question', question: 'a' });
    kiosk.press({ kind: 'answer', question: 'a', option: '2' });
    expect(atGuide(kiosk).part).toEqual({ kind: 'step', step: 1 });
  });

  it('shows the steps of this case, counted (E100)', () => {
    const home = guideView(SMALL_PACK, atGuide(atFirstStep('2')), TODAY);
    expect(home?.stations.map((station) => station.state)).toEqual(['now', 'ahead', 'ahead', 'ahead']);
    expect(home?.part).toMatchObject({ kind: 'step', n: 1, of: 4, last: false });
    const hospital = guideView(SMALL_PACK, atGuide(atFirstStep('1')), TODAY);
    expect(hospital?.part).toMatchObject({ kind: 'step', n: 1, of: 3 });
    expect(hospital?.overview.papers).toMatchObject({ kind: 'shown', value: [{ id: 'form' }] });
  });

  it('goes back question by question and remembers what was answered', () => {
    const kiosk = atFirstStep('2').press({ kind: 'back' });
    const view = guideView(SMALL_PACK, atGuide(kiosk), TODAY);
    expect(view?.part).toMatchObject({ kind: 'question', n: 2, of: 2, chosen: '2' });
  });

  it('drops an answer that a changed earlier answer has closed', () => {
    const kiosk = atFirstStep('2').press({ kind: 'back' }).press({ kind: 'back' }).press({ kind: 'answer', question: 'a', option: '2' });
    expect(atGuide(kiosk)).toMatchObject({ part: { kind: 'step', step: 1 }, answers: { a: '2' } });
  });

  it('forgets the answers when asked to, and asks again', () => {
    const kiosk = atFirstStep('2').press({ kind: 'ask-again' });
    expect(atGuide(kiosk)).toMatchObject({ part: { kind: 'question', question: 'a' }, answers: {} });
  });

  it('opens no station of the track before the questions are answered, nor one that is not there', () => {
    const kiosk = new KioskDriver().wake().openGuide('khai-sinh').press({ kind: 'go-to-step', step: 2 });
    expect(atGuide(kiosk).part).toEqual({ kind: 'overview' });
    expect(atGuide(atFirstStep().press({ kind: 'go-to-step', step: 9 })).part).toEqual({ kind: 'step', step: 1 });
    expect(atGuide(atFirstStep().press({ kind: 'go-to-step', step: 3 })).part).toEqual({ kind: 'step', step: 3 });
  });

  it('keeps the step when the language changes (E112)', () => {
    const kiosk = atFirstStep().press({ kind: 'next' });
    const before = kiosk.screen;
    kiosk.press({ kind: 'set-language', language: 'en' });
    expect(kiosk.screen).toEqual(before);
    expect(kiosk.state.comfort.language).toBe('en');
  });

  it('does not let the second tap of a trembling finger press what the first one opened (E008, E077)', () => {
    const kiosk = new KioskDriver().wake().openGuide('khai-sinh');
    const opened = kiosk.screen;
    expect(kiosk.pass(120).send({ kind: 'begin' }).screen).toEqual(opened);
    expect(kiosk.pass(300).send({ kind: 'begin' }).screen).not.toEqual(opened);
  });

  it('takes two quick presses of "next" as one, and two slow ones as two (E008)', () => {
    const kiosk = atFirstStep().press({ kind: 'next' });
    expect(atGuide(kiosk.pass(300).send({ kind: 'next' })).part).toEqual({ kind: 'step', step: 2 });
    expect(atGuide(kiosk.pass(300).send({ kind: 'next' })).part).toEqual({ kind: 'step', step: 3 });
  });

  it('writes down how far it was used: opened, each step, a problem, finished', () => {
    const kiosk = atFirstStep().press({ kind: 'problem' }).press({ kind: 'next' }).press({ kind: 'next' }).press({ kind: 'next' });
    expect(kiosk.entries('guide').map((entry) => `${entry.action} ${entry.step}`)).toEqual([
      'open overview', 'step prepare', 'problem prepare', 'step sign-in', 'step submit', 'finish submit',
    ]);
    expect(kiosk.screen.kind).toBe('handoff');
  });

  it('writes down at which step it was left, once, when the session ends', () => {
    const kiosk = atFirstStep().press({ kind: 'next' }).waitSeconds(100);
    expect(kiosk.screen.kind).toBe('attract');
    expect(kiosk.entries('guide').filter((entry) => entry.action === 'leave')).toEqual([
      { kind: 'guide', procedure: '1.001193', step: 'sign-in', field: 'Hộ tịch', action: 'leave' },
    ]);
  });

  it('writes down that it was left when another one is opened, and not when it was taken along', () => {
    const left = atFirstStep().openGuide('giay-phep-lai-xe');
    expect(left.entries('guide').at(-2)).toMatchObject({ action: 'leave', step: 'prepare' });
    const taken = atFirstStep().press({ kind: 'open-handoff' }).openGuide('giay-phep-lai-xe');
    expect(taken.entries('guide').some((entry) => entry.action === 'leave')).toBe(false);
  });

  it('does not open what the pack does not have', () => {
    expect(new KioskDriver().wake().openGuide('khong-co').screen.kind).toBe('home');
  });
});

describe('facts', () => {
  const overview = (today: string, answers: GuideScreen['answers'] = {}) =>
    guideView(SMALL_PACK, { kind: 'guide', slug: 'khai-sinh', part: { kind: 'overview' }, answers }, today)?.overview;

  it('are hidden from the day after they expire; the guide itself stays (promise 8)', () => {
    expect(overview('2027-02-28')?.fee.kind).toBe('shown');
    expect(overview('2027-03-01')).toMatchObject({ fee: { kind: 'hidden' }, time: { kind: 'hidden' }, papers: { kind: 'hidden' }, checkedOn: null });
  });

  it('that nobody has seen are hidden from the start (promise 8)', () => {
    expect(cardView(SMALL_PACK, 'giay-phep-lai-xe', TODAY)?.decidedBy).toEqual({ kind: 'hidden' });
  });

  it('of another case are left out once the case is known', () => {
    expect(overview(TODAY)?.fee).toMatchObject({ value: [{ headline: { vi: '0 đồng' } }, { headline: { vi: 'Hỏi tại quầy' } }] });
    expect(overview(TODAY, { a: '2' })?.fee).toMatchObject({ value: [{ headline: { vi: 'Hỏi tại quầy' } }] });
  });

  it('know how many questions are left before the papers are certain', () => {
    expect(overview(TODAY, { a: '1' })?.questionsLeft).toBe(1);
    expect(overview(TODAY, { a: '2' })?.questionsLeft).toBe(0);
  });
});

describe('a hand-off', () => {
  it('leads to the same step and answers at the public address, which only the phone sees (promise 5)', () => {
    const kiosk = atFirstStep('2').press({ kind: 'next' }).press({ kind: 'open-handoff' });
    const view = handoffView(SMALL_PACK, atHandoff(kiosk), { publicUrl: 'https://motcham.vn/' }, TODAY);
    expect(view?.target).toEqual({ address: 'https://motcham.vn/g/khai-sinh#2.a1b2', host: 'motcham.vn', leadsTo: 'guide' });
    expect(parseHandoffCode(view?.code ?? '')).toEqual({ guide: 1, step: 2 });
  });

  it('is written down with its code and without an answer (promise 5)', () => {
    const kiosk = atFirstStep('2').press({ kind: 'open-handoff' });
    expect(kiosk.entries('handoff')).toEqual([
      { kind: 'handoff', procedure: '1.001193', step: 'prepare', field: 'Hộ tịch', code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{6}$/), action: 'shown' },
    ]);
    expect(JSON.stringify(kiosk.ledger)).not.toContain('a1');
  });

  it('leads to the portal when no public address is set, and nowhere when its host is not on the list', () => {
    const place = { slug: 'khai-sinh', step: 0, answers: {} };
    expect(handoffView(SMALL_PACK, place, { publicUrl: null }, TODAY)?.target).toEqual({
      address: 'https://dichvucong.gov.vn/khai-sinh', host: 'dichvucong.gov.vn', leadsTo: 'portal',
    });
    expect(handoffView(SMALL_PACK, { ...place, slug: 'giay-phep-lai-xe' }, null, TODAY)?.target).toBeNull();
  });

  it('grows to the full screen and back', () => {
    const kiosk = atFirstStep().press({ kind: 'open-handoff' }).press({ kind: 'enlarge', on: true });
    expect(atHandoff(kiosk).enlarged).toBe(true);
    expect(atHandoff(kiosk.press({ kind: 'enlarge', on: false })).enlarged).toBe(false);
  });
});

describe('finding a guide', () => {
  it('goes through a life event and back', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'open-events' }).press({ kind: 'open-event', event: 'co-con-nho' });
    expect(kiosk.screen).toEqual({ kind: 'event', event: 'co-con-nho' });
    expect(eventView(SMALL_PACK, 'co-con-nho')?.guides).toEqual([BIRTH]);
    expect(kiosk.press({ kind: 'back' }).screen.kind).toBe('events');
    expect(kiosk.press({ kind: 'back' }).screen.kind).toBe('home');
    expect(kiosk.press({ kind: 'back' }).screen.kind).toBe('home');
  });

  it('types a query key by key, NFC, and clears it (E030)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'open-search' });
    for (const key of ['t', 'a', 'm', ' ', 't', 'r', 'u', 'x', 'Backspace']) kiosk.press({ kind: 'search-key', key });
    expect(kiosk.screen).toEqual({ kind: 'search', query: 'tam tru' });
    kiosk.press({ kind: 'search-text', text: 'ta\u0323m tru\u0301' });
    expect(kiosk.screen).toEqual({ kind: 'search', query: 'tạm trú' });
    expect(kiosk.press({ kind: 'search-key', key: 'Clear' }).screen).toEqual({ kind: 'search', query: '' });
  });
});
