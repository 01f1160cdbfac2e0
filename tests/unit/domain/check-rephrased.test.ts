import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInvention, LONGEST_REPHRASED, tidyRephrased } from '#domain/asking/check-rephrased.ts';

const BIRTH = [
  'Đăng ký khai sinh mất bao lâu?',
  'Ngay trong ngày làm việc.',
  'Nộp sau 15 giờ mà chưa kịp thì nhận vào ngày làm việc tiếp theo; không quá 3 ngày làm việc.',
  'Lệ phí 20.000 đồng mỗi bản. Hỏi số 1900 1022 hoặc xem dichvucong.gov.vn, thủ tục 1.004222, từ 1/7/2025 tại UBND cấp xã.',
];
const EN = ['How long does it take?', 'The same working day.', 'Filed after 15:00, it is ready on the next working day, not later than 3 working days.'];
const found = (text: string, passages = BIRTH): string | null => findInvention(tidyRephrased(text), passages);

describe('what a machine made of our texts', () => {
  it.each([
    'Ông/bà nhận ngay trong ngày làm việc. Nếu nộp sau 15 giờ mà không kịp thì nhận vào ngày làm việc tiếp theo.',
    'Lệ phí là 20.000 đồng mỗi bản, không quá 3 ngày làm việc.',
    'Thưa ông/bà, không quá ba ngày làm việc. Ông/bà hỏi số 1900 1022 hoặc xem dichvucong.gov.vn.',
    'Ông/bà nộp tại UBND cấp xã,\nnhận trong ngày làm việc, không quá 3 ngày làm việc.',
  ])('lets through what the texts say: %s', (text) => {
    expect(found(text)).toBeNull();
  });

  it('lets plain English through', () => {
    expect(found('It is ready on the same working day. If you file after 15:00, it is ready the next working day, not later than 3 working days.', EN)).toBeNull();
  });

  it.each([
    ['empty', '   '], ['empty', '-'], ['empty', '…?!'],
    ['long', `Không quá 3 ngày làm việc. ${'Nộp sau 15 giờ. '.repeat(40)}`],
    ['signs', 'Nhận **ngay** trong ngày, không quá 3 ngày làm việc.'],
    ['signs', '<b>Nhận ngay</b> trong ngày làm việc.'],
    ['signs', 'Nhận ngay trong ngày làm việc\u200B, không quá 3 ngày.'],
    ['signs', 'Nhận ngay\u0007 trong ngày làm việc.'],
    ['signs', 'Không quá 3 ngày làm việc, viết về a@b.vn'],
    ['signs', 'Ông/bà nhớ:\n- nộp sau 15 giờ\n- nhận ngay'],
    ['signs', '- nộp sau 15 giờ, không quá 3 ngày làm việc'],
    ['signs', 'Nhận ngay trong ngày làm việс.'],
    ['signs', 'Nhận ngay trong ngày ｌàm việc.'],
    ['link', 'Không quá 3 ngày làm việc, xem dichvucong-gov.vn'],
    ['link', 'Không quá 3 ngày làm việc, xem https://dichvucong.gov.vn'],
    ['link', 'Không quá 3 ngày làm việc, xem www.nop.vn'],
    ['number', 'Không quá 5 ngày làm việc.'],
    ['number', 'Không quá 3 ngày.'],
    ['number', 'Không quá 3 tháng.'],
    ['number', 'Không quá năm ngày làm việc.'],
    ['number', 'Không quá hai mươi ngày làm việc.'],
    ['number', 'Lệ phí 200.000 đồng mỗi bản, không quá 3 ngày làm việc.'],
    ['number', 'Lệ phí 20 000 đồng mỗi bản, không quá 3 ngày làm việc.'],
    ['number', 'Lệ phí 20.000 đồng, hỏi số 1022 1900, không quá 3 ngày làm việc.'],
    ['number', 'Không quá 3 ngày làm việc, hỏi số 0900 000 000.'],
    ['number', 'Không quá 3 ngày làm việc, từ 1/7/2026.'],
    ['number', 'Không quá 3 ngày làm việc, thủ tục 1-004222.'],
    ['number', 'Không quá ³ ngày làm việc'.replace('³', '4')],
    ['name', 'Ông/bà nhận tại Sở Tư pháp, không quá 3 ngày làm việc.'],
    ['name', 'VNPT nhận sau 15 giờ, không quá 3 ngày làm việc.'],
    ['negation', 'Ông/bà nhận trong ngày làm việc tiếp theo.'],
    ['other-words', 'Con mèo ngủ trên mái nhà rất ngoan, không ai biết.'],
  ])('refuses (%s): %s', (why, text) => {
    expect(found(text)).toBe(why);
  });

  it('refuses a "no" that no text says', () => {
    expect(found('Ông/bà không phải mang giấy chứng sinh.', ['Ông/bà mang giấy chứng sinh.'])).toBe('negation');
    expect(found('Ông/bà được miễn phí bản sao.', ['Ông/bà trả phí bản sao.'])).toBe('negation');
  });

  it('takes a text in either form of Unicode and gives it back composed', () => {
    const text = 'Ông/bà nhận trong ngày làm việc, không quá 3 ngày làm việc.';
    expect(tidyRephrased(text.normalize('NFD'))).toBe(text);
  });

  const sentence = fc.array(fc.constantFrom(...BIRTH.join(' ').split(' ')), { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
  const digits = fc.integer({ min: 0, max: 999_999_999 }).map(String);

  it('lets no number through that no text holds, wherever it stands', () => {
    fc.assert(
      fc.property(sentence, sentence, digits, fc.constantFrom('', ' ngày', ' đồng', '%', '.'), (before, after, number, unit) => {
        fc.pre(!BIRTH.some((text) => text.includes(number)));
        expect(found(`${before} ${number}${unit} ${after}`)).not.toBeNull();
      }),
    );
  });

  it('whatever is written: what passes is composed, short, on one line, plain, and its numbers stand in the texts', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), sentence, fc.tuple(sentence, fc.string({ unit: 'binary', maxLength: 6 }), sentence).map((parts) => parts.join(' ')));
    fc.assert(
      fc.property(any, (written) => {
        const text = tidyRephrased(written);
        if (findInvention(text, BIRTH) !== null) return;
        expect(text).toBe(text.normalize('NFC'));
        expect([...text].length).toBeLessThanOrEqual(LONGEST_REPHRASED);
        expect(text).not.toMatch(/[\p{C}<>[\]{}*_#|`@=\\&\n]|:\/\//u);
        for (const number of text.match(/\d+/g) ?? []) expect(BIRTH.join(' ')).toContain(number);
      }),
      { numRuns: 400 },
    );
  });
});
