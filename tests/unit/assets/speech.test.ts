import { statSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectTexts } from '#assets/speech/collect-texts.ts';
import { judgeSpeech } from '#assets/speech/judge-speech.ts';
import { spokenForm } from '#assets/speech/spoken-form.ts';
import { readSpeech } from '#assets/speech/speech-folder.ts';
import { inProject } from '#build/project-root.ts';
import { SPOKEN_LANGUAGES } from '#domain/speech/clip-key.ts';
import { planSpeech } from '#domain/speech/plan-speech.ts';

const PACK = inProject('assets/pack');
const texts = collectTexts(PACK);

describe('the recorded clips of the default pack', () => {
  it.each(SPOKEN_LANGUAGES)('hold every text a citizen can meet in %s: 0 missing, 0 stale (E055, E056); run npm run speech', (language) => {
    const work = judgeSpeech(texts.filter((clip) => clip.language === language), readSpeech(`${PACK}/speech/${language}`, language));
    expect(work.missing.map(({ text }) => text)).toEqual([]);
    expect(work.stale).toEqual([]);
    expect(work.clashes).toEqual([]);
  });

  it('stay small enough for a kiosk on a thin line', () => {
    const files = SPOKEN_LANGUAGES.flatMap((language) => readdirSync(`${PACK}/speech/${language}`).map((name) => statSync(`${PACK}/speech/${language}/${name}`).size));
    expect(Math.max(...files)).toBeLessThanOrEqual(4 * 1024 ** 2);
    expect(files.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(24 * 1024 ** 2);
  });

  it('say everything that numbers, dates and codes are put together from', () => {
    const known = new Set(texts.map(({ language, text }) => `${language}\n${text}`));
    const has = ({ language, text }: { readonly language: string; readonly text: string }): boolean => known.has(`${language}\n${text}`);
    for (const language of SPOKEN_LANGUAGES) {
      const written = language === 'vi' ? '1.234.567,5 · 31/12/2027 · 2/5 · 91,2% · A B C D E F G H J K M N P Q R S T U V W X Y Z 2 3 4' : '1,234,567.5 · 31/12/2027 · 2/5 · 91.2% · A B C D E F G H J K M N P Q R S T U V W X Y Z 2 3 4';
      for (const phrase of planSpeech(written, language, has)) {
        expect(phrase.missing).toEqual([]);
        for (const clip of phrase.clips) expect(has(clip), `${clip.language} ${clip.text}`).toBe(true);
      }
    }
  });
});

describe('what the engine is given', () => {
  it('is how a person would say it', () => {
    expect(spokenForm({ language: 'vi', text: 'Mang CCCD, quét mã QR trước ngày 18/7/2027' })).toBe('Mang căn cước công dân, quét mã quy a trước ngày 18 tháng 7 năm 2027');
    expect(spokenForm({ language: 'vi', text: 'Ông/bà nộp 50.000 đồng' })).toBe('ông bà nộp 50000 đồng');
  });
});
