import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Result } from '#domain/result.ts';
import type { LedgerFailure } from '../ports.ts';
import { flushNow } from './flush-folder.ts';
import { makeFolder } from './make-folder.ts';
import { salvageLedger, type SalvagedLedger } from './salvage-ledger.ts';
import { isCorrupt } from './sqlite-error.ts';
import { DamagedRow, parseStateRow } from './sqlite-ledger-row.ts';
import { makeSchema, prepareDatabase } from './sqlite-ledger-schema.ts';

/** How long a write waits for another program's lock; the citizen's finger is on the glass meanwhile, ms. */
const LOCK_PATIENCE = 500;

export type SqliteLedgerOptions = {
  /** The ledger's file; its folder is made when missing. */
  readonly path: string;
  /** Asked before the file is opened: whether this program may; left out: it may. */
  readonly hold?: () => Result<null, LedgerFailure>;
  readonly newStream: () => string;
  /** Names a file that is set aside, such as `20261123T081500`. */
  readonly stamp: () => string;
  /** SQLite's own ceiling in pages, so that a test can fill the disk. */
  readonly maxPages?: number;
};

/** Where a new file is made before it takes the ledger's place. */
export const nextPath = (options: SqliteLedgerOptions): string => `${options.path}.next`;

/** Opens the ledger; a damaged file is set aside, and what can be read of it goes on in its place. */
export function openLedgerFile(options: SqliteLedgerOptions): { readonly database: DatabaseSync; readonly setAside: string | null } {
  makeFolder(dirname(options.path));
  finishBegunStream(options);
  try {
    return { database: openChecked(options, options.path), setAside: null };
  } catch (error: unknown) {
    if (!isCorrupt(error) && !(error instanceof DamagedRow)) throw error;
    const salvaged = salvageLedger(options.path);
    if (salvaged !== null) writeSalvaged(options, salvaged);
    const setAside = setLedgerAside(options, 'damaged');
    if (salvaged !== null) putNextInPlace(options);
    return { database: openChecked(options, options.path), setAside };
  }
}

/** The power may have gone between the two renames of a new file. */
function finishBegunStream(options: SqliteLedgerOptions): void {
  if (!existsSync(nextPath(options))) return;
  if (existsSync(options.path)) removeNext(options);
  else putNextInPlace(options);
}

function removeNext(options: SqliteLedgerOptions): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(nextPath(options) + ending, { force: true });
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

/** Writes a ledger beside the present one, whole and flushed; `putNextInPlace` makes it the ledger. */
export function writeNext(options: SqliteLedgerOptions, fill: (database: DatabaseSync) => void): void {
  removeNext(options);
  const database = openChecked(options, nextPath(options));
  try {
    database.exec('BEGIN IMMEDIATE');
    fill(database);
    database.exec('COMMIT');
    // One file without a log can be renamed in one step.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
  } finally {
    database.close();
  }
}

export function putNextInPlace(options: SqliteLedgerOptions): void {
  renameSync(nextPath(options), options.path);
  flushNow(dirname(options.path));
}

/**
 * The stream goes on, so that nothing is sent under a second number. An entry that is gone leaves a hole, which goes to
 * the centre as one and is counted there; a number that may have been sent is never given again.
 */
function writeSalvaged(options: SqliteLedgerOptions, { state, entries, sent }: SalvagedLedger): void {
  writeNext({ ...options, newStream: () => state.stream }, (database) => {
    const insert = database.prepare('INSERT INTO entries (seq, kind, up, boot, day, hour, body) VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const { seq, kind, up, boot, day, hour, body } of entries) insert.run(seq, kind, up, boot, day, hour, body);
    const highest = Math.max(state.offered, state.mark);
    if ((entries.at(-1)?.seq ?? 0) < highest) insert.run(highest, 'lost', 0, '', entries.at(-1)?.day ?? '1970-01-01', 0, '{"kind":"lost"}');
    database.prepare('UPDATE ledger SET mark = ?, offered = ?').run(state.mark, state.offered);
    const remember = database.prepare('INSERT INTO sent (day, mark) VALUES (?, ?)');
    for (const { day, mark } of sent) remember.run(day, mark);
  });
}

/** Which file an open ledger is: a file that was taken away still takes writes, and nobody ever sees them again. */
export type FilePlace = { readonly dev: number; readonly ino: number };

export function placeOfFile(path: string): FilePlace | null {
  try {
    const { dev, ino } = statSync(path);
    return { dev, ino };
  } catch {
    // Gone, or its disk is.
    return null;
  }
}

/** Writes everything of an open ledger, whose file was taken away, to its place again; the caller opens it there. @throws as long as nothing can be made there. */
export function putBack(options: SqliteLedgerOptions, database: DatabaseSync): void {
  makeFolder(dirname(options.path));
  removeNext(options);
  database.exec(`VACUUM INTO '${nextPath(options).replaceAll("'", "''")}'`);
  flushNow(nextPath(options));
  if (existsSync(options.path)) setLedgerAside(options, 'outdated');
  // SQLite removes the log by its name when it closes: before there is another file of this name.
  database.close();
  putNextInPlace(options);
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
