import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { buildCalendar, foldLine, ringsAhead } from '#handoff/phone/calendar-file.ts';

const REMINDER = {
  uid: 'a1b2@kiosk.example.vn',
  madeAt: Date.UTC(2026, 10, 23, 3, 4, 5, 678),
  day: '2026-12-31',
  title: 'Hạn cuối: Đăng ký khai sinh',
  description: 'Đem giấy tờ; nộp sớm, đừng đợi.\nhttps://kiosk.example.vn/g/khai-sinh\nC:\\x',
  url: 'https://kiosk.example.vn/g/khai-sinh',
  ringDaysBefore: [7, 1, 0],
};
const octets = (line: string): number => Buffer.byteLength(line);
/** As a calendar reads it: RFC 5545, 3.1. */
const unfold = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

describe('the calendar file', () => {
  const lines = unfold(buildCalendar(REMINDER));

  it('holds one all-day event that ends before the next day, with number and stamp (RFC 5545, 3.6.1)', () => {
    expect(lines.slice(0, 5)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mot Cham//Phone page//VI', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT']);
    expect(lines).toContain('UID:a1b2@kiosk.example.vn');
    expect(lines).toContain('DTSTAMP:20261123T030405Z');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines.slice(-2)).toEqual(['END:VEVENT', 'END:VCALENDAR']);
  });

  it('writes commas, semicolons, backslashes and new lines as the form wants them (RFC 5545, 3.3.11)', () => {
    expect(lines).toContain('DESCRIPTION:Đem giấy tờ\\; nộp sớm\\, đừng đợi.\\nhttps://kiosk.example.vn/g/khai-sinh\\nC:\\\\x');
  });

  it('rings at nine in the morning, a week and a day before and on the day', () => {
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P6DT15H', 'TRIGGER:-PT15H', 'TRIGGER:PT9H']);
    expect(lines.filter((line) => line === 'ACTION:DISPLAY')).toHaveLength(3);
  });

  it('ends every line with CR LF and keeps to 75 octets, without cutting a letter in two (RFC 5545, 3.1)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ễ', 'Đ', 'ộ', '😀', ',', ';', '\\', ' ', '\n'), maxLength: 300 }), (text) => {
        const file = buildCalendar({ ...REMINDER, title: text, description: text });
        expect(file.endsWith('\r\n')).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(unfold(file).find((line) => line.startsWith('SUMMARY:'))).toBe(`SUMMARY:${text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')}`);
      }),
    );
  });

  it('leaves a line alone that fits', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });

  it('rings only on days that are still to come', () => {
    expect(ringsAhead('2026-12-31', '2026-11-23', [7, 1])).toEqual([7, 1]);
    expect(ringsAhead('2026-11-28', '2026-11-23', [7, 1])).toEqual([1]);
    expect(ringsAhead('2026-11-24', '2026-11-23', [1, 0])).toEqual([0]);
    expect(ringsAhead('2026-11-23', '2026-11-23', [1, 0])).toEqual([]);
  });
});
