import { failure } from '#domain/result.ts';
import type { LedgerFailure } from '../ports.ts';

/** Primary result codes, https://www.sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

/** True when the file itself is damaged, so that opening it again cannot help. */
export function isCorrupt(error: unknown): boolean {
  const code = primaryCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}

/**
 * The failure that an error of SQLite's or the file system's means to the kiosk. A full disk and a lock are left behind
 * by a clean rollback; everything else from the file makes the ledger unavailable.
 * @throws the error itself when it is neither SQLite's nor the file system's: that is a bug.
 */
export function ledgerFailure(error: unknown): { readonly ok: false; readonly error: { readonly code: LedgerFailure; readonly message: string } } {
  if (isFileError(error)) return failure(error.code === 'ENOSPC' ? 'LEDGER_DISK_FULL' : 'LEDGER_UNAVAILABLE', error.message);
  const code = primaryCode(error);
  if (code === null || !(error instanceof Error)) throw error;
  switch (code) {
    case FULL:
      return failure('LEDGER_DISK_FULL', error.message);
    case BUSY:
    case LOCKED:
      return failure('LEDGER_LOCKED', error.message);
    default:
      return failure('LEDGER_UNAVAILABLE', error.message);
  }
}

function isFileError(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
