import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Random, Secrets } from '../ports.ts';

export const nodeRandom: Random = { bytes: (count) => randomBytes(count) };

/** SHA-256 without salt is enough for 256 random bits; passwords go through argon2id instead. */
export const nodeSecrets: Secrets = {
  make: () => randomBytes(32).toString('base64url'),
  hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
  makeId: () => randomUUID(),
};
