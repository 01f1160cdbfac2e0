import type { Beat, BeatState, FollowBoot } from '../devices.ts';
import { inList } from './in-list.ts';
import { insertRows } from './insert-rows.ts';
import { integerOf, integerOrNull, textOf, type Row } from './read-row.ts';
import type { SqlQueries } from './sql-store.ts';

/** A kiosk tells its counts of 14 days: a move further back touches none of them, ms. */
const MOVES_MATTER = 15 * 86_400_000;

type KnownStream = { readonly no: number; readonly deviceId: string; readonly mark: number; readonly head: number | null };

const HEADS = {
  into: 'stream_head',
  columns: ['stream_no', 'head'],
  ending: 'ON CONFLICT (stream_no) DO UPDATE SET head = excluded.head WHERE stream_head.head < excluded.head',
};
// Beats may arrive late and out of order, and no day's count ever falls.
const DAYS = {
  into: 'stream_day',
  columns: ['day', 'point_no', 'stream_no', 'made', 'received', 'received_own'],
  ending: 'ON CONFLICT (day, point_no, stream_no) DO UPDATE SET made = excluded.made WHERE stream_day.made IS NULL OR stream_day.made < excluded.made',
};
const BEATS = {
  into: 'device_beat',
  columns: ['device_id', 'at', 'stream_no', 'clock_offset', 'health', 'boots', 'twin_turns', 'twin_at'],
  ending: `ON CONFLICT (device_id) DO UPDATE SET at = excluded.at, stream_no = excluded.stream_no, clock_offset = excluded.clock_offset,
    health = excluded.health, boots = excluded.boots, twin_turns = excluded.twin_turns, twin_at = excluded.twin_at`,
};
const TWIN = 'UPDATE device_beat SET boots = ?, twin_turns = ?, twin_at = ? WHERE device_id = ?';

/** Stores heartbeats of any devices together, each table's rows in the order of their key: two servers never wait crosswise. */
export async function storeBeats(tx: SqlQueries, beats: readonly Beat[], follow: FollowBoot): Promise<readonly (number | 'foreign-stream')[]> {
  const streams = await findStreams(tx, beats);
  const own = beats.filter((beat) => streams.get(beat.stream)?.deviceId === beat.deviceId);
  await storeHeads(tx, own, streams);
  await storeDays(tx, own, streams);
  await storeHealth(tx, own, streams, follow);
  return beats.map((beat) => (own.includes(beat) ? (streams.get(beat.stream)?.mark ?? 0) : 'foreign-stream'));
}

async function findStreams(tx: SqlQueries, beats: readonly Beat[]): Promise<ReadonlyMap<string, KnownStream>> {
  const known = await selectStreams(tx, beats.map(({ stream }) => stream));
  const fresh = new Map(beats.filter(({ stream }) => !known.has(stream)).map((beat) => [beat.stream, beat]));
  if (fresh.size === 0) return known;
  // A stream belongs to the device that names it first.
  const rows = [...fresh.values()].toSorted(byText(({ stream }) => stream)).map(({ stream, deviceId, now }) => [stream, deviceId, now, now]);
  await insertRows(tx, { into: 'stream', columns: ['id', 'device_id', 'started_at', 'last_used_at'], ending: 'ON CONFLICT (id) DO NOTHING' }, rows);
  return new Map([...known, ...(await selectStreams(tx, [...fresh.keys()]))]);
}

async function selectStreams(tx: SqlQueries, ids: readonly string[]): Promise<Map<string, KnownStream>> {
  const { sql, values } = inList(ids);
  const rows = await tx.all(`SELECT stream.id, stream.no, stream.device_id, stream.mark, stream_head.head FROM stream LEFT JOIN stream_head ON stream_head.stream_no = stream.no WHERE stream.id IN ${sql}`, values);
  return new Map(rows.map((row) => [textOf(row, 'id'), { no: integerOf(row, 'no'), deviceId: textOf(row, 'device_id'), mark: integerOf(row, 'mark'), head: integerOrNull(row, 'head') }]));
}

async function storeHeads(tx: SqlQueries, beats: readonly Beat[], streams: ReadonlyMap<string, KnownStream>): Promise<void> {
  const heads = new Map<number, number>();
  for (const { stream, head } of beats) {
    const known = streams.get(stream);
    if (known !== undefined && head > (heads.get(known.no) ?? known.head ?? -1)) heads.set(known.no, head);
  }
  await insertRows(tx, HEADS, [...heads].toSorted(([left], [right]) => left - right));
}

