import { describe, expect, it } from 'vitest';
import type { PackLanguage } from '#contract/content-pack.ts';
import { flattenWords } from '#assets/languages/flatten-words.ts';
import { judgeLanguage } from '#assets/languages/judge-language.ts';
import { lettersBeyond, parseCoveredLetters } from '#assets/languages/letters.ts';

const OWN = flattenWords({ home: { title: 'Ông/bà cần gì?', step: 'Bước {{step}}/{{of}}' }, events: { guides_other: '{{count}} thủ tục' }, staff: { day: 'Hôm nay' }, errors: { X: { message: 'Lỗi' } } });
const TEXTS = ['0 đồng', 'Mẫu 01, 10.000 đồng trong 7 ngày', '0 đồng'].map((vi, i) => ({ file: `guides/${i}.json`, path: 'x', kind: 'detail' as const, text: { vi, en: '' } }));

function judge(words: PackLanguage['words'], texts: PackLanguage['texts']): ReturnType<typeof judgeLanguage> {
  return judgeLanguage({ tag: 'xx', endonym: 'Xx', fallback: 'en', translatedBy: 'machine', words, texts }, OWN, TEXTS);
}

describe('the report on a further language', () => {
  it('names what citizens would read in the fallback, each once, and leaves staff’s words to it', () => {
    const { missingWords, missingTexts, mistakes } = judge({ 'home.title': 'X' }, {});
    expect(missingWords).toEqual(['home.step', 'events.guides_other']);
    expect(missingTexts).toEqual([{ file: 'guides/0.json', vi: '0 đồng' }, { file: 'guides/1.json', vi: 'Mẫu 01, 10.000 đồng trong 7 ngày' }]);
    expect(mistakes).toEqual([]);
  });

  it('refuses a placeholder that is lost or invented', () => {
    expect(judge({ 'home.step': '{{of}} {{step}}' }, {}).mistakes).toEqual([]);
    expect(judge({ 'home.step': 'X {{step}}' }, {}).mistakes).toEqual(['words.home.step: must hold {{of}} {{step}}, as the Vietnamese does']);
    expect(judge({ 'home.title': '{{step}}' }, {}).mistakes).toHaveLength(1);
  });

  it('refuses a number that is another one, in whatever order and with whatever mark for thousands', () => {
    expect(judge({}, { 'Mẫu 01, 10.000 đồng trong 7 ngày': '7 d, 10,000 d, 1' }).mistakes).toEqual([]);
    expect(judge({}, { 'Mẫu 01, 10.000 đồng trong 7 ngày': '7 d, 1,000 d, 01' }).mistakes).toHaveLength(1);
    expect(judge({}, { '0 đồng': 'free' }).mistakes).toHaveLength(1);
  });

  it('refuses what translates a text that is gone, but not another plural form', () => {
    expect(judge({ 'home.old': 'X', 'events.guides_one': 'X {{count}}' }, { 'Ba đồng': 'X' }).mistakes.map((one) => one.split(':')[0])).toEqual(['words.home.old', 'texts."Ba đồng"']);
  });
});

describe('the letters of a further language', () => {
  it('are those that no range of the kiosk’s style sheet covers, each once', () => {
    const covered = parseCoveredLetters('@font-face { unicode-range: U+0000-00FF, U+1EA0-1EF9; } @font-face { unicode-range: U+20AB; }');
    expect(lettersBeyond({ tag: 'xx', endonym: '中文', fallback: 'en', translatedBy: 'machine', words: { a: 'Một ₫ 文。' }, texts: { 'Một': '中 b' } }, covered)).toBe('。中文');
  });
});
