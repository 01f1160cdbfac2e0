import { SHORTEST_PASSWORD } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';

/** Letters and digits that must be left when the words everybody here would try first are taken away. */
const LEAST_OWN = 6;
const WORDS_OF_THIS_PLACE = ['mot cham', 'motcham', 'kiosk', 'dich vu cong', 'dichvucong', 'hanh chinh', 'hanhchinh', 'mat khau', 'matkhau', 'password', 'viet nam', 'vietnam'].map(fold);

/**
 * The rules of OWASP ASVS 5.0, 6.2: a least length, no common password (6.2.4), none made of words of the
 * place or of one's own address (6.2.11), and no rule about kinds of signs (6.2.5).
 */
export function checkNewPassword(password: string, email: string, isCommon: (password: string) => boolean): Result<null, 'REQUEST_INVALID' | 'STAFF_PASSWORD_WEAK'> {
  if ([...password].length < SHORTEST_PASSWORD) return failure('REQUEST_INVALID', `A password has at least ${SHORTEST_PASSWORD} characters.`);
  const folded = fold(password);
  const isWeak = isCommon(password) || new Set(folded).size < 4 || isRow(folded) || ownPart(folded, email).length < LEAST_OWN;
  return isWeak ? failure('STAFF_PASSWORD_WEAK', 'This password is among the most common ones or holds the e-mail address.') : success(null);
}

/** Small letters without marks, blanks and signs: how a guesser sees a password. */
export function fold(text: string): string {
  return text.normalize('NFD').toLowerCase().replaceAll('đ', 'd').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function ownPart(folded: string, email: string): string {
  const parts = email.split('@').flatMap((part) => part.split('.')).map(fold);
  const taken = [fold(email), ...parts].filter((part) => part.length >= 4);
  return [...taken, ...WORDS_OF_THIS_PLACE].reduce((rest, word) => rest.replaceAll(word, ''), folded);
}

/** 1234567890, abcdefghij, and the same downwards. */
function isRow(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}
