import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../ports.ts';

/** The system's cryptographic source; `fraction` serves jitter only. */
export const systemRandom: Random = {
  fraction: () => Math.random(),
  uuid: () => randomUUID(),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
};
