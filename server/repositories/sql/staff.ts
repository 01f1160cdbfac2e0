import { ROLES } from '#contract/staff.ts';
import type { StaffRepository, StaffUserRow } from '../staff.ts';
import { textOf, textOrNull, type Row } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';

const USER = 'staff_user.id, staff_user.email, staff_user.password_hash, staff_user.role, staff_user.unit';

export function staffRepository(store: SqlStore): StaffRepository {
  const { read } = store;
  return {
    async addUser(user, now) {
      return store.writeBeside(async (tx) => {
        const added = await tx.run(
          'INSERT INTO staff_user (id, email, password_hash, role, unit, created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING',
          [user.id, user.email, user.passwordHash, user.role, user.unit, now],
        );
        return added === 1;
      });
    },
    async findByEmail(email) {
      return userOrNull(await read.get(`SELECT ${USER} FROM staff_user WHERE email = ?`, [email]));
    },
    async hasAdministrator() {
      return (await read.get("SELECT 1 FROM staff_user WHERE role = 'admin' AND password_hash IS NOT NULL LIMIT 1")) !== undefined;
    },
    async findUnclaimedAdministrator() {
      return userOrNull(await read.get(`SELECT ${USER} FROM staff_user WHERE role = 'admin' AND email IS NULL LIMIT 1`));
    },
    async claim(userId, email, passwordHash) {
      return store.write(async (tx) => {
        if ((await tx.get('SELECT 1 FROM staff_user WHERE email = ?', [email])) !== undefined) return 'taken';
        const done = await tx.run('UPDATE staff_user SET email = ?, password_hash = ? WHERE id = ? AND email IS NULL', [email, passwordHash, userId]);
        if (done !== 1) return 'claimed';
        await tx.run('DELETE FROM sign_in_link WHERE user_id = ?', [userId]);
        return 'done';
      });
    },
    ...links(store),
    ...sessions(store),
    ...readTokens(store),
  };
}

function links(store: SqlStore): Pick<StaffRepository, 'setSignInLink' | 'useSignInLink'> {
  return {
    async setSignInLink(userId, tokenHash, expiresAt) {
      await store.write(async (tx) => {
        await tx.run('DELETE FROM sign_in_link WHERE user_id = ?', [userId]);
        await tx.run('INSERT INTO sign_in_link (token_hash, user_id, expires_at) VALUES (?, ?, ?)', [tokenHash, userId, expiresAt]);
      });
    },
    async useSignInLink(tokenHash, now) {
      return store.write(async (tx) => {
        const row = await tx.get(
          `SELECT ${USER} FROM sign_in_link JOIN staff_user ON staff_user.id = sign_in_link.user_id WHERE token_hash = ? AND expires_at > ?`,
          [tokenHash, now],
        );
        await tx.run('DELETE FROM sign_in_link WHERE token_hash = ?', [tokenHash]);
        return userOrNull(row);
      });
    },
  };
}

function sessions(store: SqlStore): Pick<StaffRepository, 'addSession' | 'findBySession' | 'removeSession'> {
  return {
    async addSession(tokenHash, userId, { now, expiresAt }) {
      await store.writeBeside(async (tx) => {
        await tx.run('DELETE FROM session WHERE expires_at <= ?', [now]);
        await tx.run('INSERT INTO session (token_hash, user_id, expires_at) VALUES (?, ?, ?)', [tokenHash, userId, expiresAt]);
      });
    },
    async findBySession(tokenHash, now) {
      return userOrNull(
        await store.read.get(`SELECT ${USER} FROM session JOIN staff_user ON staff_user.id = session.user_id WHERE token_hash = ? AND expires_at > ?`, [tokenHash, now]),
      );
    },
    async removeSession(tokenHash) {
      await store.writeBeside((tx) => tx.run('DELETE FROM session WHERE token_hash = ?', [tokenHash]));
    },
  };
}

function readTokens(store: SqlStore): Pick<StaffRepository, 'addReadToken' | 'findReadToken'> {
  return {
    async addReadToken(token, tokenHash, now) {
      await store.writeBeside((tx) =>
        tx.run('INSERT INTO read_token (id, token_hash, name, unit, created_at) VALUES (?, ?, ?, ?, ?)', [token.id, tokenHash, token.name, token.unit, now]),
      );
    },
    async findReadToken(tokenHash) {
      const row = await store.read.get('SELECT id, name, unit FROM read_token WHERE token_hash = ?', [tokenHash]);
      return row === undefined ? null : { id: textOf(row, 'id'), name: textOf(row, 'name'), unit: textOrNull(row, 'unit') };
    },
  };
}

function userOrNull(row: Row | undefined): StaffUserRow | null {
  if (row === undefined) return null;
  const role = ROLES.find((known) => known === row['role']);
  if (role === undefined) throw new TypeError('staff_user.role holds no known role');
  return {
    id: textOf(row, 'id'),
    email: textOrNull(row, 'email'),
    passwordHash: textOrNull(row, 'password_hash'),
    role,
    unit: textOrNull(row, 'unit'),
  };
}
