import type { ClipText, SpokenLanguage } from '#domain/speech/clip-key.ts';
import { letterName } from '#domain/speech/names.ts';

/** Raised when a rule below changes: every clip is rendered anew then. */
export const SPOKEN_FORM = 1;

type Rule = readonly [RegExp, string];

/** Names the engine would misread, as they are said. */
const RULES: Readonly<Record<SpokenLanguage, readonly Rule[]>> = {
  vi: [
    [/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/gu, '$1 tháng $2 năm $3'],
    [/\bngày (\d{1,2})\/(\d{1,2})\b/gu, 'ngày $1 tháng $2'],
    [/(?<=\d)\.(?=\d{3}\b)/gu, ''],
    [/(\d+)\/(\d{4})\/([\p{Lu}\d-]+)/gu, '$1 năm $2 $3'],
    [/\bVNeID\b/gu, 'vê nờ i đi'],
    [/\bQR\b/gu, 'quy a'],
    [/\bOTP\b/gu, 'ô tê pê'],
    [/\bPIN\b/gu, 'pin'],
    [/\bZalo\b/gu, 'da lô'],
    [/\bCamera\b/giu, 'ca mê ra'],
    [/\bSMS\b/gu, 'ét mờ ét'],
    [/\bPDF\b/gu, 'pê đê ép'],
    [/\bUBND\b/gu, 'ủy ban nhân dân'],
    [/\bHĐND\b/gu, 'hội đồng nhân dân'],
    [/\bCMND\b/gu, 'chứng minh nhân dân'],
    [/\bCCCD\b/gu, 'căn cước công dân'],
    [/\bBHXH\b/gu, 'bảo hiểm xã hội'],
    [/\bBHYT\b/gu, 'bảo hiểm y tế'],
    [/\bTTHC\b/gu, 'thủ tục hành chính'],
    [/ông\/bà/giu, 'ông bà'],
    [/(?<=\p{L})\/(?=\p{L})/gu, ' hoặc '],
    [/(?<=[a-z0-9])\.(?=[a-z])/gu, ' chấm '],
  ],
  en: [
    [/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/gu, '$1 / $2 / $3'],
    [/(?<=\d),(?=\d{3}\b)/gu, ''],
    [/\bVNeID\b/gu, 'V N E I D'],
    [/\bQR\b/gu, 'Q R'],
    [/\bOTP\b/gu, 'O T P'],
    [/\bZalo\b/gu, 'Zahlo'],
    [/(?<=[a-z0-9])\.(?=[a-z]{2})/gu, ' dot '],
  ],
};

/** What the engine is given so that the clip says the text as a person would. */
export function spokenForm({ text, language }: ClipText): string {
  const said = RULES[language].reduce((form, [pattern, words]) => form.replace(pattern, words), text);
  return language === 'vi' ? said.replace(/\b[A-Z]{2,6}\b/gu, spell) : said;
}

/** Capitals that no rule knows are spelt. A shouted Vietnamese word has marks and is not met here. */
function spell(capitals: string): string {
  return [...capitals].map((letter) => letterName(letter, 'vi') ?? letter).join(' ');
}
