import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Passwords } from '../ports.ts';
import { isCommonPassword } from './common-passwords.ts';

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Argon2id in the usual text form ($argon2id$v=19$m=…,t=…,p=…$salt$hash), so that costs can rise later. */
export const argon2Passwords: Passwords = {
  async hash(password) {
    const nonce = randomBytes(16);
    const tag = await derive('argon2id', { message: messageOf(password), nonce, tagLength: TAG_BYTES, ...COST });
    return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
  },
  async verify(password, hash) {
    const [, memory, passes, parallelism, salt, expected] = FORM.exec(hash) ?? [];
    if (salt === undefined || expected === undefined) return false;
    const wanted = Buffer.from(expected, 'base64');
    const tag = await derive('argon2id', {
      message: messageOf(password),
      nonce: Buffer.from(salt, 'base64'),
      tagLength: wanted.length,
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    });
    return timingSafeEqual(tag, wanted);
  },
  isOutdated(hash) {
    const [, memory, passes, parallelism] = FORM.exec(hash) ?? [];
    return Number(memory) !== COST.memory || Number(passes) !== COST.passes || Number(parallelism) !== COST.parallelism;
  },
  isCommon: isCommonPassword,
};

/** One password however the keyboard composes its marks. */
function messageOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
