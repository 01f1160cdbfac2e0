import { describe, expect, it } from 'vitest';
import { formatDay, formatDayShort, formatDong, formatMoment, formatNumber, formatPercent, formatTime } from '#renderer/i18n/format.ts';
import { wordsIn } from '#renderer/i18n/words.ts';

describe('words', () => {
  it('are filled in and counted in both languages (E115)', () => {
    expect(wordsIn('vi')('events.guides', { count: 1 })).toBe('1 thủ tục');
    expect(wordsIn('en')('events.guides', { count: 1 })).toBe('1 service');
    expect(wordsIn('en')('events.guides', { count: 2 })).toBe('2 services');
    expect(wordsIn('vi')('guide.step', { step: 2, of: 5 })).toBe('Bước 2/5');
  });

  it('never escape what React will escape', () => {
    expect(wordsIn('vi')('search.none', { query: '<b>&"' })).toContain('“<b>&"”');
  });
});

describe('formats of Viet Nam (E114)', () => {
  it.each([
    [formatNumber(1_234_567.5, 'vi'), '1.234.567,5'],
    [formatDong(50_000, 'vi'), '50.000\u00a0₫'],
    [formatPercent(0.912, 'vi'), '91,2%'],
    [formatPercent(0.912, 'en'), '91.2%'],
    [formatDay('2026-11-23'), '23/11/2026'],
    [formatDayShort('2026-11-03'), '03/11'],
    [formatTime(Date.UTC(2026, 10, 23, 7, 5), 'Asia/Ho_Chi_Minh'), '14:05'],
    [formatTime(Date.UTC(2026, 10, 22, 17, 0), 'Asia/Ho_Chi_Minh'), '00:00'],
    [formatMoment(Date.UTC(2026, 10, 23, 7, 5), 'Asia/Ho_Chi_Minh'), '23/11/2026 14:05'],
  ])('%s', (formatted, expected) => {
    expect(formatted).toBe(expected);
  });
});
