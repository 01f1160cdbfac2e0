import type { DeviceRepository, Enrolled, NewDevice } from '../devices.ts';
import { storeBeats } from './device-beats.ts';
import { DEVICE_STATUS, deviceStatusOf, STREAM_STATUS, streamStatusOf } from './device-rows.ts';
import { inList } from './in-list.ts';
import { flagOf, integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import { servicePointOf } from './service-points.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';
import { COMPLETENESS } from './completeness.ts';

const FIND_DEVICE = `SELECT service_point.*, device.id AS device_id, device.revoked_at IS NOT NULL AS revoked
  FROM device JOIN service_point ON service_point.no = device.point_no`;
const LIST_ORDER = 'ORDER BY point_id, device.name, device.id';

export function deviceRepository(store: SqlStore): DeviceRepository {
  const { read } = store;
  return {
    ...pairing(store),
    ...looks(store),
    async beats(beats, follow) {
      return beats.length === 0 ? [] : store.writeBeside((tx) => storeBeats(tx, beats, follow));
    },
    async rename(id, name) {
      await store.writeBeside((tx) => tx.run('UPDATE device SET name = ? WHERE id = ?', [name, id]));
    },
    async move(id, toPoint, now) {
      await store.write((tx) => move(tx, id, toPoint, now));
    },
    async revoke(id, now) {
      return store.writeBeside(async (tx) => (await tx.run('UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?', [now, id])) === 1);
    },
    async streams(id) {
      return (await read.all(STREAM_STATUS, [id])).map(streamStatusOf);
    },
  };
}

function looks({ read, figures }: SqlStore): Pick<DeviceRepository, 'find' | 'list' | 'completeness'> {
  return {
    async find(id) {
      const row = await read.get(`${DEVICE_STATUS} WHERE device.id = ?`, [id]);
      return row === undefined ? null : deviceStatusOf(row);
    },
    async list(pointNos) {
      if (pointNos === 'all') return (await read.all(`${DEVICE_STATUS} ${LIST_ORDER}`)).map(deviceStatusOf);
      const points = inList(pointNos);
      return (await read.all(`${DEVICE_STATUS} WHERE device.point_no IN ${points.sql} ${LIST_ORDER}`, points.values)).map(deviceStatusOf);
    },
    async completeness(pointNos, day) {
      const points = inList(pointNos);
      const rows = await figures.all(
        `SELECT device.id AS device_id, ${COMPLETENESS} FROM stream_day JOIN stream ON stream.no = stream_day.stream_no
         JOIN device ON device.id = stream.device_id AND device.point_no = stream_day.point_no
         WHERE stream_day.day = ? AND stream_day.point_no IN ${points.sql} GROUP BY device.id`,
        [day, ...points.values],
      );
      return rows.map((row) => ({ deviceId: textOf(row, 'device_id'), made: integerOrNull(row, 'made'), received: integerOf(row, 'received'), missing: integerOrNull(row, 'missing') }));
    },
  };
}

function pairing(store: SqlStore): Pick<DeviceRepository, 'findByTokenHash' | 'endReplacement' | 'addPairingCode' | 'enrol'> {
  const { read } = store;
  return {
    async findByTokenHash(tokenHash) {
      const row = await read.get(`${FIND_DEVICE} WHERE token_hash = ?`, [tokenHash]);
      // Only a token that is not known yet costs the second look.
      const found = row ?? (await read.get(`${FIND_DEVICE} WHERE next_token_hash = ?`, [tokenHash]));
      if (found === undefined) return null;
      return { id: textOf(found, 'device_id'), point: servicePointOf(found), revoked: flagOf(found, 'revoked'), isReplacing: row === undefined };
    },
    async endReplacement(id, tokenHash) {
      return store.writeBeside(async (tx) => {
        const ended = await tx.run('UPDATE device SET token_hash = next_token_hash, next_token_hash = NULL WHERE id = ? AND next_token_hash = ?', [id, tokenHash]);
        // The machine before it is gone: what it said of its boots says nothing about this one.
        if (ended === 1) await tx.run(`UPDATE device_beat SET boots = '[]', twin_turns = 0, twin_at = NULL WHERE device_id = ?`, [id]);
        return ended === 1;
      });
    },
    async addPairingCode(codeHash, pointNo, expiresAt, deviceId = null) {
      await store.writeBeside((tx) => tx.run('INSERT INTO pairing_code (code_hash, point_no, expires_at, used_at, device_id) VALUES (?, ?, ?, NULL, ?)', [codeHash, pointNo, expiresAt, deviceId]));
    },
    async enrol(codeHash, device, stream, now) {
      return store.write((tx) => enrol(tx, codeHash, device, stream, now));
    },
  };
}

// A device that was revoked or moved since stands elsewhere: the code of its replacement says the device, not the place.
const CODE = `SELECT service_point.*, pairing_code.device_id FROM pairing_code
  LEFT JOIN device ON device.id = pairing_code.device_id
  JOIN service_point ON service_point.no = coalesce(device.point_no, pairing_code.point_no)
  WHERE code_hash = ? AND used_at IS NULL AND expires_at > ? AND service_point.closed_at IS NULL AND device.revoked_at IS NULL`;
const HOLDER = `SELECT device.id, device.revoked_at IS NOT NULL OR (device.last_seen_at IS NULL AND device_beat.at IS NULL AND stream.mark = 0) AS free
  FROM stream JOIN device ON device.id = stream.device_id LEFT JOIN device_beat ON device_beat.device_id = device.id WHERE stream.id = ?`;

async function enrol(tx: SqlQueries, codeHash: string, device: NewDevice, stream: string, now: number): Promise<Enrolled | 'code-unknown' | 'stream-taken'> {
  const code = await tx.get(CODE, [codeHash, now]);
  if (code === undefined) return 'code-unknown';
  const replaced = textOrNull(code, 'device_id');
  const holder = await tx.get(HOLDER, [stream]);
  const held = holder === undefined ? null : textOf(holder, 'id');
  if (holder !== undefined && held !== replaced && !flagOf(holder, 'free')) return 'stream-taken';
  await tx.run('UPDATE pairing_code SET used_at = ? WHERE code_hash = ?', [now, codeHash]);
  const point = servicePointOf(code);
  if (replaced === null) await addDevice(tx, device, point.no, now);
  else await replaceMachine(tx, replaced, device);
  const deviceId = replaced ?? device.id;
  // A device that never used its token lost the answer of its enrolment: nobody holds that token.
  if (held !== null && held !== deviceId) await tx.run('UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?', [now, held]);
  await tx.run(
    `INSERT INTO stream (id, device_id, started_at, last_used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET device_id = excluded.device_id, last_used_at = excluded.last_used_at`,
    [stream, deviceId, now, now],
  );
  return { point, deviceId, isReplacement: replaced !== null };
}

async function addDevice(tx: SqlQueries, { id, tokenHash, name, platform, appVersion, shell }: NewDevice, pointNo: number, now: number): Promise<void> {
  await tx.run('INSERT INTO device (id, token_hash, point_no, name, platform, app_version, shell, enrolled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [id, tokenHash, pointNo, name, platform, appVersion, shell, now]);
}

/** The name is the place's, as staff gave it, and stays; the machine is another one. */
async function replaceMachine(tx: SqlQueries, id: string, { tokenHash, platform, appVersion, shell }: NewDevice): Promise<void> {
  await tx.run('UPDATE device SET next_token_hash = ?, platform = ?, app_version = ?, shell = ? WHERE id = ?', [tokenHash, platform, appVersion, shell, id]);
}

async function move(tx: SqlQueries, id: string, toPoint: number, now: number): Promise<void> {
  const row: Row | undefined = await tx.get('SELECT point_no FROM device WHERE id = ?', [id]);
  const fromPoint = row === undefined ? toPoint : integerOf(row, 'point_no');
  if (fromPoint === toPoint) return;
  await tx.run('UPDATE device SET point_no = ? WHERE id = ?', [toPoint, id]);
  await tx.run('INSERT INTO device_move (device_id, at, from_point, to_point) VALUES (?, ?, ?, ?)', [id, now, fromPoint, toPoint]);
  // What was made but has not come will come to the new place, and is missed there from its next heartbeat on.
  await tx.run(
    `UPDATE stream_day SET made = CASE WHEN received > received_own THEN received ELSE received_own END
     WHERE point_no = ? AND made IS NOT NULL AND stream_no IN (SELECT no FROM stream WHERE device_id = ?)`,
    [fromPoint, id],
  );
}
