import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes the data folder, readable by its owner only; what is wrong with it and what to do, or null. */
export function findDataProblem(dataDir: string): string | null {
  try {
    makeFolder(resolve(dataDir));
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    return null;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    return `The data folder ${resolve(dataDir)} cannot be used (${code}): choose another with DATA_DIR, or give this user the right to write there.`;
  }
}

/**
 * Node's own `recursive` turns for ever where a folder stands and nothing can be made in it (`ENOENT` below
 * `/proc`): here each folder above is tried once.
 */
function makeFolder(folder: string): void {
  if (makeOne(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  if (!makeOne(folder)) throw Object.assign(new Error(`${folder} cannot be made`), { code: 'ENOENT' });
}

/** False: what is above is missing, or lets nothing be made. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return false;
    if (code !== 'EEXIST') throw cause;
    // ENOTDIR when a file stands there, ENOENT when a link leads nowhere.
    accessSync(`${folder}/.`, constants.F_OK);
    return true;
  }
}
