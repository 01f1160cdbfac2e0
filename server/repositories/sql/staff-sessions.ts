import type { StaffRepository } from '../staff.ts';
import { integerOf, textOf } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';
import { accountOf, USER } from './staff-rows.ts';

type Sessions = Pick<StaffRepository, 'addSession' | 'findSession' | 'seeSession' | 'listSessions' | 'removeSession' | 'endSessions'>;

export function sessions(store: SqlStore): Sessions {
  return {
    async addSession({ tokenHash, id, userId, now, expiresAt, agent, address }) {
      await store.writeBeside(async (tx) => {
        await tx.run('DELETE FROM session WHERE expires_at <= ?', [now]);
        await tx.run('INSERT INTO session (token_hash, id, user_id, started_at, last_seen_at, expires_at, agent, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [tokenHash, id, userId, now, now, expiresAt, agent, address]);
        await tx.run('UPDATE staff_user SET last_sign_in_at = ? WHERE id = ?', [now, userId]);
      });
    },
    async findSession(tokenHash, { now, idleMs }) {
      const row = await store.read.get(
        `SELECT ${USER}, session.id AS session_id, session.last_seen_at FROM session JOIN staff_user ON staff_user.id = session.user_id
         WHERE token_hash = ? AND expires_at > ? AND last_seen_at > ? AND disabled_at IS NULL`,
        [tokenHash, now, now - idleMs],
      );
      return row === undefined ? null : { sessionId: textOf(row, 'session_id'), lastSeenAt: integerOf(row, 'last_seen_at'), user: accountOf(row) };
    },
    async seeSession(tokenHash, now) {
      await store.writeBeside((tx) => tx.run('UPDATE session SET last_seen_at = ? WHERE token_hash = ? AND last_seen_at < ?', [now, tokenHash, now]));
    },
    async listSessions(userId, { now, idleMs }) {
      const rows = await store.read.all('SELECT * FROM session WHERE user_id = ? AND expires_at > ? AND last_seen_at > ? ORDER BY started_at DESC, id', [userId, now, now - idleMs]);
      return rows.map((row) => ({
        id: textOf(row, 'id'),
        startedAt: integerOf(row, 'started_at'),
        lastSeenAt: integerOf(row, 'last_seen_at'),
        expiresAt: integerOf(row, 'expires_at'),
        agent: textOf(row, 'agent'),
        address: textOf(row, 'address'),
      }));
    },
    async removeSession(tokenHash) {
      await store.writeBeside((tx) => tx.run('DELETE FROM session WHERE token_hash = ?', [tokenHash]));
    },
    async endSessions(userId, which) {
      const [condition, id] = 'only' in which ? ['id = ?', which.only] : ['id <> ?', which.allBut ?? ''];
      return store.writeBeside((tx) => tx.run(`DELETE FROM session WHERE user_id = ? AND ${condition}`, [userId, id]));
    },
  };
}
