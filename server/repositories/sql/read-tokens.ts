import type { ReadTokenRow, StaffRepository } from '../staff.ts';
import { integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import { BELOW } from './service-points.ts';
import type { SqlStore } from './sql-store.ts';

const TOKEN = 'id, name, unit, created_at, expires_at, last_used_at, revoked_at';
type ReadTokens = Pick<StaffRepository, 'addReadToken' | 'findReadToken' | 'seeReadToken' | 'findReadTokenById' | 'listReadTokens' | 'revokeReadToken'>;

export function readTokens({ read, writeBeside }: SqlStore): ReadTokens {
  return {
    async addReadToken(token, tokenHash, now) {
      await writeBeside((tx) =>
        tx.run('INSERT INTO read_token (id, token_hash, name, unit, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)', [token.id, tokenHash, token.name, token.unit, now, token.expiresAt ?? null]),
      );
    },
    async findReadToken(tokenHash, now) {
      const row = await read.get(`SELECT ${TOKEN} FROM read_token WHERE token_hash = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)`, [tokenHash, now]);
      return row === undefined ? null : tokenOf(row);
    },
    async seeReadToken(id, now) {
      await writeBeside((tx) => tx.run('UPDATE read_token SET last_used_at = ? WHERE id = ?', [now, id]));
    },
    async findReadTokenById(id) {
      const row = await read.get(`SELECT ${TOKEN} FROM read_token WHERE id = ?`, [id]);
      return row === undefined ? null : tokenOf(row);
    },
    async listReadTokens(unit) {
      const order = 'ORDER BY created_at DESC, id';
      const rows =
        unit === null
          ? await read.all(`SELECT ${TOKEN} FROM read_token ${order}`)
          : await read.all(`${BELOW} SELECT ${TOKEN} FROM read_token WHERE unit IN (SELECT id FROM below) ${order}`, [unit]);
      return rows.map(tokenOf);
    },
    async revokeReadToken(id, now) {
      return writeBeside(async (tx) => (await tx.run('UPDATE read_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [now, id])) === 1);
    },
  };
}

function tokenOf(row: Row): ReadTokenRow {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    unit: textOrNull(row, 'unit'),
    createdAt: integerOf(row, 'created_at'),
    expiresAt: integerOrNull(row, 'expires_at'),
    lastUsedAt: integerOrNull(row, 'last_used_at'),
    revokedAt: integerOrNull(row, 'revoked_at'),
  };
}
