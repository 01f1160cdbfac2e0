import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { StoreBusy, StoreFull } from '../../store-busy.ts';
import { roomWatch } from '../room-watch.ts';
import type { List, Row } from '../sql/read-row.ts';
import { inColumns, INT8S, parseIntegers, parseTexts, rowsOf, TEXTS } from './column-lists.ts';
import { isAway, isDiskFull, isStalePlan, isTransient } from './failures.ts';

/** Longest wait for a connection, also for a free one of the pool, ms. */
const CONNECT_MS = 3_000;
/** Longest run of a statement: the server ends it. A kiosk waits 30 s for its answer. */
const STATEMENT_MS = 15_000;
/** Longest wait for another's lock, ms. */
const LOCK_MS = 10_000;
/** A transaction that does nothing for this long lost its process; the server ends it and frees its locks, ms. */
const IDLE_TRANSACTION_MS = 30_000;
/** A connection that nobody asks is kept: to make one, and to prepare its statements anew, takes longer than most answers, ms. */
const UNASKED_MS = 10 * 60_000;
/** When not even the server's own time-out is heard, the network is gone, ms. */
const SILENCE_MS = 20_000;
/** How often a transaction is run that met another. */
const ATTEMPTS = 12;

export type PostgresValue = string | number | boolean | null | Uint8Array | readonly PostgresValue[];

/**
 * Prepared statements are planned once a connection, soon without looking at their values. Where a value decides which
 * plan is good (a list of hundreds, of which the database reckons with ten), they are planned each time.
 */
export type Planning = 'once' | 'each time';

export type PostgresQueries = {
  /** Values stand as $1, $2, …; the statement is prepared once a connection, so its text must not hold values. */
  query(sql: string, values?: readonly PostgresValue[], planning?: Planning): Promise<PostgresAnswer>;
  /** The same rows as lists of what the columns hold, in their order: no object a row is made. */
  lists(sql: string, values?: readonly PostgresValue[], planning?: Planning): Promise<readonly List[]>;
};
export type PostgresAnswer = { readonly rows: readonly Row[]; readonly changed: number };

/** https://www.postgresql.org/docs/current/transaction-iso.html */
export type Isolation = 'SERIALIZABLE' | 'READ COMMITTED';

/**
 * A pool of connections. While the database is away everything fails with StoreBusy; it works again
 * by itself, because every connection that failed is dropped and the next query makes a new one.
 */
export type PostgresDatabase = PostgresQueries & {
  /** Runs `work` in one transaction, and again when it met another one: it must do nothing but ask the database. */
  transaction<T>(isolation: Isolation, work: (queries: PostgresQueries) => Promise<T>): Promise<T>;
  /**
   * The same in READ COMMITTED with two ways to the database less: BEGIN travels with the first question, which must
   * change nothing, and what `atEnd` was told travels with COMMIT.
   */
  shortTransaction<T>(work: (queries: ShortTransaction) => Promise<T>): Promise<T>;
  /** The last transaction found no room, and that is not long ago. */
  isFull(): boolean;
  close(): Promise<void>;
};

export type ShortTransaction = PostgresQueries & {
  /** A statement that runs when the work is over, as its last; nothing may be asked after it. */
  atEnd(sql: string, values: readonly PostgresValue[]): void;
};

/** A transaction that may take its time and may run texts of several statements: for migrations. */
export type PostgresScripts = PostgresQueries & { script(sql: string): Promise<void> };

/** Runs `work` in one READ COMMITTED transaction of a connection of its own, without time-outs. */
export async function inLongTransaction<T>(url: string, work: (tx: PostgresScripts) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'mot-cham migrate', connectionTimeoutMillis: CONNECT_MS, keepAlive: true, types: { getTypeParser: findTypeParser } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    const value = await work({ ...queriesOn(client), script: async (sql) => void (await client.query(sql)) });
    await client.query('COMMIT');
    return value;
  } catch (cause) {
    throw isAway(cause) ? new StoreBusy('the database is away', { cause }) : cause;
  } finally {
    // Ends a transaction that failed, too.
    await client.end();
  }
}

/** Connects when it is first asked. `connections`: most at once, of this process. */
export function openPostgres(url: string, connections: number): PostgresDatabase {
  const pool = makePool(url, connections);
  const room = roomWatch(() => performance.now());
  const noting = async <T>(written: Promise<T>): Promise<T> => {
    try {
      const value = await written;
      room.written();
      return value;
    } catch (cause) {
      if (cause instanceof StoreFull) room.full();
      throw cause;
    }
  };
  const within = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: unknown = null;
    try {
      return await work(client);
    } catch (cause) {
      broken = await rollBack(client, cause);
      throw cause;
    } finally {
      client.release(broken !== null);
    }
  };

  const runOne = <T>(work: (queries: PostgresQueries) => Promise<T>): Promise<T> =>
    again(async () => {
      const client = await pool.connect();
      let failed: unknown = null;
      try {
        return await work(queriesOn(client));
      } catch (cause) {
        failed = cause;
        throw cause;
      } finally {
        client.release(failed !== null && (isAway(failed) || isStalePlan(failed)));
      }
    });

  return {
    query: (...asked) => runOne((queries) => queries.query(...asked)),
    lists: (...asked) => runOne((queries) => queries.lists(...asked)),
    transaction: (isolation, work) => noting(again(() => within((client) => runPlain(client, isolation, work)))),
    shortTransaction: (work) => noting(again(() => within((client) => runShort(client, work)))),
    isFull: room.isFull,
    close: () => pool.end(),
  };
}

