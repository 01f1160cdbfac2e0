import type { Random } from '../ports.ts';

/** 31 signs without 0 O 1 I L, which people confuse. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const FORM = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);
/** Bytes from here on would favour the first signs. */
const FAIR = 256 - (256 % SIGNS.length);

/** Eight random signs, shown as K7P4-2MXQ: 40 bits for 15 minutes, behind a throttle. */
export function makePairingCode(random: Random): string {
  let signs = '';
  while (signs.length < LENGTH) {
    for (const byte of random.bytes(LENGTH)) {
      if (byte < FAIR && signs.length < LENGTH) signs += SIGNS.charAt(byte % SIGNS.length);
    }
  }
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** The code as it is hashed, or null when it cannot be one. Case, spaces and hyphens are forgiven. */
export function normalisePairingCode(text: string): string | null {
  const signs = text.toUpperCase().replace(/[\s\-‐‑–—]/g, '');
  return FORM.test(signs) ? signs : null;
}
