import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyRepository } from '../repositories/keys.ts';

const NAME = 'content';
/** Where the first versions kept it: taken over once, then not read any more. */
const OLD_FILE = 'content-key.pem';

export type ContentKey = {
  readonly privateKey: KeyObject;
  /** base64url of the raw 32 bytes. */
  readonly publicKey: string;
};

/**
 * The centre's Ed25519 key that signs content. It is made once and lives in the database, because
 * every process of a centre must sign with the same one, and a backup without it would be worthless:
 * kiosks trust no other.
 */
export async function loadContentKey(keys: KeyRepository, dataDir: string, now: number): Promise<ContentKey> {
  const kept = (await keys.find(NAME)) ?? (await keys.keep(NAME, oldKey(join(dataDir, OLD_FILE)) ?? newKey(), now));
  const privateKey = createPrivateKey(kept);
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('the content key is no Ed25519 key');
  return { privateKey, publicKey: x };
}

function oldKey(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
