import type { AccountChange, AccountRow, StaffRepository } from '../staff.ts';
import { integerOf, textOf, type Row } from './read-row.ts';
import { readTokens } from './read-tokens.ts';
import { BELOW } from './service-points.ts';
import type { SqlQueries, SqlStore, SqlValue } from './sql-store.ts';
import { links } from './staff-links.ts';
import { accountOf, USER } from './staff-rows.ts';
import { sessions } from './staff-sessions.ts';

/** May sign in and administer everything. */
const IN_CHARGE = "role = 'admin' AND unit IS NULL AND disabled_at IS NULL AND (password_hash IS NOT NULL OR oidc_subject IS NOT NULL)";

export function staffRepository(store: SqlStore): StaffRepository {
  return { ...users(store), ...changes(store), ...firstAdministrator(store), ...links(store), ...sessions(store), ...readTokens(store) };
}

function users({ read, writeBeside }: SqlStore): Pick<StaffRepository, 'addUser' | 'findByEmail' | 'findById' | 'findByOidc' | 'listBelow'> {
  return {
    async addUser(user, now) {
      return writeBeside(async (tx) => {
        const added = await tx.run(
          'INSERT INTO staff_user (id, email, password_hash, role, unit, name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING',
          [user.id, user.email, user.passwordHash, user.role, user.unit, user.name ?? '', now],
        );
        return added === 1;
      });
    },
    async findByEmail(email) {
      return accountOrNull(await read.get(`SELECT ${USER} FROM staff_user WHERE email = ?`, [email]));
    },
    async findById(id) {
      return accountOrNull(await read.get(`SELECT ${USER} FROM staff_user WHERE id = ?`, [id]));
    },
    async findByOidc({ issuer, subject }) {
      return accountOrNull(await read.get(`SELECT ${USER} FROM staff_user WHERE oidc_issuer = ? AND oidc_subject = ?`, [issuer, subject]));
    },
    async listBelow(unit) {
      const order = 'ORDER BY email IS NULL, email, id';
      const rows =
        unit === null
          ? await read.all(`SELECT ${USER} FROM staff_user ${order}`)
          : await read.all(`${BELOW} SELECT ${USER} FROM staff_user WHERE unit IN (SELECT id FROM below) ${order}`, [unit]);
      return rows.map(accountOf);
    },
  };
}

function changes(store: SqlStore): Pick<StaffRepository, 'change' | 'setPassword' | 'rehash' | 'bindOidc'> {
  return {
    async change(id, change) {
      // Alone, so that two administrators cannot put each other out at the same moment.
      return store.write(async (tx) => {
        const before = await tx.get(`SELECT (CASE WHEN ${IN_CHARGE} THEN 1 ELSE 0 END) AS charge FROM staff_user WHERE id = ?`, [id]);
        if (before === undefined) return 'unknown';
        if (integerOf(before, 'charge') === 1 && takesCharge(change)) {
          const other = await tx.get(`SELECT 1 FROM staff_user WHERE id <> ? AND ${IN_CHARGE} LIMIT 1`, [id]);
          if (other === undefined) return 'last-admin';
        }
        await applyChange(tx, id, change);
        return 'done';
      });
    },
    async setPassword(id, passwordHash) {
      await store.write(async (tx) => {
        await tx.run('UPDATE staff_user SET password_hash = ? WHERE id = ?', [passwordHash, id]);
        await endEverything(tx, id);
      });
    },
    async rehash(id, before, after) {
      await store.writeBeside((tx) => tx.run('UPDATE staff_user SET password_hash = ? WHERE id = ? AND password_hash = ?', [after, id, before]));
    },
    async bindOidc(id, { issuer, subject }) {
      return store.write(async (tx) => {
        const taken = await tx.get('SELECT 1 FROM staff_user WHERE oidc_issuer = ? AND oidc_subject = ? AND id <> ?', [issuer, subject, id]);
        if (taken !== undefined) return false;
        const bound = await tx.run('UPDATE staff_user SET oidc_issuer = ?, oidc_subject = ? WHERE id = ? AND (oidc_subject IS NULL OR (oidc_issuer = ? AND oidc_subject = ?))', [issuer, subject, id, issuer, subject]);
        return bound === 1;
      });
    },
  };
}

function takesCharge({ role, unit, disabledAt }: AccountChange): boolean {
  return (role !== undefined && role !== 'admin') || (unit !== undefined && unit !== null) || (disabledAt !== undefined && disabledAt !== null);
}

async function applyChange(tx: SqlQueries, id: string, { name, role, unit, disabledAt }: AccountChange): Promise<void> {
  const columns: [string, SqlValue][] = [];
  if (name !== undefined) columns.push(['name', name]);
  if (role !== undefined) columns.push(['role', role]);
  if (unit !== undefined) columns.push(['unit', unit]);
  if (disabledAt !== undefined) columns.push(['disabled_at', disabledAt]);
  if (columns.length === 0) return;
  await tx.run(`UPDATE staff_user SET ${columns.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`, [...columns.map(([, value]) => value), id]);
  if (disabledAt !== undefined && disabledAt !== null) await endEverything(tx, id);
}

async function endEverything(tx: SqlQueries, userId: string): Promise<void> {
  await tx.run('DELETE FROM session WHERE user_id = ?', [userId]);
  await tx.run('DELETE FROM sign_in_link WHERE user_id = ?', [userId]);
}

function firstAdministrator({ read, write }: SqlStore): Pick<StaffRepository, 'hasAdministrator' | 'ensureUnclaimedAdministrator' | 'claim'> {
  return {
    async hasAdministrator() {
      return (await read.get(`SELECT 1 FROM staff_user WHERE ${IN_CHARGE} LIMIT 1`)) !== undefined;
    },
    async ensureUnclaimedAdministrator(id, now) {
      return write(async (tx) => {
        const waiting = await tx.get("SELECT id FROM staff_user WHERE role = 'admin' AND email IS NULL AND disabled_at IS NULL ORDER BY created_at, id LIMIT 1");
        if (waiting !== undefined) return textOf(waiting, 'id');
        await tx.run("INSERT INTO staff_user (id, email, password_hash, role, unit, name, created_at) VALUES (?, NULL, NULL, 'admin', NULL, '', ?)", [id, now]);
        return id;
      });
    },
    async claim(userId, email, passwordHash) {
      return write(async (tx) => {
        if ((await tx.get('SELECT 1 FROM staff_user WHERE email = ?', [email])) !== undefined) return 'taken';
        const done = await tx.run('UPDATE staff_user SET email = ?, password_hash = ? WHERE id = ? AND email IS NULL', [email, passwordHash, userId]);
        if (done !== 1) return 'claimed';
        await tx.run('DELETE FROM sign_in_link WHERE user_id = ?', [userId]);
        return 'done';
      });
    },
  };
}

function accountOrNull(row: Row | undefined): AccountRow | null {
  return row === undefined ? null : accountOf(row);
}
