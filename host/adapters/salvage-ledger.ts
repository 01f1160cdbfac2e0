import { closeSync, copyFileSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { LedgerState, StoredEntry } from '../ports.ts';
import { parseEntryRow, parseStateRow } from './sqlite-ledger-row.ts';

/** What could be read of a damaged ledger. */
export type SalvagedLedger = {
  readonly state: Omit<LedgerState, 'head'>;
  /** In order; what could not be read is missing. */
  readonly entries: readonly StoredEntry[];
  readonly sent: readonly { readonly day: string; readonly mark: number }[];
};

/** Rows asked for at once; where one page of them is bad, each is asked for alone. */
const TOGETHER = 500;
/** After so many numbers in a row without an entry there are no more. */
const GIVE_UP = 5_000;
/** More than ever can be on its way at once: a number beyond is damage itself. */
const FARTHEST_OFFER = 100_000;

/** The first 24 bytes of every ledger: SQLite 3, pages of 4,096 bytes, WAL, its fixed fractions (https://www.sqlite.org/fileformat.html#the_database_header). */
const HEADER = Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), Buffer.from([0x10, 0x00, 2, 2, 0, 64, 32, 32])]);

/** Reads what can be read of a damaged ledger, from a copy of it; null: not even which stream it is. */
export function salvageLedger(path: string): SalvagedLedger | null {
  const copy = `${path}.salvage`;
  try {
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    writeHeader(copy);
    return readAll(copy);
  } catch {
    // Whatever it is that cannot be read: the file is kept, and a person may know more.
    return null;
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
  }
}

function writeHeader(path: string): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, HEADER, 0, HEADER.length, 0);
  } finally {
    closeSync(file);
  }
}

function readAll(path: string): SalvagedLedger | null {
  const database = new DatabaseSync(path);
  try {
    const state = parseStateRow(database.prepare('SELECT stream, mark, offered, 0 AS head FROM ledger').get());
    const entries = readEntries(database);
    const head = entries.at(-1)?.seq ?? 0;
    if (state.stream === '' || Math.max(state.offered, state.mark) > head + FARTHEST_OFFER) return null;
    return { state, entries, sent: readSent(database) };
  } finally {
    database.close();
  }
}

function readEntries(database: DatabaseSync): readonly StoredEntry[] {
  const many = database.prepare('SELECT * FROM entries WHERE seq >= ? ORDER BY seq LIMIT ?');
  const one = database.prepare('SELECT * FROM entries WHERE seq = ?');
  const entries: StoredEntry[] = [];
  for (let next = 1, missed = 0; missed < GIVE_UP; ) {
    const chunk = tryRead(() => many.all(next, TOGETHER).map(parseEntryRow));
    if (chunk !== null) {
      entries.push(...chunk);
      const last = chunk.at(-1);
      if (last === undefined) break;
      [next, missed] = [last.seq + 1, 0];
      continue;
    }
    for (const end = next + TOGETHER; next < end; next += 1) {
      const entry = tryRead(() => one.all(next).map(parseEntryRow))?.[0];
      missed = entry === undefined ? missed + 1 : 0;
      if (entry !== undefined) entries.push(entry);
    }
  }
  return entries.filter(({ seq }, index) => index === 0 || seq > (entries[index - 1]?.seq ?? 0));
}

function readSent(database: DatabaseSync): SalvagedLedger['sent'] {
  return tryRead(() => database.prepare('SELECT day, mark FROM sent').all().map((row) => ({ day: String(row['day']), mark: Number(row['mark']) }))) ?? [];
}

function tryRead<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    // A damaged page: what lies on it is not to be had.
    return null;
  }
}