async function storeDays(tx: SqlQueries, beats: readonly Beat[], streams: ReadonlyMap<string, KnownStream>): Promise<void> {
  const told = beats.filter(({ made }) => made.length > 0);
  if (told.length === 0) return;
  const elsewhere = await madeElsewhere(tx, told, streams);
  const rows = new Map<string, { readonly day: string; readonly pointNo: number; readonly streamNo: number; readonly made: number }>();
  for (const { stream, pointNo, made } of told) {
    const streamNo = streams.get(stream)?.no ?? 0;
    for (const { day, taps } of made) {
      const key = `${day}\t${pointNo}\t${streamNo}`;
      const here = Math.max(0, taps - (elsewhere.get(`${day}\t${pointNo}\t${streamNo}`) ?? 0));
      const before = rows.get(key);
      if (before === undefined || before.made < here) rows.set(key, { day, pointNo, streamNo, made: here });
    }
  }
  const sorted = [...rows.values()].toSorted((left, right) => compareText(left.day, right.day) || left.pointNo - right.pointNo || left.streamNo - right.streamNo);
  await insertRows(tx, DAYS, sorted.map(({ day, pointNo, streamNo, made }) => [day, pointNo, streamNo, made, 0, 0]));
}

/** Of kiosks that were moved lately: what their days hold at the service points where they stood before. */
async function madeElsewhere(tx: SqlQueries, beats: readonly Beat[], streams: ReadonlyMap<string, KnownStream>): Promise<ReadonlyMap<string, number>> {
  const devices = inList(beats.map(({ deviceId }) => deviceId));
  const since = Math.min(...beats.map(({ now }) => now)) - MOVES_MATTER;
  const moves = await tx.all(`SELECT DISTINCT device_id, from_point, to_point FROM device_move WHERE device_id IN ${devices.sql} AND at > ?`, [...devices.values, since]);
  const made = new Map<string, number>();
  if (moves.length === 0) return made;
  for (const { deviceId, pointNo, stream, made: told } of beats) {
    const points = [...new Set(moves.filter((move) => textOf(move, 'device_id') === deviceId).flatMap((move) => [integerOf(move, 'from_point'), integerOf(move, 'to_point')]))];
    const others = points.filter((point) => point !== pointNo);
    const streamNo = streams.get(stream)?.no;
    if (others.length === 0 || streamNo === undefined) continue;
    const [days, at] = [inList(told.map(({ day }) => day)), inList(others)];
    const rows = await tx.all(
      `SELECT day, CAST(sum(CASE WHEN coalesce(made, 0) > received THEN made ELSE received END) AS BIGINT) AS made FROM stream_day WHERE day IN ${days.sql} AND point_no IN ${at.sql} AND stream_no = ? GROUP BY day`,
      [...days.values, ...at.values, streamNo],
    );
    for (const row of rows) made.set(`${textOf(row, 'day')}\t${pointNo}\t${streamNo}`, integerOf(row, 'made'));
  }
  return made;
}

async function storeHealth(tx: SqlQueries, beats: readonly Beat[], streams: ReadonlyMap<string, KnownStream>, follow: FollowBoot): Promise<void> {
  const devices = inList(beats.map(({ deviceId }) => deviceId));
  const rows = await tx.all(`SELECT device_id, boots, twin_turns, twin_at FROM device_beat WHERE device_id IN ${devices.sql}`, devices.values);
  const states = new Map(rows.map((row) => [textOf(row, 'device_id'), beatStateOf(row)]));
  const healthy = new Map<string, Beat>();
  const turned = new Set<string>();
  for (const beat of beats) {
    const before = states.get(beat.deviceId) ?? { boots: [], twinTurns: 0, twinAt: null };
    const { state, isStale } = follow(before, beat);
    states.set(beat.deviceId, state);
    if (!isStale) healthy.set(beat.deviceId, beat);
    else if (state !== before) turned.add(beat.deviceId);
  }
  const textsOf = (deviceId: string): readonly [string, number, number | null] => {
    const { boots, twinTurns, twinAt } = states.get(deviceId) ?? { boots: [], twinTurns: 0, twinAt: null };
    return [JSON.stringify(boots), twinTurns, twinAt];
  };
  const sorted = [...healthy.values()].toSorted(byText(({ deviceId }) => deviceId));
  await insertRows(tx, BEATS, sorted.map((beat) => [beat.deviceId, beat.now, streams.get(beat.stream)?.no ?? 0, beat.clockOffset, beat.health, ...textsOf(beat.deviceId)]));
  for (const deviceId of [...turned].filter((id) => !healthy.has(id)).toSorted(compareText)) await tx.run(TWIN, [...textsOf(deviceId), deviceId]);
}

function beatStateOf(row: Row): BeatState {
  const boots: unknown = JSON.parse(textOf(row, 'boots'));
  if (!Array.isArray(boots)) throw new TypeError('device_beat.boots should hold a JSON array');
  return {
    boots: boots.flatMap((seen: unknown) =>
      typeof seen === 'object' && seen !== null && 'boot' in seen && 'up' in seen && typeof seen.boot === 'string' && typeof seen.up === 'number' ? [{ boot: seen.boot, up: seen.up }] : [],
    ),
    twinTurns: integerOf(row, 'twin_turns'),
    twinAt: integerOrNull(row, 'twin_at'),
  };
}

function byText<Item>(textIn: (item: Item) => string): (left: Item, right: Item) => number {
  return (left, right) => compareText(textIn(left), textIn(right));
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
