import type { DeviceStatus, StreamStatus } from '../devices.ts';
import { integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';

export const DEVICE_STATUS = `SELECT device.id, device.name, device.point_no, device.platform, device.enrolled_at, device.revoked_at, device.last_seen_at,
    service_point.id AS point_id, service_point.unit, service_point.timezone, service_point.hours,
    device_beat.at AS beat_at, device_beat.clock_offset, device_beat.health, coalesce(device_beat.twin_turns, 0) AS twin_turns, device_beat.twin_at,
    latest.id AS stream, coalesce(latest.mark, 0) AS received, latest.last_used_at, stream_head.head,
    (SELECT CAST(coalesce(sum(quarantined), 0) AS BIGINT) FROM stream WHERE device_id = device.id) AS quarantined,
    (SELECT CAST(coalesce(sum(unplaceable), 0) AS BIGINT) FROM stream WHERE device_id = device.id) AS unplaceable
  FROM device JOIN service_point ON service_point.no = device.point_no
  LEFT JOIN device_beat ON device_beat.device_id = device.id
  LEFT JOIN stream AS latest ON latest.no =
    (SELECT no FROM stream WHERE device_id = device.id ORDER BY last_used_at DESC, no DESC LIMIT 1)
  LEFT JOIN stream_head ON stream_head.stream_no = latest.no`;

export const STREAM_STATUS = `SELECT stream.id, stream.started_at, stream.last_used_at, stream.mark, stream_head.head, stream.quarantined, stream.unplaceable
  FROM stream LEFT JOIN stream_head ON stream_head.stream_no = stream.no WHERE stream.device_id = ? ORDER BY stream.started_at DESC, stream.no DESC`;

export function deviceStatusOf(row: Row): DeviceStatus {
  const revokedAt = integerOrNull(row, 'revoked_at');
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    pointNo: integerOf(row, 'point_no'),
    servicePoint: textOf(row, 'point_id'),
    unit: textOrNull(row, 'unit'),
    timezone: textOf(row, 'timezone'),
    hours: textOrNull(row, 'hours'),
    platform: textOf(row, 'platform'),
    enrolledAt: integerOf(row, 'enrolled_at'),
    revokedAt,
    revoked: revokedAt !== null,
    lastSeenAt: later(integerOrNull(row, 'last_seen_at'), integerOrNull(row, 'beat_at')),
    clockOffset: integerOrNull(row, 'clock_offset'),
    health: textOrNull(row, 'health'),
    twinTurns: integerOf(row, 'twin_turns'),
    twinAt: integerOrNull(row, 'twin_at'),
    stream: textOrNull(row, 'stream'),
    received: integerOf(row, 'received'),
    head: integerOrNull(row, 'head'),
    lastReceivedAt: integerOrNull(row, 'last_used_at'),
    quarantined: integerOf(row, 'quarantined'),
    unplaceable: integerOf(row, 'unplaceable'),
  };
}

export function streamStatusOf(row: Row): StreamStatus {
  return {
    id: textOf(row, 'id'),
    startedAt: integerOf(row, 'started_at'),
    lastUsedAt: integerOf(row, 'last_used_at'),
    received: integerOf(row, 'mark'),
    head: integerOrNull(row, 'head'),
    quarantined: integerOf(row, 'quarantined'),
    unplaceable: integerOf(row, 'unplaceable'),
  };
}

/** Batches and heartbeats are both a sign of life. */
function later(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}