function makePool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'mot-cham',
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: UNASKED_MS,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    query_timeout: SILENCE_MS,
    keepAlive: true,
    // A question goes out though the one before it is not answered yet: for shortTransaction.
    pipeline: true,
    types: { getTypeParser: findTypeParser },
  });
  // A connection that breaks while nobody asks is dropped by the pool; while somebody asks, the query fails.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function runPlain<T>(client: pg.PoolClient, isolation: Isolation, work: (queries: PostgresQueries) => Promise<T>): Promise<T> {
  await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  const value = await work(queriesOn(client));
  await client.query('COMMIT');
  return value;
}

async function runShort<T>(client: pg.PoolClient, work: (queries: ShortTransaction) => Promise<T>): Promise<T> {
  const begun = client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  // Whoever waits hears of it; nobody may be waiting yet.
  begun.catch(() => undefined);
  const queries = queriesOn(client);
  const afterBegin = async <A>(asked: Promise<A>): Promise<A> => {
    const [answer] = await allOf([asked, begun]);
    return answer;
  };
  const last: { readonly sql: string; readonly values: readonly PostgresValue[] }[] = [];
  const value = await work({
    query: (...asked) => afterBegin(queries.query(...asked)),
    lists: (...asked) => afterBegin(queries.lists(...asked)),
    atEnd: (sql, values) => void last.push({ sql, values }),
  });
  await begun;
  // After a statement that failed, COMMIT undoes everything and says no error of its own.
  await allOf([...last.map(({ sql, values }) => queries.query(sql, values)), client.query('COMMIT')]);
  return value;
}

/** Waits for all, also when one fails: a connection that is still answering must not be handed on. The first failure is thrown. */
async function allOf<const T extends readonly Promise<unknown>[]>(asked: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

/** Null when the connection can be used again. */
async function rollBack(client: pg.PoolClient, cause: unknown): Promise<unknown> {
  if (isAway(cause) || isStalePlan(cause)) return cause;
  try {
    await client.query('ROLLBACK');
    return null;
  } catch (worse) {
    return worse;
  }
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      if (isDiskFull(cause)) throw new StoreFull('the disk of the database is full', { cause });
      if (isAway(cause)) throw new StoreBusy('the database is away', { cause });
      if (!isTransient(cause, attempt)) throw cause;
      if (attempt + 1 >= ATTEMPTS) throw new StoreBusy('the transaction met others every time', { cause });
      await setTimeout(Math.random() * 5 * 2 ** Math.min(attempt, 6));
    }
  }
}

function queriesOn(client: pg.ClientBase): PostgresQueries {
  return {
    async query(sql, values, planning) {
      const { rows, rowCount } = await client.query<Record<string, unknown>>(statement(sql, values, planning));
      return { rows, changed: rowCount ?? 0 };
    },
    async lists(sql, values, planning) {
      const known = wrapped.get(sql);
      const { rows, fields } = await client.query<unknown[]>({ ...statement(known ?? sql, values, planning), rowMode: 'array' });
      if (known !== undefined) return rowsOf(rows[0] ?? []);
      wrapped.set(sql, inColumns(sql, fields.length));
      return rows;
    },
  };
}

/** Statements that were asked for lists before, and so have told how many columns they have, as they are asked again. */
const wrapped = new Map<string, string>();

function statement(sql: string, values: readonly PostgresValue[] = [], planning: Planning = 'once'): pg.QueryConfig {
  return { ...(planning === 'once' ? { name: nameOf(sql) } : {}), text: sql, values: values.map(storable) };
}

const names = new Map<string, string>();

/** The same text has the same name in every process: some pools between us and the database share what is prepared. */
function nameOf(sql: string): string {
  const known = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url').slice(0, 20);
  names.set(sql, known);
  return known;
}

/** PostgreSQL keeps every character but NUL, which no text of ours means. */
function storable(value: PostgresValue): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return Array.isArray(value) ? value.map(storable) : value;
}

/** OID of bigint. */
const INT8 = 20;

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([[INT8, parseInt8], [INT8S, parseIntegers], [TEXTS, parseTexts]]);

/** The driver asks for a parser by type; ours differ for bigint, which are numbers as in SQLite, and for lists. */
function findTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : (PARSERS.get(oid) ?? pg.types.getTypeParser(oid, 'text'));
}

/** @throws beyond ±2^53: a number that JavaScript would change silently. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the database holds ${text}, which is beyond safe integers`);
  return value;
}
