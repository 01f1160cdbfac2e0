import type { Language } from '#contract/content-pack.ts';

// Vietnamese habits in both languages where a reader could mistake a day for a month: dd/mm/yyyy and 24 h (E114).
const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));
const percents = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }));

function perLanguage<Value>(make: (locale: string) => Value): Record<Language, Value> {
  return { vi: make(LOCALES.vi), en: make(LOCALES.en) };
}

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** A share between 0 and 1: 91,2 % as "91,2%". Always one decimal, so that columns of shares compare. */
export function formatPercent(share: number, language: Language): string {
  return percents[language].format(share);
}

/** 50.000 ₫ with a space that does not break. */
export function formatDong(amount: number, language: Language): string {
  return `${formatNumber(amount, language)}\u00a0₫`;
}

/** 2026-11-23 as 23/11/2026. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** 2026-11-23 as 23/11. */
export function formatDayShort(day: string): string {
  return formatDay(day).slice(0, 5);
}

/** An instant (ms since the epoch) as 14:05 in the service point's time zone. */
export function formatTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** An instant as 23/11/2026 14:05. */
export function formatMoment(at: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }).format(at);
  return `${day} ${formatTime(at, timeZone)}`;
}
