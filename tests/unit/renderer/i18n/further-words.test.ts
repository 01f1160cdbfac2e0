import { describe, expect, it } from 'vitest';
import type { PackLanguage } from '#contract/content-pack.ts';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';
import { furtherWords } from '#renderer/i18n/further-words.ts';
import { wordsIn } from '#renderer/i18n/words.ts';

/** Invented signs, so that no test depends on how good a translation is. */
const LANGUAGE: PackLanguage = {
  tag: 'xx',
  endonym: 'Xx',
  fallback: 'en',
  translatedBy: 'machine',
  words: { 'guide.step': 'X {{step}}/{{of}}', 'events.guides_one': '{{count}} x', 'events.guides_other': '{{count}} xs' },
  texts: { 'Giấy khai sinh': 'X-sinh' },
};

describe('a further language of the pack', () => {
  it('says what it translates, fills it in and counts', () => {
    const { t } = furtherWords(LANGUAGE);
    expect(t('guide.step', { step: 2, of: 5 })).toBe('X 2/5');
    expect([t('events.guides', { count: 1 }), t('events.guides', { count: 2 })].map((text) => text.split(' ')[0])).toEqual(['1', '2']);
  });

  it('says the rest in its fallback, never as a key or a gap (E113)', () => {
    const { t, local } = furtherWords(LANGUAGE);
    expect(t('common.finish')).toBe(wordsIn('en')('common.finish'));
    expect(local({ vi: 'Giấy khai sinh', en: 'Birth certificate' })).toBe('X-sinh');
    expect(local({ vi: 'Một văn bản mới', en: 'A new text' })).toBe('A new text');
  });

  it('is chosen like any other, keeps the step (E112), and is gone with the session (E075)', () => {
    const kiosk = new KioskDriver({ pack: { ...SMALL_PACK, languages: [LANGUAGE] } }).wake().openGuide('khai-sinh');
    const before = kiosk.screen;
    kiosk.press({ kind: 'open-languages' }).press({ kind: 'set-language', language: 'xx' }).press({ kind: 'close-overlay' });
    expect([kiosk.state.comfort.language, kiosk.screen]).toEqual(['xx', before]);
    expect(kiosk.press({ kind: 'finish' }).waitSeconds(200).state.comfort.language).toBe('vi');
  });

  it('cannot be chosen when the pack does not have it', () => {
    expect(new KioskDriver().wake().press({ kind: 'set-language', language: 'xx' }).state.comfort.language).toBe('vi');
  });
});
