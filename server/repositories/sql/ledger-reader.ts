import type { LedgerReader, WrongSum } from '../ledger.ts';
import { ofEachRollup, ROLLUP_NAMES, ROLLUP_TABLES, SUM_NAMES, SUM_TABLES, type RollupRow, type RollupRows, type RollupTable, type SumTable } from '../rollup-tables.ts';
import { POINT_REASON_ROWS } from './point-reasons.ts';
import { inList } from './in-list.ts';
import { changeOf, segmentOf, streamSummaryOf } from './ledger-rows.ts';
import { integerOf, textOf, type Row } from './read-row.ts';
import type { SqlQueries } from './sql-store.ts';
import { sums } from './summary-where.ts';

const STREAM = 'no, id, mark, tail, quarantined, unplaceable, pruned_to';
export const SEGMENT = 'stream_no, first, last, point_no, timezone, received_at, first_day, last_day, body_encoding, body';
export const CHANGE = 'seq, flags, retracted, reasons';

/** A stream's entries of a day are counted in its stream_day; one without taps is found by its kiosk. */
const OF_DAY = `SELECT ${SEGMENT} FROM segment
  WHERE stream_no IN (SELECT stream_no FROM stream_day WHERE day = ? AND point_no = ?
      UNION SELECT stream.no FROM stream JOIN device ON device.id = stream.device_id WHERE device.point_no = ?)
    AND point_no = ? AND first_day <= ? AND last_day >= ? ORDER BY stream_no, first`;

/** Reads the ledger through queries that all see the same moment. */
export function ledgerReader(read: SqlQueries): LedgerReader {
  return {
    async holdings() {
      const rows = await read.all('SELECT DISTINCT point_no, stream_no FROM segment ORDER BY point_no, stream_no');
      return rows.map((row) => ({ pointNo: integerOf(row, 'point_no'), streamNo: integerOf(row, 'stream_no') }));
    },
    async countedPoints() {
      const rows = await read.all(`${ROLLUP_NAMES.map((table) => `SELECT point_no FROM ${table}`).join(' UNION ')} ORDER BY point_no`);
      return rows.map((row) => integerOf(row, 'point_no'));
    },
    async streams(after, most) {
      return (await read.all(`SELECT ${STREAM} FROM stream WHERE no > ? ORDER BY no LIMIT ?`, [after, most])).map(streamSummaryOf);
    },
    async stream(no) {
      const row = await read.get(`SELECT ${STREAM} FROM stream WHERE no = ?`, [no]);
      return row === undefined ? null : streamSummaryOf(row);
    },
    async segments(streamNo, after, most) {
      return (await read.all(`SELECT ${SEGMENT} FROM segment WHERE stream_no = ? AND first > ? ORDER BY first LIMIT ?`, [streamNo, after, most])).map(segmentOf);
    },
    async segmentsOfDay(pointNo, day) {
      return (await read.all(OF_DAY, [day, pointNo, pointNo, pointNo, day, day])).map(segmentOf);
    },
    async changesBetween(streamNo, from, to) {
      return (await read.all(`SELECT ${CHANGE} FROM tap_change WHERE stream_no = ? AND seq BETWEEN ? AND ? ORDER BY seq`, [streamNo, from, to])).map(changeOf);
    },
    async quarantinedSeqs(streamNo) {
      return (await read.all('SELECT seq FROM quarantine WHERE stream_no = ? ORDER BY seq', [streamNo])).map((row) => integerOf(row, 'seq'));
    },
    rollups: (pointNos) => rollupsOf(read, pointNos),
    wrongSums: (pointNos, most) => wrongSumsOf(read, pointNos, most),
    async prunedDays(pointNos) {
      const points = inList(pointNos);
      const rows = await read.all(`SELECT point_no, day FROM pruned_day WHERE point_no IN ${points.sql}`, points.values);
      return rows.map((row) => ({ pointNo: integerOf(row, 'point_no'), day: textOf(row, 'day') }));
    },
  };
}

async function rollupsOf(read: SqlQueries, pointNos: readonly number[]): Promise<RollupRows> {
  const points = inList(pointNos);
  const found = new Map<RollupTable, readonly RollupRow[]>();
  for (const table of ROLLUP_NAMES) {
    const { keys, counts } = ROLLUP_TABLES[table];
    const rows = await read.all(
      `SELECT ${[...keys, ...counts].join(', ')} FROM ${table} WHERE point_no IN ${points.sql} AND (${counts.map((count) => `${count} <> 0`).join(' OR ')})`,
      points.values,
    );
    found.set(table, rows.map((row) => ({ keys: keys.map((key) => keyOf(row, key)), counts: counts.map((count) => integerOf(row, count)) })));
  }
  return ofEachRollup((table) => found.get(table) ?? []);
}

/** The rows of the sums, whatever shape they lie in. */
const SUM_ROWS: Readonly<Record<SumTable, string>> = {
  rollup_point: 'rollup_point',
  rollup_point_reason: POINT_REASON_ROWS,
};

async function wrongSumsOf(read: SqlQueries, pointNos: readonly number[], most: number): Promise<readonly WrongSum[]> {
  const points = inList(pointNos);
  const found: WrongSum[] = [];
  for (const table of SUM_NAMES) {
    const { of, keys } = SUM_TABLES[table];
    const { counts } = ROLLUP_TABLES[of];
    const names = keys.join(', ');
    const rows = await read.all(
      `SELECT ${names}, ${sums(counts)} FROM (
         SELECT ${names}, ${counts.join(', ')} FROM ${SUM_ROWS[table]} WHERE point_no IN ${points.sql}
         UNION ALL SELECT ${names}, ${counts.map((count) => `-${count}`).join(', ')} FROM ${of} WHERE point_no IN ${points.sql}) AS both_sides
       GROUP BY ${names} HAVING ${counts.map((count) => `sum(${count}) <> 0`).join(' OR ')} ORDER BY ${names} LIMIT ?`,
      [...points.values, ...points.values, most],
    );
    found.push(...rows.map((row): WrongSum => ({ table, keys: keys.map((key) => keyOf(row, key)), off: counts.map((count) => integerOf(row, count)) })));
  }
  return found;
}

function keyOf(row: Row, column: string): string | number {
  const value = row[column];
  return typeof value === 'number' ? value : textOf(row, column);
}
