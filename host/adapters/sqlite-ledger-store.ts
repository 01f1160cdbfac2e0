import type { DatabaseSync } from 'node:sqlite';
import type { CalendarDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { LedgerFailure, LedgerOpening, LedgerState, LedgerStore, NewEntry, PlaceByUp, StoredEntry } from '../ports.ts';
import { openLedgerFile, placeOfFile, putBack, putNextInPlace, setLedgerAside, writeNext, type FilePlace, type SqliteLedgerOptions } from './ledger-files.ts';
import { ledgerFailure } from './sqlite-error.ts';
import { DamagedRow, parseEntryRow, parseStateRow, parseTapsRow, parseUpRow } from './sqlite-ledger-row.ts';
import { prepareStatements, type LedgerStatements } from './sqlite-ledger-schema.ts';

type Opened = { readonly database: DatabaseSync; readonly sql: LedgerStatements; readonly place: FilePlace | null };
type Outcome<Value> = Result<Value, LedgerFailure>;

/** The ledger in one SQLite file: WAL, synchronous=FULL, so a returned number is on the disk. */
export class SqliteLedgerStore implements LedgerStore {
  readonly #options: SqliteLedgerOptions;
  #opened: Opened | null = null;

  constructor(options: SqliteLedgerOptions) {
    this.#options = options;
  }

  open(): Outcome<LedgerOpening> {
    try {
      if (this.#opened !== null && !this.#isInPlace(this.#opened)) {
        putBack(this.#options, this.#opened.database);
        this.#opened = null;
      }
      if (this.#opened !== null) return this.#opening(null);
      const held = this.#options.hold?.() ?? success(null);
      if (!held.ok) return held;
      const { database, setAside } = openLedgerFile(this.#options);
      this.#opened = { database, sql: prepareStatements(database), place: placeOfFile(this.#options.path) };
      return this.#opening(setAside);
    } catch (error: unknown) {
      return ledgerFailure(error);
    }
  }

  state(): Outcome<LedgerState> {
    return this.#run(({ sql }) => parseStateRow(sql.state.get()));
  }

  append(entry: NewEntry): Outcome<number> {
    return this.#run(({ sql }) => insert(sql, entry));
  }

  read(first: number, count: number): Outcome<readonly StoredEntry[]> {
    return this.#run(({ sql }) => sql.read.all(first, count).map(parseEntryRow));
  }

  readDays(from: CalendarDay): Outcome<readonly StoredEntry[]> {
    return this.#run(({ sql }) => sql.readDays.all(from).map(parseEntryRow));
  }

  tapsByDay(from: CalendarDay): Outcome<ReadonlyMap<CalendarDay, number>> {
    return this.#run(({ sql }) => new Map(sql.tapsByDay.all(from).map(parseTapsRow)));
  }

  placeBoot(boot: string, place: PlaceByUp): Outcome<null> {
    return this.#runAtOnce(({ sql }) => {
      for (const { seq, up } of sql.readBoot.all(boot).map(parseUpRow)) {
        const { day, hour } = place(up);
        sql.place.run(day, hour, seq);
      }
    });
  }

  setOffered(seq: number): Outcome<null> {
    return this.#runAtOnce(({ sql }) => void sql.setOffered.run(seq));
  }

  setMark(mark: number, day: CalendarDay): Outcome<null> {
    return this.#runAtOnce(({ sql }) => {
      sql.setMark.run(mark);
      sql.forgetHigherMarks.run(mark);
      sql.rememberMark.run(day, mark);
    });
  }

  prune(before: CalendarDay): Outcome<number> {
    return this.#run(({ sql }) => Number(sql.prune.run(before).changes));
  }

  beginStream(carried: readonly NewEntry[]): Outcome<LedgerOpening> {
    const made = this.#run(() => writeNext(this.#options, (database) => {
      const sql = prepareStatements(database);
      for (const entry of carried) insert(sql, entry);
    }));
    if (!made.ok) return made;
    this.close();
    try {
      const aside = setLedgerAside(this.#options, 'outdated');
      putNextInPlace(this.#options);
      const opening = this.open();
      return opening.ok ? success({ ...opening.value, setAside: aside }) : opening;
    } catch (error: unknown) {
      return failure('LEDGER_UNAVAILABLE', error instanceof Error ? error.message : 'the new ledger cannot be put in place');
    }
  }

  close(): void {
    const closing = this.#opened;
    this.#opened = null;
    try {
      closing?.database.close();
    } catch (error: unknown) {
      // What was answered is on the disk already; only a bug is worth more than this.
      ledgerFailure(error);
    }
  }

  #opening(setAside: string | null): Outcome<LedgerOpening> {
    return this.#run(({ sql }) => ({ ...parseStateRow(sql.state.get()), setAside }));
  }

  #run<Value>(work: (opened: Opened) => Value): Outcome<Value> {
    if (this.#opened === null) return failure('LEDGER_UNAVAILABLE', 'the ledger is not open');
    // The handle stays open: it is the only way to what was written. The next `open` puts the file back.
    if (!this.#isInPlace(this.#opened)) return failure('LEDGER_UNAVAILABLE', 'the ledger\'s file was taken away');
    try {
      return success(work(this.#opened));
    } catch (error: unknown) {
      const failed = error instanceof DamagedRow ? failure('LEDGER_UNAVAILABLE', error.message) : ledgerFailure(error);
      // Nothing is tried on this handle again: after a failed flush its pages cannot be trusted.
      if (failed.error.code === 'LEDGER_UNAVAILABLE') this.close();
      return failed;
    }
  }

  #isInPlace({ place }: Opened): boolean {
    const now = placeOfFile(this.#options.path);
    return place !== null && now !== null && now.ino === place.ino && now.dev === place.dev;
  }

  #runAtOnce(work: (opened: Opened) => void): Outcome<null> {
    return this.#run((opened) => {
      inTransaction(opened.database, () => work(opened));
      return null;
    });
  }
}

function insert(sql: LedgerStatements, entry: NewEntry): number {
  const { kind, up, boot, day, hour, body } = entry;
  return Number(sql.append.run(kind, up, boot, day, hour, body).lastInsertRowid);
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error: unknown) {
    // SQLite has rolled back by itself after some errors.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
