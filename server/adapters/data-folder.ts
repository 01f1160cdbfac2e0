import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Makes the data folder, readable by its owner only; what is wrong with it and what to do, or null. */
export function findDataProblem(dataDir: string): string | null {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    return null;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    return `The data folder ${resolve(dataDir)} cannot be used (${code}): choose another with DATA_DIR, or give this user the right to write there.`;
  }
}
