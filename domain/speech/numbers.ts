import type { SpokenLanguage } from './clip-key.ts';

/** Numbers up to this have a clip of their own. */
export const LARGEST_NUMBER_CLIP = 100;

type Words = { readonly hundred: string; readonly scales: readonly string[]; readonly odd: string; readonly point: string; readonly of: string };

/** `odd`: "một trăm LINH năm". `of`: "bước 2 TRÊN 5". */
const WORDS: Readonly<Record<SpokenLanguage, Words>> = {
  vi: { hundred: 'trăm', scales: ['', 'nghìn', 'triệu', 'tỷ'], odd: 'linh', point: 'phẩy', of: 'trên' },
  en: { hundred: 'hundred', scales: ['', 'thousand', 'million', 'billion'], odd: 'and', point: 'point', of: 'of' },
};

/** Every word that numbers are put together from. */
export function numberWords(language: SpokenLanguage): readonly string[] {
  const { hundred, scales, odd, point, of } = WORDS[language];
  const small = Array.from({ length: LARGEST_NUMBER_CLIP + 1 }, (_, number) => String(number));
  return [...small, hundred, ...scales.filter((scale) => scale !== ''), odd, point, of];
}

/** A whole number from 0 below 10¹² as the clips that say it: 2026 is 2 · nghìn · 0 · trăm · 26. */
export function sayNumber(value: number, language: SpokenLanguage): readonly string[] {
  if (value <= LARGEST_NUMBER_CLIP) return [String(value)];
  const { scales } = WORDS[language];
  const said: string[] = [];
  for (let power = scales.length - 1; power >= 0; power -= 1) {
    const group = Math.floor(value / 1000 ** power) % 1000;
    if (group === 0) continue;
    const isLed = said.length > 0;
    said.push(...sayGroup(group, language, isLed), ...(power === 0 ? [] : [scales[power] ?? '']));
  }
  return said;
}

/** 1 to 999; behind a larger group Vietnamese says the empty hundreds too: "hai nghìn không trăm hai mươi sáu". */
function sayGroup(group: number, language: SpokenLanguage, isLed: boolean): readonly string[] {
  const { hundred, odd } = WORDS[language];
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const saysHundreds = hundreds > 0 || (isLed && language === 'vi');
  const joins = rest > 0 && (language === 'vi' ? saysHundreds && rest < 10 : saysHundreds || isLed);
  return [...(saysHundreds ? [String(hundreds), hundred] : []), ...(joins ? [odd] : []), ...(rest > 0 ? [String(rest)] : [])];
}

/**
 * A number as it is written in that language: 1.234,5 or 1,234.5. What groups its digits otherwise (a procedure's code,
 * a telephone number) is said digit by digit.
 */
export function sayWritten(written: string, language: SpokenLanguage): readonly string[] {
  const [group, mark] = language === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction, ...more] = written.split(mark);
  const isGrouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+$`).test(whole);
  const isPlain = /^(0|[1-9]\d{0,5})$/.test(whole);
  if (more.length > 0 || (!isGrouped && !isPlain)) return sayDigits(written);
  const value = sayNumber(Number(whole.replaceAll(group, '')), language);
  return fraction === undefined ? value : [...value, WORDS[language].point, ...sayDigits(fraction)];
}

function sayDigits(written: string): readonly string[] {
  return [...written].filter((sign) => /\d/.test(sign));
}

/** "2/5": two of five. */
export function sayFraction(part: number, whole: number, language: SpokenLanguage): readonly string[] {
  return [...sayNumber(part, language), WORDS[language].of, ...sayNumber(whole, language)];
}
