import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, success, type Result } from '#domain/result.ts';
import { makeFolder } from './make-folder.ts';
import { ledgerFailure } from './sqlite-error.ts';

/**
 * Keeps a second host off the same data folder: two hosts would number one stream twice.
 * The lock is a transaction held open in a file of its own, so the system lifts it even after kill -9.
 * Gives the function that lifts it.
 */
export function lockDataFolder(folder: string): Result<() => void, 'LEDGER_LOCKED'> {
  makeFolder(folder);
  const file = new DatabaseSync(join(folder, 'host.lock'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error: unknown) {
    file.close();
    const reason = ledgerFailure(error);
    if (reason.error.code !== 'LEDGER_LOCKED') throw new Error(`cannot lock ${folder}`, { cause: error });
    return failure('LEDGER_LOCKED', `another kiosk is running on the data folder ${folder}`);
  }
  return success(() => file.close());
}
