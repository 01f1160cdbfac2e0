import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { success, type Result } from '#domain/result.ts';
import type { LedgerFailure, LedgerOpening, LedgerStore, NewEntry } from '../ports.ts';
import { isCorrupt, ledgerFailure } from './sqlite-error.ts';
import { DamagedRow, parseEntryRow, parseStateRow, parseTapsRow, parseUpRow } from './sqlite-ledger-row.ts';
import { makeSchema, prepareDatabase, prepareStatements, type LedgerStatements } from './sqlite-ledger-schema.ts';

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

type Opened = { readonly database: DatabaseSync; readonly sql: LedgerStatements };

/** The ledger in one SQLite file: WAL, synchronous=FULL, so a returned number is on the disk. */
export function sqliteLedgerStore(options: SqliteLedgerOptions): LedgerStore {
  let opened: Opened | null = null;

  const close = (): void => {
    const closing = opened;
    opened = null;
    closing?.database.close();
  };

  const run = <Value>(work: (open: Opened) => Value): Result<Value, LedgerFailure> => {
    if (opened === null) return { ok: false, error: { code: 'LEDGER_UNAVAILABLE', message: 'the ledger is not open' } };
    try {
      return success(work(opened));
    } catch (error: unknown) {
      if (opened.database.isTransaction) rollBack(opened.database);
      const failed = error instanceof DamagedRow ? unavailable(error.message) : ledgerFailure(error);
      // Nothing is tried on this handle again: after a failed flush its pages cannot be trusted.
      if (failed.error.code === 'LEDGER_UNAVAILABLE') closeQuietly();
      return failed;
    }
  };

  const closeQuietly = (): void => {
    try {
      close();
    } catch (error: unknown) {
      ledgerFailure(error);
    }
  };

  const open = (): Result<LedgerOpening, LedgerFailure> => {
    if (opened !== null) return run(({ sql }) => ({ ...parseStateRow(sql.state.get()), setAside: null }));
    try {
      const { database, setAside } = openFile(options);
      opened = { database, sql: prepareStatements(database) };
      return run(({ sql }) => ({ ...parseStateRow(sql.state.get()), setAside }));
    } catch (error: unknown) {
      return ledgerFailure(error);
    }
  };

  return {
    open,
    close: closeQuietly,
    state: () => run(({ sql }) => parseStateRow(sql.state.get())),
    append: (entry) => run(({ sql }) => insert(sql, entry)),
    read: (first, count) => run(({ sql }) => sql.read.all(first, count).map(parseEntryRow)),
    readDays: (from) => run(({ sql }) => sql.readDays.all(from).map(parseEntryRow)),
    tapsByDay: (from) => run(({ sql }) => new Map(sql.tapsByDay.all(from).map(parseTapsRow))),
    placeBoot: (boot, place) =>
      run(({ database, sql }) =>
        inTransaction(database, () => {
          for (const { seq, up } of sql.readBoot.all(boot).map(parseUpRow)) {
            const { day, hour } = place(up);
            sql.place.run(day, hour, seq);
          }
          return null;
        }),
      ),
    setOffered: (seq) => run(({ sql }) => (sql.setOffered.run(seq), null)),
    setMark: (mark, day) =>
      run(({ database, sql }) =>
        inTransaction(database, () => {
          sql.setMark.run(mark);
          sql.forgetHigherMarks.run(mark);
          sql.rememberMark.run(day, mark);
          return null;
        }),
      ),
    prune: (before) => run(({ sql }) => Number(sql.prune.run(before).changes)),
    beginStream: (carried) => {
      const made = run(() => writeNext(options, carried));
      if (!made.ok) return made;
      closeQuietly();
      try {
        const aside = setFileAside(options, 'outdated');
        renameSync(nextPath(options), options.path);
        const reopened = open();
        return reopened.ok ? success({ ...reopened.value, setAside: aside }) : reopened;
      } catch (error: unknown) {
        return unavailable(error instanceof Error ? error.message : 'the new ledger cannot be put in place');
      }
    },
  };
}

function unavailable(message: string): { readonly ok: false; readonly error: { readonly code: 'LEDGER_UNAVAILABLE'; readonly message: string } } {
  return { ok: false, error: { code: 'LEDGER_UNAVAILABLE', message } };
}

function insert(sql: LedgerStatements, entry: NewEntry): number {
  const { kind, up, boot, day, hour, body } = entry;
  return Number(sql.append.run(kind, up, boot, day, hour, body).lastInsertRowid);
}

function inTransaction<Value>(database: DatabaseSync, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  const value = work();
  database.exec('COMMIT');
  return value;
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch (error: unknown) {
    // SQLite has rolled back by itself after some errors; the first error is the one to tell.
    ledgerFailure(error);
  }
}

const nextPath = (options: SqliteLedgerOptions): string => `${options.path}.next`;

function openFile(options: SqliteLedgerOptions): { readonly database: DatabaseSync; readonly setAside: string | null } {
  mkdirSync(dirname(options.path), { recursive: true });
  finishBegunStream(options);
  try {
    return { database: openChecked(options, options.path), setAside: null };
  } catch (error: unknown) {
    if (!isCorrupt(error) && !(error instanceof DamagedRow)) throw error;
    const setAside = setFileAside(options, 'damaged');
    return { database: openChecked(options, options.path), setAside };
  }
}

/** The power may have gone between the two renames of a new stream. */
function finishBegunStream(options: SqliteLedgerOptions): void {
  if (!existsSync(nextPath(options))) return;
  if (existsSync(options.path)) rmSync(nextPath(options));
  else renameSync(nextPath(options), options.path);
}

function openChecked(options: SqliteLedgerOptions, path: string): DatabaseSync {
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

/** Renames the file and its log beside it; both are kept for a person to read. */
function setFileAside(options: SqliteLedgerOptions, why: string): string {
  const aside = `${options.path}.${why}-${options.stamp()}`;
  for (const ending of ['', '-wal']) {
    if (existsSync(options.path + ending)) renameSync(options.path + ending, aside + ending);
  }
  rmSync(`${options.path}-shm`, { force: true });
  return aside;
}

function writeNext(options: SqliteLedgerOptions, carried: readonly NewEntry[]): void {
  rmSync(nextPath(options), { force: true });
  const database = openChecked(options, nextPath(options));
  try {
    const sql = prepareStatements(database);
    inTransaction(database, () => carried.forEach((entry) => insert(sql, entry)));
    // One file without a log can be renamed in one step.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
  } finally {
    database.close();
  }
}
