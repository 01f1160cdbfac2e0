import { describe, expect, it } from 'vitest';
import { faultWords, failureWords } from '#dashboard/api/failure-words.ts';
import { completenessSentence, completenessState } from '#dashboard/day/completeness-sentence.ts';
import { wordsOf } from '#dashboard/i18n/words.ts';
import { agoWords, clockWords, countdown } from '#dashboard/kiosks/kiosk-view.ts';

const vi = wordsOf('vi');
const en = wordsOf('en');

describe('figures and dates', () => {
  it('are written as Viet Nam writes them (E114)', () => {
    expect(vi.number(1234567)).toBe('1.234.567');
    expect(vi.percent(0.912)).toBe('91,2%');
    expect(vi.day('2026-11-23')).toBe('23/11/2026');
    expect(vi.time(Date.UTC(2026, 10, 23, 7, 5))).toBe('14:05');
    expect(vi.weekday('2026-11-23')).toBe('Thứ Hai');
    expect(en.percent(0.912)).toBe('91.2%');
  });
});

describe('the sentence that proves completeness', () => {
  it('says how many were made, received and are missing (promise 2)', () => {
    expect(completenessSentence({ made: 142, received: 142, missing: 0 }, vi)).toBe('142 đã ghi, 142 đã nhận, thiếu 0');
    expect(completenessState({ made: 142, received: 142, missing: 0 })).toBe('whole');
    expect(completenessState({ made: 142, received: 139, missing: 3 })).toBe('missing');
  });

  it('never says that more came than was made, when a batch is newer than the count', () => {
    expect(completenessSentence({ made: 3, received: 5, missing: 0 }, vi)).toBe('5 đã ghi, 5 đã nhận, thiếu 0');
  });

  it('claims nothing before the kiosk has said what it made', () => {
    expect(completenessSentence({ made: null, received: 7, missing: null }, vi)).toBe('7 đã nhận; có kiosk chưa báo số đã ghi');
    expect(completenessState({ made: null, received: 7, missing: null })).toBe('unknown');
  });

  it('says what is known to be missing while another kiosk has not said its count', () => {
    expect(completenessSentence({ made: null, received: 85, missing: 5 }, vi)).toBe('85 đã nhận, thiếu ít nhất 5; có kiosk chưa báo số đã ghi');
    expect(completenessState({ made: null, received: 85, missing: 5 })).toBe('missing');
  });
});

describe('a kiosk', () => {
  const now = Date.UTC(2026, 10, 23, 7);

  it('was last heard of some time ago', () => {
    expect(agoWords(null, now, vi)).toBe('chưa lần nào');
    expect(agoWords(now - 30_000, now, vi)).toBe('vừa xong');
    expect(agoWords(now - 38 * 60_000, now, vi)).toBe('38 phút trước');
    expect(agoWords(now - 3 * 3_600_000, now, vi)).toBe('3 giờ trước');
    expect(agoWords(now - 400 * 86_400_000, now, vi)).toBe('400 ngày trước');
  });

  it('has a right clock within two minutes, otherwise a fast or slow one', () => {
    expect(clockWords(-119_000, vi)).toEqual({ text: 'đúng', wrong: false });
    expect(clockWords(-11 * 60_000, vi)).toEqual({ text: 'chậm 11 phút', wrong: true });
    expect(clockWords(3 * 3_600_000, vi)).toEqual({ text: 'nhanh 3 giờ', wrong: true });
    expect(clockWords(null, vi)).toEqual({ text: 'chưa rõ', wrong: false });
  });

  it('tells its faults with what to do, also those this dashboard does not know', () => {
    expect(faultWords('LEDGER_DISK_FULL', vi)).toContain('giải phóng chỗ trống');
    expect(faultWords('DEVICE_REVOKED', vi)).toMatch(/^DEVICE_REVOKED: ./);
    expect(faultWords('FUTURE_FAULT', vi)).toBe('FUTURE_FAULT: ');
  });
});

describe('a pairing code', () => {
  it('counts down to the second and is over at its end', () => {
    expect(countdown(900_000, 0)).toBe('15:00');
    expect(countdown(900_000, 895_500)).toBe('0:05');
    expect(countdown(900_000, 900_000)).toBeNull();
  });
});

describe('a failure', () => {
  it('says what to do', () => {
    expect(failureWords({ kind: 'offline' }, vi)).toContain('Kiểm tra mạng');
    expect(failureWords({ kind: 'refused', code: 'STAFF_SIGN_IN_FAILED', retryAfterSeconds: null }, vi)).toContain('chưa đúng');
    expect(failureWords({ kind: 'refused', code: 'REQUEST_TOO_MANY', retryAfterSeconds: 300 }, vi)).toContain('5 phút');
    expect(failureWords({ kind: 'refused', code: 'SERVER_FAILED', retryAfterSeconds: null }, en)).toContain('SERVER_FAILED');
  });
});
