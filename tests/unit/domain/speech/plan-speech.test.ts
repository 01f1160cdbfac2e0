import { describe, expect, it } from 'vitest';
import { clipKey, type ClipText } from '#domain/speech/clip-key.ts';
import { sayNumber, sayWritten } from '#domain/speech/numbers.ts';
import { fixedParts, splitPhrases } from '#domain/speech/phrases.ts';
import { planSpeech } from '#domain/speech/plan-speech.ts';

/** A pack with these clips, all Vietnamese unless said. */
function clips(...texts: readonly (string | ClipText)[]): (clip: ClipText) => boolean {
  const keys = new Set(texts.map((text) => clipKey(typeof text === 'string' ? { language: 'vi', text } : text)));
  return (clip) => keys.has(clipKey(clip));
}

const said = (text: string, has: (clip: ClipText) => boolean, language: 'vi' | 'en' = 'vi'): readonly string[] =>
  planSpeech(text, language, has).flatMap((phrase) => phrase.clips.map((clip) => clip.text));

describe('a text that is said', () => {
  it('is cut where a speaker pauses, and nowhere within numbers and addresses', () => {
    expect(splitPhrases('Vào dichvucong.gov.vn. Nguồn: thủ tục 1.001193, cập nhật 15/4/2026; xong!')).toEqual(['Vào dichvucong.gov.vn', 'Nguồn', 'thủ tục 1.001193, cập nhật 15/4/2026', 'xong']);
    expect(splitPhrases('Hướng dẫn\u00a0từng bước · Thẻ\nngắn')).toEqual(['Hướng dẫn từng bước', 'Thẻ', 'ngắn']);
  });

  it('gives the fixed parts of a text with holes', () => {
    expect(fixedParts('Bước {{step}}/{{of}}')).toEqual(['Bước']);
    expect(fixedParts('Còn {{seconds}} giây. Chạm “Tôi vẫn ở đây” để tiếp tục.')).toEqual(['Còn', 'giây', 'Chạm “Tôi vẫn ở đây” để tiếp tục']);
  });

  it('has one name whatever its form, its spaces and the mark at its end (E030)', () => {
    const one = clipKey({ language: 'vi', text: 'Quay lại' });
    expect(clipKey({ language: 'vi', text: 'Quay\u00a0lại.'.normalize('NFD') })).toBe(one);
    expect(clipKey({ language: 'en', text: 'Quay lại' })).not.toBe(one);
    expect(one).toMatch(/^[0-9a-f]{14}$/);
  });

  it('is one clip where it is recorded, and is put together where it is not (E063)', () => {
    expect(said('Bước 2/5', clips('Bước 2/5'))).toEqual(['Bước 2/5']);
    expect(said('Bước 2/5', clips('Bước'))).toEqual(['Bước', '2', 'trên', '5']);
    expect(said('Kiểm tra ngày 18/07/2026.', clips('Kiểm tra ngày'))).toEqual(['Kiểm tra ngày', '18', 'tháng 7', 'năm', '2', 'nghìn', '0', 'trăm', '26']);
    expect(said('Xem đủ 11 nhóm việc', clips('Xem đủ', 'nhóm', 'việc', 'nhóm việc'))).toEqual(['Xem đủ', '11', 'nhóm việc']);
  });

  it('spells a code sign by sign, in the language of the screen (E143)', () => {
    expect(said('Mã K 7 P 4', clips('Mã', 'ca', { language: 'en', text: 'K' }))).toEqual(['Mã', 'ca', '7', 'pê', '4']);
    expect(said('Code K7P4', clips({ language: 'en', text: 'Code' }), 'en')).toEqual(['Code', 'K', '7', 'P', '4']);
  });

  it('says an address with its dots', () => {
    expect(said('Vào motcham.vn', clips('vào', 'vn'))).toContain('chấm');
  });

  it('says a Vietnamese text on an English screen in Vietnamese', () => {
    const [phrase] = planSpeech('Luật Hộ tịch', 'en', clips('Luật Hộ tịch'));
    expect(phrase?.clips).toEqual([{ language: 'vi', text: 'Luật Hộ tịch' }]);
  });

  it('says the English line of a button on a Vietnamese screen in English', () => {
    const [first, second] = planSpeech('Chạm để bắt đầu\nTouch to start', 'vi', clips('Chạm để bắt đầu', { language: 'en', text: 'Touch to start' }));
    expect(first?.clips).toEqual([{ language: 'vi', text: 'Chạm để bắt đầu' }]);
    expect(second?.clips).toEqual([{ language: 'en', text: 'Touch to start' }]);
  });

  it('falls back to syllables and names what none was found for', () => {
    const [phrase] = planSpeech('Phường Mỹ Hào', 'vi', clips('phường', 'mỹ'));
    expect(phrase?.clips.map(({ text }) => text)).toEqual(['Phường', 'Mỹ', 'hát', 'a', 'o'].map((text) => (text === 'Phường' ? 'phường' : text === 'Mỹ' ? 'mỹ' : text)));
    expect(phrase?.missing).toEqual(['Hào']);
  });
});

describe('a number that is said', () => {
  it.each([
    [7, 'vi', '7'],
    [100, 'vi', '100'],
    [105, 'vi', '1 trăm linh 5'],
    [2026, 'vi', '2 nghìn 0 trăm 26'],
    [50_000, 'vi', '50 nghìn'],
    [1_250_000, 'vi', '1 triệu 2 trăm 50 nghìn'],
    [105, 'en', '1 hundred and 5'],
    [2026, 'en', '2 thousand and 26'],
  ] as const)('%i in %s', (value, language, words) => {
    expect(sayNumber(value, language).join(' ')).toBe(words);
  });

  it('is read as it is written, and digit by digit where it is a code or a telephone number', () => {
    expect(sayWritten('1.234,5', 'vi').join(' ')).toBe('1 nghìn 2 trăm 34 phẩy 5');
    expect(sayWritten('1,234.5', 'en').join(' ')).toBe('1 thousand 2 hundred and 34 point 5');
    expect(sayWritten('1.001193', 'vi').join(' ')).toBe('1 0 0 1 1 9 3');
    expect(sayWritten('18001096', 'vi').join(' ')).toBe('1 8 0 0 1 0 9 6');
  });
});
