import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspectOf } from '#domain/asking/aspect.ts';
import { answerFinder, LIKELY, SURE } from '#domain/asking/find-answers.ts';

const find = answerFinder([
  { name: 'otp', wordings: ['Không nhận được mã OTP', 'mã otp không về'] },
  { name: 'password', wordings: ['Quên mật khẩu VNeID', 'quên mật khẩu'] },
  { name: 'birth', wordings: ['Đăng ký khai sinh', 'làm giấy khai sinh', 'birth registration'] },
  { name: 'death', wordings: ['Đăng ký khai tử', 'làm giấy chứng tử'] },
]);
const surest = (question: string): string | null => find(question).find(({ certainty }) => certainty >= SURE)?.name ?? null;

describe('a typed question', () => {
  it.each([
    ['quên mật khẩu', 'password'],
    ['tôi quên mất mật khẩu vneid rồi', 'password'],
    ['toi khong nhan duoc ma otp', 'otp'],
    ['MÃ OTP KHÔNG VỀ!!!', 'otp'],
    ['làm giấy khai sinh cho con', 'birth'],
    ['ddawng kys khai sinh', 'birth'],
    ['dang ky khai sihn', 'birth'],
  ])('finds what "%s" is about', (question, name) => {
    expect(surest(question)).toBe(name);
  });

  it.each(['mật khẩu wifi là gì', 'giá vàng hôm nay', 'đăng ký tàu cá', '', '   ', '???', 'a'.repeat(5_000)])('is not answered when it is "%s"', (question) => {
    expect(surest(question)).toBeNull();
  });

  it('tells apart what differs by a mark only', () => {
    expect(find('khai tử')[0]?.name).toBe('death');
    expect(find('khai sinh')[0]?.name).toBe('birth');
  });

  it('is ranked between likely and word for word, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (question) => {
        for (const { certainty } of find(question)) {
          expect(certainty).toBeGreaterThanOrEqual(LIKELY);
          expect(certainty).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('what is asked about a procedure', () => {
  it.each([
    ['khai sinh mất bao lâu', 'time', 'khai sinh'],
    ['Làm hộ chiếu hết bao nhiêu tiền?', 'fee', 'Làm hộ chiếu ?'],
    ['can giay to gi de dang ky ket hon', 'papers', 'de dang ky ket hon'],
    ['tamj trus maats bao laau', 'time', 'tạm trú'],
    ['đăng ký thường trú', null, 'đăng ký thường trú'],
  ])('in "%s" is %s', (question, aspect, subject) => {
    const asked = aspectOf(question);
    expect([asked.aspect, asked.subject.replace(/\s+/g, ' ')]).toEqual([aspect, subject]);
  });
});
