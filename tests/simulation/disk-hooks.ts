import { createRequire, syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { running, type SimProcess } from './sim-process.ts';

/**
 * Stands between the programs and the real SQLite: every statement that writes, and every rename, is a
 * write of the program whose code runs. There it can be killed, before it or right after it, lose the
 * power, meet a full disk, a lock or an I/O error. A dead program's statements reach nothing.
 */
type Known = { readonly owner: SimProcess | undefined; readonly isWrite: boolean };

const raw = {
  exec: DatabaseSync.prototype.exec,
  prepare: DatabaseSync.prototype.prepare,
  close: DatabaseSync.prototype.close,
  run: StatementSync.prototype.run,
  get: StatementSync.prototype.get,
  all: StatementSync.prototype.all,
};

const owners = new WeakMap<DatabaseSync, { readonly owner: SimProcess | undefined }>();
const statements = new WeakMap<StatementSync, Known>();

// Primary result codes, https://www.sqlite.org/rescode.html
const CODES = { io: [10, 'disk I/O error'], busy: [5, 'database is locked'], full: [13, 'database or disk is full'] } as const;

function sqliteError(kind: keyof typeof CODES): Error {
  const [errcode, errstr] = CODES[kind];
  return Object.assign(new Error(`${errstr} (simulated)`), { code: 'ERR_SQLITE_ERROR', errcode, errstr });
}

const WRITES = /^\s*(insert|update|delete|replace|create|alter|drop|commit|begin immediate)\b/i;
const LOCKS = /^\s*(insert|update|delete|begin immediate)\b/i;

function ownerOf(database: DatabaseSync): SimProcess | undefined {
  const known = owners.get(database);
  if (known !== undefined) return known.owner;
  const owner = running.getStore();
  owners.set(database, { owner });
  owner?.databases.add(database);
  return owner;
}

/** Does what is asked, unless something happens to it first or right afterwards. */
function meet<Value>(owner: SimProcess | undefined, isWrite: boolean, sql: string | null, work: () => Value): Value {
  if (owner === undefined) return work();
  if (!owner.alive) throw sqliteError('io');
  if (!isWrite) return work();
  const fault = owner.nextFault();
  if (fault === null || (fault.kind === 'busy' && (sql === null || !LOCKS.test(sql)))) {
    if (!owner.isFull) return work();
    owner.noteFull();
    throw sqliteError('full');
  }
  if (fault.when === 'after' && fault.kind !== 'busy') work();
  if (fault.kind === 'kill') owner.die('killed');
  if (fault.kind === 'power') owner.die('power');
  throw sqliteError(fault.kind === 'busy' ? 'busy' : 'io');
}

/** Puts the hooks in; returns what takes them out. */
export function hookDisks(): () => void {
  DatabaseSync.prototype.exec = function exec(sql) {
    meet(ownerOf(this), WRITES.test(sql), sql, () => raw.exec.call(this, sql));
  };
  DatabaseSync.prototype.prepare = function prepare(sql, ...options) {
    const owner = ownerOf(this);
    if (owner?.alive === false) throw sqliteError('io');
    const statement = raw.prepare.call(this, sql, ...options);
    statements.set(statement, { owner, isWrite: WRITES.test(sql) });
    return statement;
  };
  for (const name of ['run', 'get', 'all'] as const) {
    const real = raw[name] as (...values: unknown[]) => never;
    StatementSync.prototype[name] = function call(this: StatementSync, ...values: unknown[]): never {
      const { owner, isWrite } = statements.get(this) ?? { owner: undefined, isWrite: false };
      return meet(owner, isWrite, isWrite ? 'insert' : null, () => real.apply(this, values));
    };
  }
  const fs = createRequire(import.meta.url)('node:fs') as { renameSync: (...given: unknown[]) => void };
  const renameSync = fs.renameSync;
  fs.renameSync = (...given: unknown[]) => {
    try {
      meet(running.getStore(), true, null, () => renameSync(...given));
    } catch (cause) {
      // The file system says it in its own way.
      throw cause instanceof Error && 'errcode' in cause ? Object.assign(new Error('EIO: i/o error, rename (simulated)'), { code: cause.errcode === 13 ? 'ENOSPC' : 'EIO', syscall: 'rename' }) : cause;
    }
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(DatabaseSync.prototype, { exec: raw.exec, prepare: raw.prepare });
    Object.assign(StatementSync.prototype, { run: raw.run, get: raw.get, all: raw.all });
    fs.renameSync = renameSync;
    syncBuiltinESMExports();
  };
}

/** How durable a commit of this connection is: 2 is FULL, and then a commit that returned is on the disk. */
export function synchronousOf(database: DatabaseSync): number {
  const asked: StatementSync = raw.prepare.call(database, 'PRAGMA synchronous');
  const all = raw.all as (this: StatementSync) => readonly Record<string, unknown>[];
  return Number(all.call(asked)[0]?.['synchronous'] ?? 0);
}

/** A dead program's files are closed by the system; what it had not committed is rolled back. */
export function closeFilesOf(process: SimProcess): void {
  for (const database of process.databases) {
    if (database.isOpen) raw.close.call(database);
  }
  process.databases.clear();
}
