import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './make-folder.ts';
import { isCorrupt } from './sqlite-error.ts';
import { DamagedRow, parseStateRow } from './sqlite-ledger-row.ts';
import { makeSchema, prepareDatabase } from './sqlite-ledger-schema.ts';

/** How long a write waits for another program's lock; the citizen's finger is on the glass meanwhile, ms. */
const LOCK_PATIENCE = 500;

export type SqliteLedgerOptions = {
  /** The ledger's file; its folder is made when missing. */
  readonly path: string;
  readonly newStream: () => string;
  /** Names a file that is set aside, such as `20261123T081500`. */
  readonly stamp: () => string;
  /** SQLite's own ceiling in pages, so that a test can fill the disk. */
  readonly maxPages?: number;
};

/** Where a new stream is made before it takes the ledger's place. */
export const nextPath = (options: SqliteLedgerOptions): string => `${options.path}.next`;

/** Opens the ledger; a damaged file is set aside and a new one begun. */
export function openLedgerFile(options: SqliteLedgerOptions): { readonly database: DatabaseSync; readonly setAside: string | null } {
  makeFolder(dirname(options.path));
  finishBegunStream(options);
  try {
    return { database: openChecked(options, options.path), setAside: null };
  } catch (error: unknown) {
    if (!isCorrupt(error) && !(error instanceof DamagedRow)) throw error;
    const setAside = setLedgerAside(options, 'damaged');
    return { database: openChecked(options, options.path), setAside };
  }
}

/** The power may have gone between the two renames of a new stream. */
function finishBegunStream(options: SqliteLedgerOptions): void {
  if (!existsSync(nextPath(options))) return;
  if (existsSync(options.path)) rmSync(nextPath(options));
  else renameSync(nextPath(options), options.path);
}

/** Opens a file and reads all of it once: a page that does not fit its neighbours is found now, not at a tap. */
export function openChecked(options: SqliteLedgerOptions, path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: LOCK_PATIENCE });
  try {
    prepareDatabase(database);
    if (options.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${options.maxPages}`);
    const verdict = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (verdict !== 'ok') throw new DamagedRow(String(verdict));
    makeSchema(database, options.newStream());
    parseStateRow(database.prepare('SELECT stream, mark, offered, 0 AS head FROM ledger').get());
    return database;
  } catch (error: unknown) {
    database.close();
    throw error;
  }
}

/** Renames the file and its log; both are kept for a person to read. */
export function setLedgerAside(options: SqliteLedgerOptions, why: 'damaged' | 'outdated'): string {
  const aside = `${options.path}.${why}-${options.stamp()}`;
  for (const ending of ['', '-wal']) {
    if (existsSync(options.path + ending)) renameSync(options.path + ending, aside + ending);
  }
  rmSync(`${options.path}-shm`, { force: true });
  return aside;
}
