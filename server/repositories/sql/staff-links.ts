import type { LinkKind, StaffRepository } from '../staff.ts';
import { integerOf, textOf } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';
import { accountOf, USER } from './staff-rows.ts';

const KINDS: readonly LinkKind[] = ['first', 'invitation', 'reset'];

export function links(store: SqlStore): Pick<StaffRepository, 'setLink' | 'findLink' | 'useLink'> {
  return {
    async setLink(userId, { tokenHash, kind, expiresAt }, { now, replaces }) {
      await store.write(async (tx) => {
        await tx.run('DELETE FROM sign_in_link WHERE expires_at <= ? OR (user_id = ? AND expires_at < ?)', [now, userId, replaces ?? Number.MAX_SAFE_INTEGER]);
        await tx.run('INSERT INTO sign_in_link (token_hash, user_id, expires_at, kind) VALUES (?, ?, ?, ?)', [tokenHash, userId, expiresAt, kind]);
      });
    },
    async findLink(tokenHash, now) {
      const row = await store.read.get(
        `SELECT ${USER}, sign_in_link.kind, sign_in_link.expires_at FROM sign_in_link JOIN staff_user ON staff_user.id = sign_in_link.user_id
         WHERE token_hash = ? AND expires_at > ? AND disabled_at IS NULL`,
        [tokenHash, now],
      );
      const kind = KINDS.find((known) => known === row?.['kind']);
      return row === undefined || kind === undefined ? null : { kind, expiresAt: integerOf(row, 'expires_at'), user: accountOf(row) };
    },
    async useLink(tokenHash) {
      return store.write(async (tx) => {
        const row = await tx.get('SELECT user_id FROM sign_in_link WHERE token_hash = ?', [tokenHash]);
        if (row === undefined) return false;
        await tx.run('DELETE FROM sign_in_link WHERE user_id = ?', [textOf(row, 'user_id')]);
        return true;
      });
    },
  };
}
