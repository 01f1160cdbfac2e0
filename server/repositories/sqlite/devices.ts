import type { Beat, DeviceRepository, DeviceStatus, NewDevice } from '../devices.ts';
import type { ServicePointRow } from '../service-points.ts';
import type { Database, Statements } from './database.ts';
import { flagOf, integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import { servicePointOf } from './service-points.ts';

const FIND_DEVICE = `SELECT service_point.*, device.id AS device_id, device.revoked_at IS NOT NULL AS revoked
  FROM device JOIN service_point ON service_point.no = device.point_no WHERE token_hash = ?`;

const LIST = `SELECT device.id, device.name, device.point_no, service_point.id AS point_id, service_point.timezone,
    device.revoked_at IS NOT NULL AS revoked, device.last_seen_at, device.clock_offset, device.health,
    latest.id AS stream, coalesce(latest.mark, 0) AS received, latest.head,
    (SELECT coalesce(sum(quarantined), 0) FROM stream WHERE device_id = device.id) AS quarantined,
    (SELECT coalesce(sum(unplaceable), 0) FROM stream WHERE device_id = device.id) AS unplaceable
  FROM device JOIN service_point ON service_point.no = device.point_no
  LEFT JOIN stream AS latest ON latest.no =
    (SELECT no FROM stream WHERE device_id = device.id ORDER BY last_used_at DESC, no DESC LIMIT 1)`;

export function deviceRepository(database: Database): DeviceRepository {
  const { read } = database;
  return {
    async findByTokenHash(tokenHash) {
      const row = read(FIND_DEVICE).get(tokenHash);
      return row === undefined ? null : { id: textOf(row, 'device_id'), point: servicePointOf(row), revoked: flagOf(row, 'revoked') };
    },
    async addPairingCode(codeHash, pointNo, expiresAt) {
      await database.write((prepare) =>
        prepare('INSERT INTO pairing_code (code_hash, point_no, expires_at, used_at) VALUES (?, ?, ?, NULL)').run(codeHash, pointNo, expiresAt),
      );
    },
    async enrol(codeHash, device, stream, now) {
      return database.write((prepare) => enrol(prepare, codeHash, device, stream, now));
    },
    async beat(beat) {
      return database.write((prepare) => storeBeat(prepare, beat));
    },
    async list(pointNos) {
      const rows =
        pointNos === 'all'
          ? read(`${LIST} ORDER BY point_id, device.name, device.id`).all()
          : read(`${LIST} WHERE device.point_no IN (SELECT value FROM json_each(?)) ORDER BY point_id, device.name, device.id`).all(JSON.stringify(pointNos));
      return rows.map(deviceStatusOf);
    },
    async revoke(id, now) {
      return database.write((prepare) => prepare('UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?').run(now, id).changes === 1);
    },
  };
}

function enrol(prepare: Statements, codeHash: string, device: NewDevice, stream: string, now: number): ServicePointRow | 'code-unknown' | 'stream-taken' {
  const point = prepare(
    'SELECT service_point.* FROM pairing_code JOIN service_point ON service_point.no = point_no WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?',
  ).get(codeHash, now);
  if (point === undefined) return 'code-unknown';
  const holder = prepare(
    `SELECT device.id, device.revoked_at IS NOT NULL OR (device.last_seen_at IS NULL AND stream.mark = 0) AS free
     FROM stream JOIN device ON device.id = stream.device_id WHERE stream.id = ?`,
  ).get(stream);
  if (holder !== undefined && !flagOf(holder, 'free')) return 'stream-taken';
  prepare('UPDATE pairing_code SET used_at = ? WHERE code_hash = ?').run(now, codeHash);
  prepare(
    'INSERT INTO device (id, token_hash, point_no, name, platform, app_version, shell, enrolled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(device.id, device.tokenHash, integerOf(point, 'no'), device.name, device.platform, device.appVersion, device.shell, now);
  // A device that never used its token lost the answer of its enrolment: nobody holds that token.
  if (holder !== undefined) prepare('UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?').run(now, textOf(holder, 'id'));
  prepare(
    `INSERT INTO stream (id, device_id, started_at, last_used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET device_id = excluded.device_id, last_used_at = excluded.last_used_at`,
  ).run(stream, device.id, now, now);
  return servicePointOf(point);
}

function storeBeat(prepare: Statements, beat: Beat): 'stored' | 'foreign-stream' {
  const known = prepare('SELECT no, device_id FROM stream WHERE id = ?').get(beat.stream);
  if (known !== undefined && textOf(known, 'device_id') !== beat.deviceId) return 'foreign-stream';
  const streamNo =
    known === undefined
      ? Number(prepare('INSERT INTO stream (id, device_id, started_at, last_used_at) VALUES (?, ?, ?, ?)').run(beat.stream, beat.deviceId, beat.now, beat.now).lastInsertRowid)
      : integerOf(known, 'no');
  // max(): beats may arrive late and out of order, and neither number ever falls.
  prepare('UPDATE stream SET head = max(coalesce(head, 0), ?), last_used_at = ? WHERE no = ?').run(beat.head, beat.now, streamNo);
  const made = prepare(
    `INSERT INTO stream_day (day, point_no, stream_no, made, received, received_own) VALUES (?, ?, ?, ?, 0, 0)
     ON CONFLICT DO UPDATE SET made = excluded.made WHERE made IS NULL OR made < excluded.made`,
  );
  for (const { day, taps } of beat.made) made.run(day, beat.pointNo, streamNo, taps);
  prepare('UPDATE device SET last_seen_at = ?, clock_offset = ?, health = ? WHERE id = ?').run(beat.now, beat.clockOffset, beat.health, beat.deviceId);
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
