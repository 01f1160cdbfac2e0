import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPack } from '#assets/check/load-pack.ts';
import { textsOf } from '#assets/check/pack-texts.ts';
import { readPack } from '#assets/check/read-pack.ts';
import { flattenWords } from '#assets/languages/flatten-words.ts';
import { judgeLanguage } from '#assets/languages/judge-language.ts';
import { lettersBeyond, parseCoveredLetters } from '#assets/languages/letters.ts';
import { inProject } from '#build/project-root.ts';
import vi from '#renderer/i18n/vi.json' with { type: 'json' };
import { lettersInFont } from '#tests/driver/font-letters.ts';

const PACK = inProject('assets/pack');
const { pack } = readPack((await loadPack(PACK)).source);
const texts = textsOf(pack);
const covered = parseCoveredLetters(readFileSync(inProject('renderer/ui/fonts.css'), 'utf8'));

describe.each(pack.languages.map(({ language }) => [language.tag, language] as const))('the shipped language %s', (_, language) => {
  const judged = judgeLanguage(language, flattenWords(vi), texts);

  // A text written tonight may be said in the fallback until somebody translates it; a screen half in another language may not.
  it('says all but one in fifty of citizens’ words and of the pack’s texts (E111, E113)', () => {
    expect(judged.missingWords.length * 50, `${judged.missingWords.join(', ')} are missing`).toBeLessThanOrEqual(Object.keys(language.words).length);
    expect(judged.missingTexts.length * 50, `${judged.missingTexts.map(({ vi }) => vi).join('; ')} are missing`).toBeLessThanOrEqual(Object.keys(language.texts).length);
  });

  it('holds the placeholders and the numbers of the Vietnamese, and no text that is gone', () => {
    expect(judged.mistakes).toEqual([]);
  });

  it('is written composed (E030)', () => {
    for (const said of [...Object.values(language.words), ...Object.values(language.texts)]) expect(said.normalize('NFC')).toBe(said);
  });

  it('has each of its letters in the kiosk’s own fonts or in every file of its own, which together stay small (E113)', async () => {
    const letters = [...lettersBeyond(language, covered)];
    const fonts = language.fonts ?? [];
    for (const font of fonts) {
      const drawn = await lettersInFont(`${PACK}/${font}`);
      expect(letters.filter((letter) => !drawn.has(letter))).toEqual([]);
    }
    expect(letters.length === 0 || fonts.length > 0).toBe(true);
    expect(fonts.reduce((bytes, font) => bytes + statSync(`${PACK}/${font}`).size, 0)).toBeLessThan(256 * 1024);
  });
});

it('ships one language that is neither Vietnamese nor English', () => {
  expect(pack.languages.map(({ language }) => [language.tag, language.endonym, language.translatedBy])).toEqual([['zh', '中文', 'machine']]);
});
