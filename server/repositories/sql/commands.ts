import { COMMAND_KINDS } from '#contract/commands.ts';
import type { CommandRepository, CommandRow } from '../commands.ts';
import { inList } from './in-list.ts';
import { flagOf, integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';

const COMMAND = `SELECT kiosk_command.*, command_answer.picture IS NOT NULL AS has_picture, command_answer.log IS NOT NULL AS has_log
  FROM kiosk_command LEFT JOIN command_answer ON command_answer.command_id = kiosk_command.id`;
const IS_OPEN = 'answered_at IS NULL AND expired_at IS NULL';

export function commandRepository(store: SqlStore): CommandRepository {
  const { read } = store;
  return {
    async add({ id, deviceId, kind, askedBy, askedAt, expiresAt }) {
      return store.write(async (tx) => {
        if ((await tx.get(`SELECT 1 FROM kiosk_command WHERE device_id = ? AND kind = ? AND ${IS_OPEN} AND expires_at > ?`, [deviceId, kind, askedAt])) !== undefined) return false;
        await tx.run('INSERT INTO kiosk_command (id, device_id, kind, asked_by, asked_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)', [id, deviceId, kind, askedBy, askedAt, expiresAt]);
        return true;
      });
    },
    async open(deviceIds, now) {
      const devices = inList(deviceIds);
      const rows = await read.all(
        `SELECT id, device_id, kind, expires_at, delivered_at IS NOT NULL AS delivered FROM kiosk_command
         WHERE device_id IN ${devices.sql} AND ${IS_OPEN} AND expires_at > ? ORDER BY asked_at, id`,
        [...devices.values, now],
      );
      return rows.map((row) => ({ id: textOf(row, 'id'), deviceId: textOf(row, 'device_id'), kind: textOf(row, 'kind'), expiresAt: integerOf(row, 'expires_at'), isDelivered: flagOf(row, 'delivered') }));
    },
    async markDelivered(id, now) {
      return store.writeBeside(async (tx) => (await tx.run('UPDATE kiosk_command SET delivered_at = ? WHERE id = ? AND delivered_at IS NULL', [now, id])) === 1);
    },
    async find(id) {
      const row = await read.get(`${COMMAND} WHERE kiosk_command.id = ?`, [id]);
      return row === undefined ? null : commandOf(row);
    },
    async list(deviceId, most) {
      return (await read.all(`${COMMAND} WHERE device_id = ? ORDER BY asked_at DESC, id LIMIT ?`, [deviceId, most])).map(commandOf);
    },
    ...ends(store),
  };
}

function ends(store: SqlStore): Pick<CommandRepository, 'end' | 'findAnswer' | 'sweep'> {
  return {
    async end(id, { outcome, detail, picture, log, now, keptUntil }) {
      return store.writeBeside(async (tx) => {
        const isFirst = (await tx.run('UPDATE kiosk_command SET answered_at = ?, outcome = ?, detail = ? WHERE id = ? AND answered_at IS NULL', [now, outcome, detail, id])) === 1;
        if (isFirst && (picture !== null || log !== null)) {
          await tx.run('INSERT INTO command_answer (command_id, kept_until, picture, log) VALUES (?, ?, ?, ?)', [id, keptUntil, picture, log]);
        }
        return isFirst;
      });
    },
    async findAnswer(id, now) {
      const row = await store.read.get('SELECT picture, log FROM command_answer WHERE command_id = ? AND kept_until > ?', [id, now]);
      return row === undefined ? null : { picture: textOrNull(row, 'picture'), log: textOrNull(row, 'log') };
    },
    async sweep(now) {
      return store.writeBeside(async (tx) => {
        await tx.run('DELETE FROM command_answer WHERE kept_until <= ?', [now]);
        const rows = await tx.all(`UPDATE kiosk_command SET expired_at = ? WHERE ${IS_OPEN} AND expires_at <= ? RETURNING id, device_id, kind`, [now, now]);
        return rows.map((row) => ({ id: textOf(row, 'id'), deviceId: textOf(row, 'device_id'), kind: textOf(row, 'kind') }));
      });
    },
  };
}

function commandOf(row: Row): CommandRow {
  const kind = COMMAND_KINDS.find((known) => known === row['kind']);
  if (kind === undefined) throw new TypeError('kiosk_command.kind holds no known kind');
  const outcome = textOrNull(row, 'outcome');
  return {
    id: textOf(row, 'id'),
    deviceId: textOf(row, 'device_id'),
    kind,
    askedBy: textOf(row, 'asked_by'),
    askedAt: integerOf(row, 'asked_at'),
    expiresAt: integerOf(row, 'expires_at'),
    deliveredAt: integerOrNull(row, 'delivered_at'),
    answeredAt: integerOrNull(row, 'answered_at'),
    expiredAt: integerOrNull(row, 'expired_at'),
    outcome: outcome === null ? null : outcome === 'done' ? 'done' : 'failed',
    detail: textOrNull(row, 'detail'),
    hasPicture: flagOf(row, 'has_picture'),
    hasLog: flagOf(row, 'has_log'),
  };
}
