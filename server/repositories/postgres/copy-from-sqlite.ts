import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { CopyOutcome } from '../care.ts';
import { loadMigrations } from '../sql/migrations.ts';
import { integerOf, textOf, type Row } from '../sql/read-row.ts';
import { inLongTransaction, type PostgresScripts, type PostgresValue } from './database.ts';

/** Most rows and most bytes of one statement; a row may be a whole batch of taps. */
const ROWS = 1_000;
const BYTES = 8 * 1024 * 1024;
/** A centre in which somebody has worked has rows in one of these. */
const SIGNS_OF_LIFE = ['service_point', 'device', 'unit'];

/**
 * Copies everything of one moment of a centre's SQLite file into a new centre, table by table: both
 * databases have the same tables and columns. All of it is kept or nothing.
 */
export async function copyFromSqlite(url: string, file: string): Promise<CopyOutcome> {
  if (!existsSync(file)) return { ok: false, why: `There is no file ${file}.` };
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    source.exec('BEGIN');
    if (!isSameVersion(source)) return { ok: false, why: `${file} is not of this program's version: start this version on it once, then copy it.` };
    return await inLongTransaction(url, (tx) => copyAll(source, tx));
  } finally {
    source.close();
  }
}

function isSameVersion(source: DatabaseSync): boolean {
  const exists = source.prepare("SELECT 1 FROM sqlite_master WHERE name = 'migration'").get() !== undefined;
  const done = exists ? source.prepare('SELECT no FROM migration').all().map((row) => integerOf(row, 'no')) : [];
  const known = loadMigrations('sqlite');
  return done.length === known.length && known.every(({ no }) => done.includes(no));
}

async function copyAll(source: DatabaseSync, tx: PostgresScripts): Promise<CopyOutcome> {
  for (const table of SIGNS_OF_LIFE) {
    if ((await tx.query(`SELECT 1 FROM ${table} LIMIT 1`)).rows.length > 0) return { ok: false, why: 'This database is in use already: make a new, empty one.' };
  }
  const tables = tablesInOrder(source);
  const types = await findTypes(tx);
  // What a new centre has made for itself gives way; what triggers keep is copied like everything else.
  await tx.script(`TRUNCATE ${tables.join(', ')}`);
  for (const table of tables) await tx.script(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  let rows = 0;
  for (const table of tables) rows += await copyTable(source, tx, table, types);
  for (const table of tables) await tx.script(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const table of types.identities) {
    await tx.query(`SELECT setval(pg_get_serial_sequence('${table}', 'no'), (SELECT coalesce(max(no), 0) + 1 FROM ${table}), false)`);
  }
  await tx.script('ANALYZE');
  return { ok: true, tables: tables.length, rows };
}

/** Those that others refer to come first. Names come from the file's own tables, which this program made. */
function tablesInOrder(source: DatabaseSync): readonly string[] {
  const all = source
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migration' ORDER BY name")
    .all()
    .map((row) => textOf(row, 'name'));
  const ordered: string[] = [];
  const visit = (table: string): void => {
    if (ordered.includes(table)) return;
    const needed = source.prepare(`PRAGMA foreign_key_list(${table})`).all().map((row) => textOf(row, 'table'));
    for (const other of needed) if (other !== table) visit(other);
    ordered.push(table);
  };
  for (const table of all) visit(table);
  return ordered;
}

type Types = { readonly of: ReadonlyMap<string, string>; readonly identities: readonly string[] };

async function findTypes(tx: PostgresScripts): Promise<Types> {
  const { rows } = await tx.query('SELECT table_name, column_name, data_type, is_identity FROM information_schema.columns WHERE table_schema = current_schema()');
  return {
    of: new Map(rows.map((row) => [`${textOf(row, 'table_name')}.${textOf(row, 'column_name')}`, textOf(row, 'data_type')])),
    identities: rows.filter((row) => row['is_identity'] === 'YES').map((row) => textOf(row, 'table_name')),
  };
}

async function copyTable(source: DatabaseSync, tx: PostgresScripts, table: string, types: Types): Promise<number> {
  const columns = source.prepare(`PRAGMA table_info(${table})`).all().map((row) => textOf(row, 'name'));
  const arrays = columns.map((column, index) => `$${index + 1}::${types.of.get(`${table}.${column}`) ?? 'text'}[]`);
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE SELECT * FROM unnest(${arrays.join(', ')})`;
  let rows = 0;
  for (const some of pieces(source.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).iterate(), refersToItself(source, table) ? Infinity : ROWS)) {
    await tx.query(insert, columns.map((column) => some.map((row) => valueOf(row, column))));
    rows += some.length;
  }
  return rows;
}

/** Its rows go in one statement: only at its end must each find the row it refers to. */
function refersToItself(source: DatabaseSync, table: string): boolean {
  return source.prepare(`PRAGMA foreign_key_list(${table})`).all().some((row) => row['table'] === table);
}

function* pieces(rows: Iterable<Row>, most: number): Generator<readonly Row[]> {
  let some: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    some.push(row);
    for (const value of Object.values(row)) bytes += value instanceof Uint8Array ? value.length : typeof value === 'string' ? value.length : 8;
    if (some.length < most && (bytes < BYTES || most === Infinity)) continue;
    yield some;
    [some, bytes] = [[], 0];
  }
  if (some.length > 0) yield some;
}

function valueOf(row: Row, column: string): PostgresValue {
  const value = row[column];
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value;
  throw new TypeError(`column ${column} holds ${typeof value}, which no table of ours does`);
}
