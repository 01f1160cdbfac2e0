import type { DatabaseSync, StatementSync } from 'node:sqlite';

const SCHEMA_VERSION = 1;

/**
 * The entries' number is the row id: contiguous, because nothing but append inserts and the newest
 * row is never deleted. `sent` says which mark was known at the end of which day, for pruning.
 */
const SCHEMA = `
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stream TEXT NOT NULL,
  mark INTEGER NOT NULL DEFAULT 0,
  offered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  up INTEGER NOT NULL,
  boot TEXT NOT NULL,
  day TEXT NOT NULL,
  hour INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_day ON entries (day, kind);
CREATE TABLE sent (day TEXT PRIMARY KEY, mark INTEGER NOT NULL) STRICT, WITHOUT ROWID;
PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Sets the durability the promise rests on: with WAL and FULL every commit is flushed before it
 * returns (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export function prepareDatabase(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
}

/** Makes the tables of a new file and its stream; does nothing to a file that has them. */
export function makeSchema(database: DatabaseSync, stream: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) throw new Error(`the ledger was written by a newer kiosk (schema ${version})`);
  database.exec(`BEGIN IMMEDIATE; ${SCHEMA}`);
  database.prepare('INSERT INTO ledger (id, stream) VALUES (1, ?)').run(stream);
  database.exec('COMMIT');
}

export type LedgerStatements = Readonly<Record<keyof typeof SQL, StatementSync>>;

const SQL = {
  state: 'SELECT stream, mark, offered, (SELECT coalesce(max(seq), 0) FROM entries) AS head FROM ledger',
  append: `INSERT INTO entries (seq, kind, up, boot, day, hour, body)
    SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ? FROM entries`,
  read: 'SELECT * FROM entries WHERE seq >= ? ORDER BY seq LIMIT ?',
  readDays: 'SELECT * FROM entries WHERE day >= ? ORDER BY seq',
  tapsByDay: `SELECT day, count(*) AS taps FROM entries WHERE day >= ? AND kind = 'tap' GROUP BY day`,
  readBoot: 'SELECT seq, up FROM entries WHERE boot = ?',
  place: 'UPDATE entries SET day = ?, hour = ? WHERE seq = ?',
  setOffered: 'UPDATE ledger SET offered = max(offered, ?)',
  setMark: 'UPDATE ledger SET mark = ?',
  forgetHigherMarks: 'DELETE FROM sent WHERE mark > ?',
  rememberMark: 'INSERT INTO sent (day, mark) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET mark = excluded.mark',
  prune: `DELETE FROM entries WHERE seq <= (SELECT coalesce(max(sent.mark), 0) FROM sent WHERE sent.day < ?)
    AND seq <= (SELECT mark FROM ledger) AND seq < (SELECT max(seq) FROM entries)`,
} as const;

export function prepareStatements(database: DatabaseSync): LedgerStatements {
  const prepare = (name: keyof typeof SQL): StatementSync => database.prepare(SQL[name]);
  return {
    state: prepare('state'),
    append: prepare('append'),
    read: prepare('read'),
    readDays: prepare('readDays'),
    tapsByDay: prepare('tapsByDay'),
    readBoot: prepare('readBoot'),
    place: prepare('place'),
    setOffered: prepare('setOffered'),
    setMark: prepare('setMark'),
    forgetHigherMarks: prepare('forgetHigherMarks'),
    rememberMark: prepare('rememberMark'),
    prune: prepare('prune'),
  };
}
