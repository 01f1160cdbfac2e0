import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { loadMigrations } from '#server/repositories/sql/migrations.ts';
import { inDatabase, makeDatabase, whyNoPostgres } from '#tests/setup/fresh-database.ts';
import { POSTGRES_TITLE } from './stores.ts';

const why = whyNoPostgres();
it(POSTGRES_TITLE, () => expect(typeof (why ?? '')).toBe('string'));

it('both databases have the same migrations, by number and name', () => {
  expect(loadMigrations('postgres').map(({ name }) => name)).toEqual(loadMigrations('sqlite').map(({ name }) => name));
});

/** PostgreSQL's names for the types that SQLite has. */
const TYPES: Readonly<Record<string, string>> = { bigint: 'INTEGER', integer: 'INTEGER', smallint: 'INTEGER', text: 'TEXT', bytea: 'BLOB', 'double precision': 'REAL' };
const COLUMNS = `SELECT table_name, column_name, data_type, is_nullable, character_maximum_length FROM information_schema.columns
  WHERE table_schema = current_schema() AND table_name NOT IN (SELECT CAST(inhrelid AS regclass)::text FROM pg_inherits)`;

function columnsOfSqlite(): readonly string[] {
  const database = new DatabaseSync(':memory:');
  for (const { sql } of loadMigrations('sqlite')) database.exec(sql);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all();
  return tables.flatMap(({ name }) => database.prepare(`PRAGMA table_info(${String(name)})`).all().map((column) => `${String(name)}.${String(column['name'])} ${String(column['type'])}${column['notnull'] !== 0 || column['pk'] !== 0 ? ' NOT NULL' : ''}`));
}

describe.each(why === null ? ['PostgreSQL'] : [])('SQLite and %s', () => {
  it('have the same tables and columns, so that one SQL fits both and a centre can move', async () => {
    const fresh = await makeDatabase();
    const { rows } = await inDatabase(fresh.url, (client) => client.query<Record<string, string>>(COLUMNS));
    await fresh.drop();
    const columns = rows
      .filter((row) => row['table_name'] !== 'migration')
      .map((row) => `${row['table_name']}.${row['column_name']} ${TYPES[row['data_type'] ?? ''] ?? row['data_type']}${row['is_nullable'] === 'NO' ? ' NOT NULL' : ''}`);
    expect(columns.toSorted()).toEqual([...columnsOfSqlite()].toSorted());
  });
});
