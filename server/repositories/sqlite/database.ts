import { setTimeout } from 'node:timers/promises';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StoreBusy, StoreFull } from '../../store-busy.ts';
import { roomWatch } from '../room-watch.ts';

/** Longest wait for another process (the command line beside the server) to end its transaction, ms. */
const BUSY_MS = 5_000;
const RETRY_MS = 5;
/** Hot rollup pages are written to the file once in 32 MiB of log instead of once in 4. */
const CHECKPOINT_PAGES = 8_000;

/** Most pieces of work that share one transaction. */
const TOGETHER = 64;

export type Statements = (sql: string) => StatementSync;

/**
 * One SQLite file with two connections: one writes, one transaction at a time; one reads what is
 * committed, so that a page never sees half a transaction.
 */
export type Database = {
  /** A prepared statement of the reading connection. */
  readonly read: Statements;
  /**
   * Runs `work` alone: all of it is kept, or, when it throws, nothing. Those that wait together share
   * one flush to the disk, and each is told only after it.
   */
  write<T>(work: (prepare: Statements) => T | Promise<T>): Promise<T>;
  /** Everything that `work` reads is of one moment, however long it takes; writing goes on beside it. */
  snapshot<T>(work: (read: Statements) => Promise<T>): Promise<T>;
  /** Runs SQL text on the writing connection, as part of a transaction that is open. */
  exec(sql: string): void;
  /** The last write found no room, and that is not long ago. */
  isFull(): boolean;
  close(): void;
};

type Connection = { readonly writer: DatabaseSync; readonly prepare: Statements; readonly read: Statements; close(): void };

/** Opens (or makes) the file; `now`: ms of any steady clock. @throws when it cannot be opened or is no SQLite database. */
export function openDatabase(file: string, now: () => number = () => performance.now()): Database {
  let current: Connection | null = connect(file);
  const room = roomWatch(now);
  const connection = (): Connection => {
    current ??= reconnect(file);
    return current;
  };
  const takeTurn = turnsOf(async (group) => {
    try {
      const { writer, prepare } = connection();
      const endings = await inTransaction(writer, () => runGroup(writer, prepare, group));
      room.written();
      for (const end of endings) end();
    } catch (cause) {
      // After a failed write or flush nobody knows what is on disk: only a fresh look at it tells.
      if (isFailure(cause, DAMAGE)) {
        current?.close();
        current = null;
      }
      const isFull = isFailure(cause, [FULL]);
      if (isFull) room.full();
      const told = isFull ? new StoreFull('the disk is full', { cause }) : cause;
      for (const turn of group) turn.fail(told);
    }
  });

  return {
    read: (sql) => connection().read(sql),
    write: <T>(work: (prepare: Statements) => T | Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        takeTurn({
          async run(prepare) {
            const value = await work(prepare);
            return () => resolve(value);
          },
          fail: reject,
        });
      }),
    async snapshot(work) {
      const reader = new DatabaseSync(file, { timeout: BUSY_MS });
      try {
        reader.exec('PRAGMA query_only = ON; BEGIN;');
        return await work(remember(reader));
      } finally {
        reader.close();
      }
    },
    exec: (sql) => connection().writer.exec(sql),
    isFull: room.isFull,
    close() {
      current?.close();
      current = null;
    },
  };
}

function connect(file: string): Connection {
  const writer = new DatabaseSync(file, { timeout: BUSY_MS });
  writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;');
  writer.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA busy_timeout = 0;`);
  const reader = new DatabaseSync(file, { timeout: BUSY_MS });
  reader.exec('PRAGMA query_only = ON; PRAGMA cache_size = -65536;');
  return {
    writer,
    prepare: remember(writer),
    read: remember(reader),
    close() {
      reader.close();
      writer.close();
    },
  };
}

/** Opens the file again after a damage and looks it through before anything is written. */
function reconnect(file: string): Connection {
  const connection = connect(file);
  const found = connection.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (found === 'ok') return connection;
  connection.close();
  throw new Error(`the database is damaged: ${String(found)}`);
}

function remember(database: DatabaseSync): Statements {
  const known = new Map<string, StatementSync>();
  return (sql) => {
    const statement = known.get(sql) ?? database.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}

/** One piece of work that waits to be written. */
type Turn = {
  /** Returns what tells its caller, once it is kept. */
  run(prepare: Statements): Promise<() => void>;
  fail(cause: unknown): void;
};

/** Those that wait while a group is written are the next group. */
function turnsOf(write: (group: readonly Turn[]) => Promise<void>): (turn: Turn) => void {
  const waiting: Turn[] = [];
  let isWriting = false;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) await write(waiting.splice(0, TOGETHER));
    isWriting = false;
  };
  return (turn) => {
    waiting.push(turn);
    if (isWriting) return;
    isWriting = true;
    // Those that come in the same moment come together.
    queueMicrotask(() => void drain());
  };
}

/** Each turn within its own savepoint, so that one that fails takes nobody with it. */
async function runGroup(writer: DatabaseSync, prepare: Statements, group: readonly Turn[]): Promise<readonly (() => void)[]> {
  const [only] = group;
  if (group.length === 1 && only !== undefined) return [await only.run(prepare)];
  const endings: (() => void)[] = [];
  for (const turn of group) {
    writer.exec('SAVEPOINT turn');
    try {
      endings.push(await turn.run(prepare));
      writer.exec('RELEASE turn');
    } catch (cause) {
      // A full disk and a broken one are everybody's: SQLite may have ended the whole transaction.
      if (!writer.isTransaction || isFailure(cause, [FULL, ...DAMAGE])) throw cause;
      writer.exec('ROLLBACK TO turn; RELEASE turn');
      endings.push(() => turn.fail(cause));
    }
  }
  return endings;
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
      if (!isFailure(cause, [BUSY])) throw cause;
      if (performance.now() - started > BUSY_MS) throw new StoreBusy('another process holds the database', { cause });
    }
  }
}

// https://www.sqlite.org/rescode.html: the low byte is the kind of failure.
const BUSY = 5;
const FULL = 13;
/** I/O error, corrupt, cannot open, not a database. */
const DAMAGE = [10, 11, 14, 26];

function isFailure(cause: unknown, kinds: readonly number[]): boolean {
  return cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' && kinds.includes(cause.errcode & 0xff);
}
