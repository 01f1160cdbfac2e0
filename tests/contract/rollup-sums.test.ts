import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POINT_REASON_ROWS } from '#server/repositories/sql/point-reasons.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { inDatabase, makeDatabase, whyNoPostgres } from '#tests/setup/fresh-database.ts';

const COUNTS = ['s1', 's2', 's3', 's4', 's5', 'f1', 'f2', 'f3', 'f4', 'f5', 'asked', 'corrected', 'unplaceable'];
const ADD_DAYS = `INSERT INTO rollup_day (day, point_no, field, ${COUNTS.join(', ')}) VALUES`;
const UPSERT_DAYS = `ON CONFLICT (day, point_no, field) DO UPDATE SET ${COUNTS.map((name) => `${name} = rollup_day.${name} + excluded.${name}`).join(', ')}`;
const UPSERT_REASONS = 'ON CONFLICT (day, point_no, field, reason) DO UPDATE SET taps = rollup_reason.taps + excluded.taps';

const day = (point: number, field: string, least: number): string => `('2026-11-23', ${point}, '${field}', ${COUNTS.map((_, index) => least + index).join(', ')})`;

/** As the taking of batches writes: new rows, rows that stand, and both in one statement; one tap taken back. */
const WRITES = [
  `${ADD_DAYS} ${day(1, '', 1)}, ${day(1, 'Đất đai', 100)}, ${day(2, '', 7)} ${UPSERT_DAYS}`,
  `${ADD_DAYS} ${day(1, '', 10)}, ${day(1, 'Hộ tịch', 1000)} ${UPSERT_DAYS}`,
  `${ADD_DAYS} ('2026-11-23', 1, '', -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) ${UPSERT_DAYS}`,
  `INSERT INTO rollup_reason (day, point_no, field, reason, taps) VALUES ('2026-11-23', 1, '', 'cho', 2), ('2026-11-23', 1, 'Đất đai', 'cho', 3), ('2026-11-23', 1, '', 'khac', 1) ${UPSERT_REASONS}`,
  `INSERT INTO rollup_reason (day, point_no, field, reason, taps) VALUES ('2026-11-23', 1, '', 'cho', -1), ('2026-11-23', 1, 'Hộ tịch', 'cho', 5) ${UPSERT_REASONS}`,
];
/** Sixteen reasons have a place; the first two are there already. */
const MANY = Array.from({ length: 20 }, (_, at) => `r${String(at).padStart(2, '0')}`);
const addMany = (taps: number): string =>
  `INSERT INTO rollup_reason (day, point_no, field, reason, taps) VALUES ${MANY.map((reason) => `('2026-11-23', 1, '', '${reason}', ${taps})`).join(', ')} ${UPSERT_REASONS}`;
const READ_DAYS = `SELECT point_no, s1, s2, f5, unplaceable FROM rollup_point ORDER BY day, point_no`;
const READ_REASONS = `SELECT reason, taps FROM ${POINT_REASON_ROWS} WHERE taps <> 0 ORDER BY reason`;
/** Of whole service points, the reasons that came when all places were taken. */
const READ_REST = 'SELECT reason, taps FROM rollup_point_reason ORDER BY reason';

const EXPECTED_DAYS = [
  [1, 1 + 100 + 10 + 1000 - 1, 2 + 101 + 11 + 1001, 10 + 109 + 19 + 1009, 13 + 112 + 22 + 1012],
  [2, 7, 8, 16, 19],
];
const EXPECTED_REASONS = [['cho', 9], ['khac', 1]];
const EXPECTED_MANY = [...EXPECTED_REASONS, ...MANY.map((reason) => [reason, 5])];
const EXPECTED_REST = MANY.slice(14).map((reason) => [reason, 5]);

describe('what whole service points say', () => {
  test('is the sum over their fields after every write, over SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cham-sums-'));
    const { repositories } = await openSqliteRepositories(join(folder, 'centre.db'), 0);
    const database = new DatabaseSync(join(folder, 'centre.db'));
    for (const write of WRITES) database.exec(write);
    const rows = (sql: string): unknown => database.prepare(sql).all().map((row) => Object.values(row));
    expect([rows(READ_DAYS), rows(READ_REASONS)]).toEqual([EXPECTED_DAYS, EXPECTED_REASONS]);
    for (const taps of [7, -2]) database.exec(addMany(taps));
    expect([rows(READ_REASONS), rows(READ_REST)]).toEqual([EXPECTED_MANY, EXPECTED_REST]);
    database.close();
    await repositories.care.close();
    rmSync(folder, { recursive: true });
  });

  test.runIf(whyNoPostgres() === null)('is the sum over their fields after every write, over PostgreSQL', async () => {
    const { url, drop } = await makeDatabase();
    await inDatabase(url, async (client) => {
      for (const write of WRITES) await client.query(write);
      const rows = async (sql: string): Promise<unknown> => (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row).map((value) => (/^\d+$/.test(String(value)) ? Number(value) : value)));
      expect([await rows(READ_DAYS), await rows(READ_REASONS)]).toEqual([EXPECTED_DAYS, EXPECTED_REASONS]);
      for (const taps of [7, -2]) await client.query(addMany(taps));
      expect([await rows(READ_REASONS), await rows(READ_REST)]).toEqual([EXPECTED_MANY, EXPECTED_REST]);
    });
    await drop();
  });
});
