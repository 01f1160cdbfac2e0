import type { SpokenLanguage } from './clip-key.ts';

const EN_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** How a letter is called, where the engine would not know; elsewhere the letter itself is its clip. */
const VI_LETTERS: Readonly<Record<string, string>> = {
  A: 'a', B: 'bê', C: 'xê', D: 'dê', E: 'e', F: 'ép', G: 'giê', H: 'hát', I: 'i', J: 'gi', K: 'ca', L: 'lờ', M: 'mờ', N: 'nờ', O: 'o', P: 'pê', Q: 'quy',
  R: 'rờ', S: 'ét', T: 'tê', U: 'u', V: 'vê', W: 'vê kép', X: 'ích', Y: 'i dài', Z: 'dét',
  Ă: 'á', Â: 'ớ', Đ: 'đê', Ê: 'ê', Ô: 'ô', Ơ: 'ơ', Ư: 'ư',
};

const SIGNS: Readonly<Record<SpokenLanguage, Readonly<Record<string, string>>>> = {
  vi: { '.': 'chấm', ':': 'hai chấm', '/': 'gạch chéo', '-': 'gạch ngang', '%': 'phần trăm', '₫': 'đồng', '@': 'a còng', '#': 'thăng', '+': 'cộng' },
  en: { '.': 'dot', ':': 'colon', '/': 'slash', '-': 'dash', '%': 'percent', '₫': 'dong', '@': 'at', '#': 'hash', '+': 'plus' },
};

/** The clip of a letter: in Vietnamese its name, in English the capital. */
export function letterName(letter: string, language: SpokenLanguage): string | null {
  const capital = letter.toLocaleUpperCase('vi');
  if (language === 'vi') return VI_LETTERS[capital] ?? null;
  return /^[A-Z]$/.test(capital) ? capital : null;
}

/** The clip of a sign that is said where something is spelt. */
export function signName(sign: string, language: SpokenLanguage): string | null {
  return SIGNS[language][sign] ?? null;
}

/** The clips of 18/7/2027: "ngày" is written before it where it is said. */
export function monthName(month: number, language: SpokenLanguage): string {
  return language === 'vi' ? `tháng ${month}` : (EN_MONTHS[month - 1] ?? String(month));
}

/** Every name that may be put together with others. */
export function partNames(language: SpokenLanguage): readonly string[] {
  const letters = language === 'vi' ? Object.values(VI_LETTERS) : [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1, language));
  return [...letters, ...Object.values(SIGNS[language]), ...months, ...(language === 'vi' ? ['năm', 'ngày'] : [])];
}
