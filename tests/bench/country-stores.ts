import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { fillStatements, type Fill } from './country-fill.ts';

export type FilledStore = { readonly repositories: Repositories; destroy(): Promise<void> };
/** Of all service points those of the province `tinh`, one after another as an imported list gives them; the others lie in `khac`. */
export type Province = { readonly first: number; readonly last: number };

export async function fillSqlite(fill: Fill, province: Province): Promise<FilledStore> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-summary-'));
  const file = join(folder, 'centre.db');
  const { repositories } = await openSqliteRepositories(file, 0);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN');
  const triggers = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  for (const statement of [...placeStatements(fill, province), ...fillStatements(fill)]) database.exec(statement);
  for (const { sql } of triggers) database.exec(String(sql));
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return {
    repositories,
    async destroy() {
      await repositories.care.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Fills an empty database; it is not dropped afterwards. */
export async function fillPostgres(url: string, fill: Fill, province: Province): Promise<FilledStore> {
  const { repositories } = await openPostgresRepositories({ url, readUrl: null, connections: 8, patienceMs: 0 }, 0);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = ['rollup_day', 'rollup_reason'];
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of [...placeStatements(fill, province), ...fillStatements(fill)]) await client.query(statement);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await client.query('VACUUM ANALYZE');
  await client.end();
  return { repositories, destroy: () => repositories.care.close() };
}

/** Units, and the service points p1, p2, … in them; the province has 50 communes. */
function placeStatements({ points }: Fill, { first, last }: Province): readonly string[] {
  const communes = Array.from({ length: 50 }, (_, at) => `('xa-${at}', 'Xã ${at}', 'tinh')`);
  return [
    `INSERT INTO unit (id, name, parent) VALUES ('tinh', 'Tỉnh', NULL), ('khac', 'Các tỉnh khác', NULL), ${communes.join(', ')}`,
    `INSERT INTO service_point (id, name, kind, timezone, unit, created_at)
     WITH RECURSIVE counted (no) AS (SELECT 1 UNION ALL SELECT no + 1 FROM counted WHERE no < ${points})
     SELECT 'p' || no, 'Điểm ' || no, 'one-stop', 'Asia/Ho_Chi_Minh', CASE WHEN no BETWEEN ${first} AND ${last} THEN 'xa-' || CAST(no % 50 AS TEXT) ELSE 'khac' END, 0 FROM counted ORDER BY no`,
  ];
}
