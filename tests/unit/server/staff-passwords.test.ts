import { expect, test } from 'vitest';
import { isCommonPassword } from '#server/adapters/common-passwords.ts';
import { shortAddress } from '#server/services/short-address.ts';
import { checkNewPassword } from '#server/services/staff-passwords.ts';

const codeOf = (password: string, email = 'an.tran@hungyen.vn'): string | null => {
  const checked = checkNewPassword(password, email, isCommonPassword);
  return checked.ok ? null : checked.error.code;
};

test.each(['bốn từ không ai ghép', 'cay bang truoc san', 'mèo 3 tam thể ngủ', 'xkcd-horse-staple', 'ÔNGBÀNGOẠINHÀQUÊ', 'kmrvbqwtzh'])('takes %s: length is all that is asked of its form', (password) => {
  expect(codeOf(password)).toBeNull();
});

test.each([
  'qwertyuiop', 'Password123', 'q1w2e3r4t5y6', 'iloveyou123', 'anhyeuem123', 'Anh Yêu Em 2026', 'emyeuanh1234', 'Mật khẩu 123', 'matkhau123456', 'vietnam2026', 'hanoi123456', '123456anhyeuem', 'khongbiet123', 'admin123456', 'nguyenvan123',
  '2609198712', '1234567890', 'aaaaaaaaaaaa', 'abababababab', 'abcdefghij', 'motcham2026', 'an.tran@hungyen.vn', 'hungyen12345', 'TranHungYen1',
])('refuses %s: it is among the first that anybody would try', (password) => {
  expect(codeOf(password)).toBe('STAFF_PASSWORD_WEAK');
});

test('refuses one of nine signs, counted as people count them', () => {
  expect([codeOf('à'.repeat(3) + 'bcdefg'), codeOf('😀'.repeat(9))]).toEqual(['REQUEST_INVALID', 'REQUEST_INVALID']);
});

test('an address is kept without its last part', () => {
  expect(['203.0.113.9', '::ffff:203.0.113.9', '2001:db8:1:2:3:4:5:6', 'fe80::1', '::1', 'strange'].map(shortAddress)).toEqual(['203.0.113.x', '203.0.113.x', '2001:db8:1::x', 'fe80::x', '::x', '']);
});
