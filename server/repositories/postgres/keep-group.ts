import type { GroupWrite, Segment } from '../ledger.ts';
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

/** A statement with its values. */
export type Keeping = { readonly sql: string; readonly values: readonly PostgresValue[] };

/** What a table gets: a list a column. */
type Part = { readonly name: string; readonly columns: readonly Column[]; readonly insert: (from: string) => string; readonly lists: readonly PostgresValue[] };

/**
 * Everything that a group leaves behind as one statement: one way to the database and back. Rows come
 * as a list a column. The bodies come joined in one value: a list of them would travel as text, twice
 * as long. Tables that get nothing are left out: each costs even then.
 */
export function keeping(write: GroupWrite): Keeping {
  const parts = [
    part('change', CHANGE, write.changes.map(({ streamNo, seq, flags, retracted, reasons }) => [streamNo, seq, flags, retracted ? 1 : 0, reasonsText(reasons)]), insertChange),
    part('refused', QUARANTINE, write.quarantined.map(({ streamNo, seq, now, detail, raw }) => [streamNo, seq, now, detail, raw]), insertQuarantine),
    ...ROLLUPS.map(({ table, keys, counts, columns }) => ({
      name: table,
      columns,
      insert: (from: string) => insertRollup(table, keys, counts, from),
      lists: rollupLists(keys.length, counts.length, write.rollups[table]),
    })),
  ].filter(({ lists: [first] }) => Array.isArray(first) && first.length > 0);
  const streams = write.streams.map(({ streamNo, deviceId, mark, forwardTo, tail, quarantined, unplaceable, now }) => [streamNo, deviceId, mark, forwardTo, tail, quarantined, unplaceable, now]);
  return {
    sql: statementOf(parts),
    values: [Buffer.concat(write.segments.map(({ body }) => body.bytes)), ...listsOf(SEGMENT, segmentRows(write.segments)), ...listsOf(STREAM, streams), ...parts.flatMap(({ lists }) => lists)],
  };
}

function part(name: string, columns: readonly Column[], rows: readonly (readonly (string | number | null)[])[], insert: Part['insert']): Part {
  return { name, columns, insert, lists: listsOf(columns, rows) };
}

function segmentRows(segments: readonly Segment[]): readonly (readonly (string | number)[])[] {
  let starts = 1;
  return segments.map(({ streamNo, first, last, pointNo, timezone, receivedAt, firstDay, lastDay, body }) => {
    const row = [streamNo, first, last, pointNo, timezone, receivedAt, firstDay, lastDay, ENCODING_CODE[body.encoding], starts, body.bytes.length];
    starts += body.bytes.length;
    return row;
  });
}

function listsOf(columns: readonly Column[], rows: readonly (readonly (string | number | null)[])[]): readonly PostgresValue[] {
  return columns.map((_, index) => rows.map((row) => row[index] ?? null));
}

function rollupLists(keys: number, counts: number, rows: readonly RollupRow[]): readonly PostgresValue[] {
  return [
    ...Array.from({ length: keys }, (_, index) => rows.map((row) => row.keys[index] ?? null)),
    ...Array.from({ length: counts }, (_, index) => rows.map((row) => row.counts[index] ?? 0)),
  ];
}

const known = new Map<string, string>();

/** One text for each set of tables, so that each is prepared once. */
function statementOf(parts: readonly Part[]): string {
  const name = parts.map((each) => each.name).join(' ');
  const text = known.get(name) ?? makeStatement(parts);
  known.set(name, text);
  return text;
}

function makeStatement(parts: readonly Part[]): string {
  let used = 1;
  const from = (columns: readonly Column[]): string => {
    const lists = columns.map(([, type]) => `$${(used += 1)}::${type}[]`);
    return `unnest(${lists.join(', ')}) AS new (${namesOf(columns)})`;
  };
  const segment = `INSERT INTO segment (${namesOf(SEGMENT.slice(0, -2))}, body)
    SELECT ${namesOf(SEGMENT.slice(0, -2))}, substring($1::bytea FROM starts::int FOR bytes::int) FROM ${from(SEGMENT)}`;
  const advanced = `SELECT * FROM ${from(STREAM)}`;
  const rest = parts.map(({ name, columns, insert }) => `, kept_${name} AS (${insert(from(columns))})`);
  return `WITH kept_segment AS (${segment}), advanced AS (${advanced})${rest.join('')},
    seen AS (UPDATE device SET last_seen_at = advanced.now FROM advanced WHERE device.id = advanced.device_id)
    UPDATE stream SET mark = advanced.mark, forward_to = advanced.forward_to, tail = advanced.tail,
      quarantined = stream.quarantined + advanced.quarantined, unplaceable = stream.unplaceable + advanced.unplaceable, last_used_at = advanced.now
    FROM advanced WHERE stream.no = advanced.no`;
}

function insertChange(from: string): string {
  return `INSERT INTO tap_change (${namesOf(CHANGE)}) SELECT ${namesOf(CHANGE)} FROM ${from}
    ON CONFLICT (stream_no, seq) DO UPDATE SET flags = excluded.flags, retracted = excluded.retracted, reasons = excluded.reasons`;
}

function insertQuarantine(from: string): string {
  return `INSERT INTO quarantine (${namesOf(QUARANTINE)}) SELECT ${namesOf(QUARANTINE)} FROM ${from}`;
}

function insertRollup(table: string, keys: readonly string[], counts: readonly string[], from: string): string {
  const columns = [...keys, ...counts].join(', ');
  return `INSERT INTO ${table} AS kept (${columns}) SELECT ${columns} FROM ${from}
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${counts.map((count) => `${count} = kept.${count} + excluded.${count}`).join(', ')}`;
}

function namesOf(columns: readonly Column[]): string {
  return columns.map(([name]) => name).join(', ');
}
