import type { Beat, DeviceRepository, DeviceStatus, NewDevice } from '../devices.ts';
import type { ServicePointRow } from '../service-points.ts';
import { inList } from './in-list.ts';
import { flagOf, integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import { servicePointOf } from './service-points.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';

const FIND_DEVICE = `SELECT service_point.*, device.id AS device_id, device.revoked_at IS NOT NULL AS revoked
  FROM device JOIN service_point ON service_point.no = device.point_no WHERE token_hash = ?`;

const LIST = `SELECT device.id, device.name, device.point_no, service_point.id AS point_id, service_point.timezone,
    device.revoked_at IS NOT NULL AS revoked, device.last_seen_at, device.clock_offset, device.health,
    latest.id AS stream, coalesce(latest.mark, 0) AS received, latest.head,
    (SELECT CAST(coalesce(sum(quarantined), 0) AS BIGINT) FROM stream WHERE device_id = device.id) AS quarantined,
    (SELECT CAST(coalesce(sum(unplaceable), 0) AS BIGINT) FROM stream WHERE device_id = device.id) AS unplaceable
  FROM device JOIN service_point ON service_point.no = device.point_no
  LEFT JOIN stream AS latest ON latest.no =
    (SELECT no FROM stream WHERE device_id = device.id ORDER BY last_used_at DESC, no DESC LIMIT 1)`;
const LIST_ORDER = 'ORDER BY point_id, device.name, device.id';

export function deviceRepository(store: SqlStore): DeviceRepository {
  const { read } = store;
  return {
    async findByTokenHash(tokenHash) {
      const row = await read.get(FIND_DEVICE, [tokenHash]);
      return row === undefined ? null : { id: textOf(row, 'device_id'), point: servicePointOf(row), revoked: flagOf(row, 'revoked') };
    },
    async addPairingCode(codeHash, pointNo, expiresAt) {
      await store.writeBeside((tx) => tx.run('INSERT INTO pairing_code (code_hash, point_no, expires_at, used_at) VALUES (?, ?, ?, NULL)', [codeHash, pointNo, expiresAt]));
    },
    async enrol(codeHash, device, stream, now) {
      return store.write((tx) => enrol(tx, codeHash, device, stream, now));
    },
    async beat(beat) {
      return store.writeBeside((tx) => storeBeat(tx, beat));
    },
    async list(pointNos) {
      if (pointNos === 'all') return (await read.all(`${LIST} ${LIST_ORDER}`)).map(deviceStatusOf);
      const points = inList(pointNos);
      return (await read.all(`${LIST} WHERE device.point_no IN ${points.sql} ${LIST_ORDER}`, points.values)).map(deviceStatusOf);
    },
    async revoke(id, now) {
      return store.writeBeside(async (tx) => (await tx.run('UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?', [now, id])) === 1);
    },
  };
}

async function enrol(tx: SqlQueries, codeHash: string, device: NewDevice, stream: string, now: number): Promise<ServicePointRow | 'code-unknown' | 'stream-taken'> {
  const point = await tx.get(
    'SELECT service_point.* FROM pairing_code JOIN service_point ON service_point.no = point_no WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?',
    [codeHash, now],
  );
  if (point === undefined) return 'code-unknown';
  const holder = await tx.get(
    `SELECT device.id, device.revoked_at IS NOT NULL OR (device.last_seen_at IS NULL AND stream.mark = 0) AS free
     FROM stream JOIN device ON device.id = stream.device_id WHERE stream.id = ?`,
    [stream],
  );
  if (holder !== undefined && !flagOf(holder, 'free')) return 'stream-taken';
  await tx.run('UPDATE pairing_code SET used_at = ? WHERE code_hash = ?', [now, codeHash]);
  await tx.run('INSERT INTO device (id, token_hash, point_no, name, platform, app_version, shell, enrolled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    device.id,
    device.tokenHash,
    integerOf(point, 'no'),
    device.name,
    device.platform,
    device.appVersion,
    device.shell,
    now,
  ]);
  // A device that never used its token lost the answer of its enrolment: nobody holds that token.
  if (holder !== undefined) await tx.run('UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?', [now, textOf(holder, 'id')]);
  await tx.run(
    `INSERT INTO stream (id, device_id, started_at, last_used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET device_id = excluded.device_id, last_used_at = excluded.last_used_at`,
    [stream, device.id, now, now],
  );
  return servicePointOf(point);
}

// Beats may arrive late and out of order, and neither the head nor a day's count ever falls.
const BEAT_STREAM = `INSERT INTO stream (id, device_id, head, started_at, last_used_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET last_used_at = excluded.last_used_at,
    head = CASE WHEN stream.head > excluded.head THEN stream.head ELSE excluded.head END
  WHERE stream.device_id = excluded.device_id RETURNING no`;
const BEAT_DAY = `INSERT INTO stream_day (day, point_no, stream_no, made, received, received_own) VALUES (?, ?, ?, ?, 0, 0)
  ON CONFLICT (day, point_no, stream_no) DO UPDATE SET made = excluded.made WHERE stream_day.made IS NULL OR stream_day.made < excluded.made`;

async function storeBeat(tx: SqlQueries, beat: Beat): Promise<'stored' | 'foreign-stream'> {
  const stream = await tx.get(BEAT_STREAM, [beat.stream, beat.deviceId, beat.head, beat.now, beat.now]);
  if (stream === undefined) return 'foreign-stream';
  for (const { day, taps } of beat.made) await tx.run(BEAT_DAY, [day, beat.pointNo, integerOf(stream, 'no'), taps]);
  await tx.run('UPDATE device SET last_seen_at = ?, clock_offset = ?, health = ? WHERE id = ?', [beat.now, beat.clockOffset, beat.health, beat.deviceId]);
  return 'stored';
}

function deviceStatusOf(row: Row): DeviceStatus {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    pointNo: integerOf(row, 'point_no'),
    servicePoint: textOf(row, 'point_id'),
    timezone: textOf(row, 'timezone'),
    revoked: flagOf(row, 'revoked'),
    lastSeenAt: integerOrNull(row, 'last_seen_at'),
    clockOffset: integerOrNull(row, 'clock_offset'),
    health: textOrNull(row, 'health'),
    stream: textOrNull(row, 'stream'),
    received: integerOf(row, 'received'),
    head: integerOrNull(row, 'head'),
    quarantined: integerOf(row, 'quarantined'),
    unplaceable: integerOf(row, 'unplaceable'),
  };
}
