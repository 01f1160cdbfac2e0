import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, success, type Result } from '#domain/result.ts';
import type { LedgerFailure } from '../ports.ts';
import { makeFolder } from './make-folder.ts';
import { ledgerFailure } from './sqlite-error.ts';

export type DataFolderLock = {
  /** Holds the folder, or says why not: a disk that takes nothing now may do so later. The ledger is opened only by a holder. */
  readonly hold: () => Result<null, LedgerFailure>;
  readonly release: () => void;
};

/**
 * Keeps a second host off the same data folder: two hosts would number one stream twice.
 * The lock is a transaction held open in a file of its own, so the system lifts it even after kill -9.
 * Fails only when another host holds it. A folder that cannot be written yet is no reason to leave the screen black.
 */
export function lockDataFolder(folder: string): Result<DataFolderLock, 'LEDGER_LOCKED'> {
  let held: DatabaseSync | null = null;
  const hold = (): Result<null, LedgerFailure> => {
    if (held !== null) return success(null);
    const locked = tryLock(folder);
    if (!locked.ok) return locked;
    held = locked.value;
    return success(null);
  };
  const first = hold();
  if (!first.ok && first.error.code === 'LEDGER_LOCKED') return failure('LEDGER_LOCKED', `another kiosk is running on the data folder ${folder}`);
  return success({ hold, release: () => held?.close() });
}

function tryLock(folder: string): Result<DatabaseSync, LedgerFailure> {
  let file: DatabaseSync | null = null;
  try {
    makeFolder(folder);
    file = new DatabaseSync(join(folder, 'host.lock'), { timeout: 0 });
    file.exec('BEGIN EXCLUSIVE');
    return success(file);
  } catch (error: unknown) {
    file?.close();
    return ledgerFailure(error);
  }
}
