import { ROLLUP_NAMES } from '../rollup-tables.ts';
import { integerOf, textOf } from './read-row.ts';
import type { SqlQueries } from './sql-store.ts';

/** Streams that have raw entries received before a time. */
export async function streamsWithSegmentsBefore(read: SqlQueries, before: number): Promise<readonly number[]> {
  return (await read.all('SELECT DISTINCT stream_no FROM segment WHERE received_at < ? ORDER BY stream_no', [before])).map((row) => integerOf(row, 'stream_no'));
}

/**
 * Notes what the check must know of a stream before its segments received before a time go: up to
 * which number, and which days of which service points. What was said of those numbers goes at once.
 * @returns how many segments are to go.
 */
export async function noteSegmentsGone(tx: SqlQueries, streamNo: number, before: number): Promise<number> {
  const rows = await tx.all(
    `SELECT point_no, min(first_day) AS first_day, max(last_day) AS last_day, max(last) AS last, count(*) AS segments
     FROM segment WHERE stream_no = ? AND received_at < ? GROUP BY point_no`,
    [streamNo, before],
  );
  for (const row of rows) {
    const days = [integerOf(row, 'point_no'), textOf(row, 'first_day'), textOf(row, 'last_day')];
    for (const table of ROLLUP_NAMES) {
      await tx.run(`INSERT INTO pruned_day (point_no, day) SELECT DISTINCT point_no, day FROM ${table} WHERE point_no = ? AND day BETWEEN ? AND ? ON CONFLICT DO NOTHING`, days);
    }
  }
  const last = rows.reduce((highest, row) => Math.max(highest, integerOf(row, 'last')), 0);
  await tx.run('UPDATE stream SET pruned_to = CASE WHEN pruned_to < ? THEN ? ELSE pruned_to END WHERE no = ?', [last, last, streamNo]);
  await tx.run('DELETE FROM tap_change WHERE stream_no = ? AND seq <= ?', [streamNo, last]);
  return rows.reduce((sum, row) => sum + integerOf(row, 'segments'), 0);
}
