import { setTimeout } from 'node:timers/promises';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StoreBusy } from '../../store-busy.ts';

/** Longest wait for another process (the command line beside the server) to end its transaction, ms. */
const BUSY_MS = 5_000;
const RETRY_MS = 5;
const CHECKPOINT_PAGES = 8_000;
const SQLITE_BUSY = 5;

export type Statements = (sql: string) => StatementSync;

/**
 * One SQLite file with two connections: one writes, one transaction at a time; one reads what is
 * committed, so that a page never sees half a transaction.
 */
export type Database = {
  /** A prepared statement of the reading connection. */
  readonly read: Statements;
  /** Runs `work` alone in one transaction: all of it is kept, or, when it throws, nothing. */
  write<T>(work: (prepare: Statements) => T | Promise<T>): Promise<T>;
  /** Runs SQL text on the writing connection, outside a transaction. */
  exec(sql: string): void;
  close(): void;
};

/** Opens (or makes) the file. @throws when it cannot be opened or is no SQLite database. */
export function openDatabase(file: string): Database {
  const writer = new DatabaseSync(file, { timeout: BUSY_MS });
  writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;');
  // Hot rollup pages are written to the file once in 32 MiB of log instead of once in 4.
  writer.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`);
  writer.exec('PRAGMA busy_timeout = 0');
  const reader = new DatabaseSync(file, { timeout: BUSY_MS });
  reader.exec('PRAGMA query_only = ON;');
  const prepareToWrite = remember(writer);
  let last: Promise<unknown> = Promise.resolve();

  return {
    read: remember(reader),
    write(work) {
      const turn = last.then(() => inTransaction(writer, () => work(prepareToWrite)));
      // The next turn waits for this one, whatever its end; its caller hears of a failure through `turn`.
      last = turn.catch(() => undefined);
      return turn;
    },
    exec: (sql) => writer.exec(sql),
    close() {
      reader.close();
      writer.close();
    },
  };
}

function remember(database: DatabaseSync): Statements {
  const known = new Map<string, StatementSync>();
  return (sql) => {
    const statement = known.get(sql) ?? database.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}

async function inTransaction<T>(database: DatabaseSync, work: () => T | Promise<T>): Promise<T> {
  await begin(database);
  try {
    const value = await work();
    database.exec('COMMIT');
    return value;
  } catch (cause) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
}

/** Waits beside the event loop, never in it: SQLite's own wait would stop every other request. */
async function begin(database: DatabaseSync): Promise<void> {
  for (const started = performance.now(); ; await setTimeout(RETRY_MS)) {
    try {
      database.exec('BEGIN IMMEDIATE');
      return;
    } catch (cause) {
      const isBusy = cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY;
      if (!isBusy) throw cause;
      if (performance.now() - started > BUSY_MS) throw new StoreBusy('another process holds the database', { cause });
    }
  }
}
