import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { fillDay, type Province } from './summary-fill.ts';

export type FilledStore = { readonly repositories: Repositories; destroy(): Promise<void> };
type Values = readonly (string | number)[];
/** Adds rows to a table, many at once. */
type AddRows = (table: string, columns: readonly string[], rows: readonly Values[]) => Promise<void>;

const COUNTS = ['s1', 's2', 's3', 's4', 's5', 'f1', 'f2', 'f3', 'f4', 'f5', 'asked', 'corrected', 'unplaceable'];
/** Rows by field are filled for the last days only: the pages that are measured read no more of them. */
const DAYS_BY_FIELD = 31;
const POINTS_AT_ONCE = 500;

export async function fillSqlite(province: Province): Promise<FilledStore> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-summary-'));
  const file = join(folder, 'centre.db');
  const { repositories } = await openSqliteRepositories(file, 0);
  await addPoints(repositories, province.points);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  await fill(province, async (table, columns, rows) => {
    const insert = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...row);
  });
  database.exec('COMMIT; ANALYZE');
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
export async function fillPostgres(url: string, province: Province): Promise<FilledStore> {
  const { repositories } = await openPostgresRepositories({ url, readUrl: null, connections: 8, patienceMs: 0 }, 0);
  await addPoints(repositories, province.points);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const add: AddRows = async (table, columns, rows) => {
    const types = columns.map((column) => (['day', 'field', 'reason'].includes(column) ? 'text' : 'bigint'));
    const lists = columns.map((_, at) => rows.map((row) => row[at] ?? null));
    await client.query(`INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${types.map((type, at) => `$${at + 1}::${type}[]`).join(', ')})`, lists);
  };
  await fill(province, add);
  await client.query('VACUUM ANALYZE');
  await client.end();
  return { repositories, destroy: () => repositories.care.close() };
}

async function addPoints(repositories: Repositories, count: number): Promise<void> {
  await repositories.points.addUnit({ id: 'tinh', name: 'Tỉnh', parent: null });
  for (let unit = 0; unit < 50; unit += 1) await repositories.points.addUnit({ id: `xa-${unit}`, name: `Xã ${unit}`, parent: 'tinh' });
  for (let no = 1; no <= count; no += 1) {
    await repositories.points.add({ id: `p${no}`, name: `Điểm ${no}`, kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: `xa-${no % 50}` }, 0);
  }
}

/** Sums over fields are what the triggers make of rows by field; where those are not filled, the sums are filled as they would be. */
async function fill(province: Province, add: AddRows): Promise<void> {
  const firstByField = Math.max(0, province.days - DAYS_BY_FIELD);
  for (let dayIndex = 0; dayIndex < province.days; dayIndex += 1) {
    const days = Array.from({ length: Math.min(POINTS_AT_ONCE, province.points) }, (_, index) => fillDay(province, dayIndex, index + 1));
    if (dayIndex >= firstByField) {
      await add('rollup_day', ['day', 'point_no', 'field', ...COUNTS], days.flatMap(({ day, pointNo, fields }) => fields.map((row): Values => [day, pointNo, ...row])));
    } else {
      const sums = days.filter(({ fields }) => fields.length > 0).map(({ day, pointNo, fields }): Values => [day, pointNo, ...COUNTS.map((_, at) => fields.reduce((sum, row) => sum + Number(row[at + 1] ?? 0), 0))]);
      await add('rollup_point', ['day', 'point_no', ...COUNTS], sums);
    }
    await add('rollup_point_reason', ['day', 'point_no', 'reason', 'taps'], days.flatMap(({ day, pointNo, reasons }) => reasons.map((row): Values => [day, pointNo, ...row])));
    await add('stream_day', ['day', 'point_no', 'stream_no', 'made', 'received', 'received_own'], days.filter(({ taps }) => taps > 0).map(({ day, pointNo, taps }): Values => [day, pointNo, pointNo, taps, taps, taps]));
  }
}
