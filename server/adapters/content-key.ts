import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'content-key.pem';

/**
 * The centre's Ed25519 key that signs content packs; made at the first start and kept in the data
 * folder, readable by its owner only. Returns the public key as base64url of its raw 32 bytes.
 */
export function loadContentKey(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  if (!existsSync(file)) makeKey(file);
  return publicKeyText(createPrivateKey(readFileSync(file)));
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flush: true });
  try {
    // A link fails where a rename would overwrite the key of another process that started at once.
    linkSync(beside, file);
  } catch {
    // Either that happened, or the file system knows no links.
    if (!existsSync(file)) renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

function publicKeyText(privateKey: KeyObject): string {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('the content key is no Ed25519 key');
  return x;
}
