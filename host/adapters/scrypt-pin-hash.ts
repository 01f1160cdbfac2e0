import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinHash } from '../ports.ts';

/** OWASP Password Storage Cheat Sheet: scrypt N=2^17, r=8, p=1 (128 MiB, about 0.3 s). */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
/** A file that asks for more than this was not written here; scrypt would take the machine's memory, bytes. */
const MOST_MEMORY = 1024 ** 3;
const FORM = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([0-9A-Za-z_-]+)\$([0-9A-Za-z_-]+)$/;

/** Hashes written as scrypt$N$r$p$salt$key, so that the cost can rise later. */
export function scryptPinHash(cost: { readonly N: number; readonly r: number; readonly p: number } = COST): PinHash {
  return {
    make: async (pin) => {
      const salt = randomBytes(16);
      const key = await derive(pin, salt, cost);
      return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    matches: async (pin, hash) => {
      const match = FORM.exec(hash);
      if (match === null) return false;
      const [, n, r, p, salt = '', kept = ''] = match;
      const cost = { N: Number(n), r: Number(r), p: Number(p) };
      if (128 * cost.N * cost.r * cost.p > MOST_MEMORY) return false;
      const key = await derive(pin, Buffer.from(salt, 'base64url'), cost);
      const known = Buffer.from(kept, 'base64url');
      return key.length === known.length && timingSafeEqual(key, known);
    },
  };
}

function derive(pin: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((done, fail) => {
    scrypt(pin, salt, KEY_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => {
      if (error === null) done(key);
      else fail(error);
    });
  });
}
