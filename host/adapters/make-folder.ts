import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { flushNow } from './flush-folder.ts';

/**
 * Makes a folder and what is missing above it. Node's own `recursive` turns for ever where a folder stands and
 * nothing can be made in it (`ENOENT` below `/proc`): here each folder above is tried once, as the centre does.
 * @throws with the system's code, such as ENOENT, ENOTDIR or EACCES.
 */
export function makeFolder(folder: string): void {
  makeAll(resolve(folder));
}

function makeAll(folder: string): void {
  if (makeOne(folder)) return;
  if (dirname(folder) !== folder) makeAll(dirname(folder));
  if (!makeOne(folder)) throw Object.assign(new Error(`${folder} cannot be made`), { code: 'ENOENT', syscall: 'mkdir' });
}

/** False: what is above is missing, or lets nothing be made. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder);
    flushName(folder);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return false;
    // Windows refuses to make the root of a drive with EPERM, though it stands.
    if (code !== 'EEXIST' && !(code === 'EPERM' && dirname(folder) === folder)) throw cause;
    // ENOTDIR when a file stands there, ENOENT when a link leads nowhere.
    accessSync(`${folder}/.`, constants.F_OK);
    return true;
  }
}

/** A file that is flushed in a folder whose own name was not is gone with it when the power is cut. */
function flushName(folder: string): void {
  try {
    flushNow(dirname(folder));
  } catch {
    // The folder above may be one that this user cannot read: the system writes its names within seconds.
    return;
  }
}
