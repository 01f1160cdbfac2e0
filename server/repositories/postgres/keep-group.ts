import type { GroupWrite } from '../ledger.ts';
import { NUMBER_KEYS, ROLLUP_NAMES, ROLLUP_TABLES, type RollupRow } from '../rollup-tables.ts';
import { ENCODING_CODE, reasonsText } from '../sql/ledger-rows.ts';
import type { PostgresValue } from './database.ts';

type Column = readonly [name: string, type: 'bigint' | 'text'];

const SEGMENT: readonly Column[] = [
  ['stream_no', 'bigint'], ['first', 'bigint'], ['last', 'bigint'], ['point_no', 'bigint'], ['timezone', 'text'], ['received_at', 'bigint'],
  ['first_day', 'text'], ['last_day', 'text'], ['body_encoding', 'bigint'], ['starts', 'bigint'], ['bytes', 'bigint'],
];
const CHANGE: readonly Column[] = [['stream_no', 'bigint'], ['seq', 'bigint'], ['flags', 'bigint'], ['retracted', 'bigint'], ['reasons', 'text']];
const QUARANTINE: readonly Column[] = [['stream_no', 'bigint'], ['seq', 'bigint'], ['received_at', 'bigint'], ['detail', 'text'], ['raw', 'text']];
const STREAM: readonly Column[] = [
  ['no', 'bigint'], ['device_id', 'text'], ['mark', 'bigint'], ['forward_to', 'bigint'], ['tail', 'text'], ['quarantined', 'bigint'], ['unplaceable', 'bigint'], ['now', 'bigint'],
];
const ROLLUPS = ROLLUP_NAMES.map((table) => {
  const { keys, counts } = ROLLUP_TABLES[table];
  const columns: readonly Column[] = [...keys.map((key): Column => [key, NUMBER_KEYS.includes(key) ? 'bigint' : 'text']), ...counts.map((count): Column => [count, 'bigint'])];
  return { table, keys, counts, columns };
});

/**
 * Everything that a group leaves behind as one statement: one way to the database and back. Rows come
 * as a list a column. The bodies come joined in one value: a list of them would travel as text, twice as long.
 */
export const KEEP = statement();

/** The values of {@link KEEP}. */
export function keepValues({ segments, changes, quarantined, rollups, streams }: GroupWrite): readonly PostgresValue[] {
  let starts = 1;
  const segmentRows = segments.map(({ streamNo, first, last, pointNo, timezone, receivedAt, firstDay, lastDay, body }) => {
    const row = [streamNo, first, last, pointNo, timezone, receivedAt, firstDay, lastDay, ENCODING_CODE[body.encoding], starts, body.bytes.length];
    starts += body.bytes.length;
    return row;
  });
  return [
    Buffer.concat(segments.map(({ body }) => body.bytes)),
    ...columnsOf(SEGMENT, segmentRows),
    ...columnsOf(CHANGE, changes.map(({ streamNo, seq, flags, retracted, reasons }) => [streamNo, seq, flags, retracted ? 1 : 0, reasonsText(reasons)])),
    ...columnsOf(QUARANTINE, quarantined.map(({ streamNo, seq, now, detail, raw }) => [streamNo, seq, now, detail, raw])),
    ...ROLLUPS.flatMap(({ table, keys, counts }) => rollupColumns(keys.length, counts.length, rollups[table])),
    ...columnsOf(STREAM, streams.map(({ streamNo, deviceId, mark, forwardTo, tail, quarantined: refused, unplaceable, now }) => [streamNo, deviceId, mark, forwardTo, tail, refused, unplaceable, now])),
  ];
}

function columnsOf(columns: readonly Column[], rows: readonly (readonly (string | number | null)[])[]): readonly PostgresValue[] {
  return columns.map((_, index) => rows.map((row) => row[index] ?? null));
}

function rollupColumns(keys: number, counts: number, rows: readonly RollupRow[]): readonly PostgresValue[] {
  return [
    ...Array.from({ length: keys }, (_, index) => rows.map((row) => row.keys[index] ?? null)),
    ...Array.from({ length: counts }, (_, index) => rows.map((row) => row.counts[index] ?? 0)),
  ];
}

function statement(): string {
  let used = 1;
  const from = (name: string, columns: readonly Column[]): string => {
    const lists = columns.map(([, type]) => `$${(used += 1)}::${type}[]`);
    return `unnest(${lists.join(', ')}) AS ${name} (${namesOf(columns)})`;
  };
  const segment = `INSERT INTO segment (${namesOf(SEGMENT.slice(0, -2))}, body)
    SELECT ${namesOf(SEGMENT.slice(0, -2))}, substring($1::bytea FROM starts::int FOR bytes::int) FROM ${from('new', SEGMENT)}`;
  const change = `INSERT INTO tap_change (${namesOf(CHANGE)}) SELECT ${namesOf(CHANGE)} FROM ${from('new', CHANGE)}
    ON CONFLICT (stream_no, seq) DO UPDATE SET flags = excluded.flags, retracted = excluded.retracted, reasons = excluded.reasons`;
  const quarantine = `INSERT INTO quarantine (${namesOf(QUARANTINE)}) SELECT ${namesOf(QUARANTINE)} FROM ${from('new', QUARANTINE)}`;
  const rollups = ROLLUPS.map(
    ({ table, keys, counts, columns }) => `kept_${table} AS (INSERT INTO ${table} AS kept (${namesOf(columns)}) SELECT ${namesOf(columns)} FROM ${from('new', columns)}
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${counts.map((count) => `${count} = kept.${count} + excluded.${count}`).join(', ')})`,
  );
  return `WITH kept_segment AS (${segment}), kept_change AS (${change}), kept_quarantine AS (${quarantine}), ${rollups.join(', ')},
    advanced AS (SELECT * FROM ${from('new', STREAM)}),
    seen AS (UPDATE device SET last_seen_at = advanced.now FROM advanced WHERE device.id = advanced.device_id)
    UPDATE stream SET mark = advanced.mark, forward_to = advanced.forward_to, tail = advanced.tail,
      quarantined = stream.quarantined + advanced.quarantined, unplaceable = stream.unplaceable + advanced.unplaceable, last_used_at = advanced.now
    FROM advanced WHERE stream.no = advanced.no`;
}

function namesOf(columns: readonly Column[]): string {
  return columns.map(([name]) => name).join(', ');
}
