import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Digest } from '../ports.ts';

const KEY = /^[A-Za-z0-9_-]{43}$/;

/** Hashes and signatures of node:crypto. */
export const nodeDigest: Digest = {
  sha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
  isSigned: (text, signature, key) => {
    const known = publicKey(key);
    return known !== null && verify(null, Buffer.from(text, 'utf8'), known, Buffer.from(signature, 'base64url'));
  },
};

/** Null for a text that is no Ed25519 key. */
function publicKey(key: string): KeyObject | null {
  return KEY.test(key) ? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }) : null;
}
