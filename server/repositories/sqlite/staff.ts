import { ROLES } from '#contract/staff.ts';
import type { StaffRepository, StaffUserRow } from '../staff.ts';
import type { Database } from './database.ts';
import { textOf, textOrNull, type Row } from './read-row.ts';

const USER = 'staff_user.id, staff_user.email, staff_user.password_hash, staff_user.role, staff_user.unit';

export function staffRepository(database: Database): StaffRepository {
  const { read } = database;
  return {
    async addUser(user, now) {
      return database.write((prepare) => {
        const added = prepare(
          'INSERT INTO staff_user (id, email, password_hash, role, unit, created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING',
        ).run(user.id, user.email, user.passwordHash, user.role, user.unit, now);
        return added.changes === 1;
      });
    },
    async findByEmail(email) {
      return userOrNull(read(`SELECT ${USER} FROM staff_user WHERE email = ?`).get(email));
    },
    async hasAdministrator() {
      return read("SELECT 1 FROM staff_user WHERE role = 'admin' AND password_hash IS NOT NULL LIMIT 1").get() !== undefined;
    },
    async findUnclaimedAdministrator() {
      return userOrNull(read(`SELECT ${USER} FROM staff_user WHERE role = 'admin' AND email IS NULL LIMIT 1`).get());
    },
    async claim(userId, email, passwordHash) {
      return database.write((prepare) => {
        if (prepare('SELECT 1 FROM staff_user WHERE email = ?').get(email) !== undefined) return 'taken';
        const done = prepare('UPDATE staff_user SET email = ?, password_hash = ? WHERE id = ? AND email IS NULL').run(email, passwordHash, userId);
        if (done.changes !== 1) return 'claimed';
        prepare('DELETE FROM sign_in_link WHERE user_id = ?').run(userId);
        return 'done';
      });
    },
    ...links(database),
    ...sessions(database),
    ...readTokens(database),
  };
}

function links(database: Database): Pick<StaffRepository, 'setSignInLink' | 'useSignInLink'> {
  return {
    async setSignInLink(userId, tokenHash, expiresAt) {
      await database.write((prepare) => {
        prepare('DELETE FROM sign_in_link WHERE user_id = ?').run(userId);
        prepare('INSERT INTO sign_in_link (token_hash, user_id, expires_at) VALUES (?, ?, ?)').run(tokenHash, userId, expiresAt);
      });
    },
    async useSignInLink(tokenHash, now) {
      return database.write((prepare) => {
        const row = prepare(
          `SELECT ${USER} FROM sign_in_link JOIN staff_user ON staff_user.id = sign_in_link.user_id WHERE token_hash = ? AND expires_at > ?`,
        ).get(tokenHash, now);
        prepare('DELETE FROM sign_in_link WHERE token_hash = ?').run(tokenHash);
        return userOrNull(row);
      });
    },
  };
}

function sessions(database: Database): Pick<StaffRepository, 'addSession' | 'findBySession' | 'removeSession'> {
  return {
    async addSession(tokenHash, userId, { now, expiresAt }) {
      await database.write((prepare) => {
        prepare('DELETE FROM session WHERE expires_at <= ?').run(now);
        prepare('INSERT INTO session (token_hash, user_id, expires_at) VALUES (?, ?, ?)').run(tokenHash, userId, expiresAt);
      });
    },
    async findBySession(tokenHash, now) {
      return userOrNull(
        database
          .read(`SELECT ${USER} FROM session JOIN staff_user ON staff_user.id = session.user_id WHERE token_hash = ? AND expires_at > ?`)
          .get(tokenHash, now),
      );
    },
    async removeSession(tokenHash) {
      await database.write((prepare) => prepare('DELETE FROM session WHERE token_hash = ?').run(tokenHash));
    },
  };
}

function readTokens(database: Database): Pick<StaffRepository, 'addReadToken' | 'findReadToken'> {
  return {
    async addReadToken(token, tokenHash, now) {
      await database.write((prepare) =>
        prepare('INSERT INTO read_token (id, token_hash, name, unit, created_at) VALUES (?, ?, ?, ?, ?)').run(token.id, tokenHash, token.name, token.unit, now),
      );
    },
    async findReadToken(tokenHash) {
      const row = database.read('SELECT id, name, unit FROM read_token WHERE token_hash = ?').get(tokenHash);
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
