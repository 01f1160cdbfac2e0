import type { Account, ChangeAccountRequest, InviteRequest } from '#contract/people.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { ROLES, type Role } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Passwords, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { AccountRow } from '../repositories/staff.ts';
import type { Actor } from './actor.ts';
import { normaliseEmail } from './sign-in.ts';
import { checkNewPassword } from './staff-passwords.ts';

export type NewUser = { readonly email: string; readonly role: Role; readonly password: string; readonly unit: string | null };

export type StaffAccounts = {
  /** With a password, from the command line. */
  add(user: NewUser, actor: Actor): Promise<Result<{ readonly id: string; readonly email: string; readonly role: Role }, 'USER_EXISTS' | 'REQUEST_INVALID' | 'STAFF_PASSWORD_WEAK'>>;
  /** Without a password: a link gives the person one. */
  invite(user: Omit<InviteRequest, 'mail'>, actor: Actor): Promise<Result<Account, ErrorCode>>;
  list(actor: Actor): Promise<readonly Account[]>;
  /** A user whom the actor may act on. */
  find(id: string, actor: Actor): Promise<Result<AccountRow, ErrorCode>>;
  /** Nobody changes his own role, unit or right to sign in, nor acts outside his unit. */
  change(id: string, change: ChangeAccountRequest, actor: Actor): Promise<Result<Account, ErrorCode>>;
};

type AccountPorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly repositories: Pick<Repositories, 'staff' | 'audit' | 'points' | 'notices'>;
};

export function staffAccounts(ports: AccountPorts): StaffAccounts {
  const { clock, secrets, passwords, repositories } = ports;
  const { staff, audit } = repositories;
  const find = (id: string, actor: Actor): Promise<Result<AccountRow, ErrorCode>> => findBelow(ports, id, actor);
  return {
    find,
    async add(user, actor) {
      const email = normaliseEmail(user.email);
      const fit = checkNewPassword(user.password, email, passwords.isCommon);
      if (!fit.ok) return fit;
      const id = secrets.makeId();
      const passwordHash = await passwords.hash(user.password);
      if (!(await staff.addUser({ id, email, passwordHash, role: user.role, unit: user.unit }, clock.now()))) {
        return failure('USER_EXISTS', `A user with the e-mail ${email} exists already.`);
      }
      await audit.add({ at: clock.now(), actor: actor.id, action: 'add user', subject: id, detail: { role: user.role, unit: user.unit } });
      return success({ id, email, role: user.role });
    },
    async invite({ email, name, role, unit }, actor) {
      const place = await checkUnit(ports, unit, actor);
      if (!place.ok) return place;
      const id = secrets.makeId();
      const user = { id, email: normaliseEmail(email), passwordHash: null, role, unit, name: name.normalize('NFC').trim() };
      if (!(await staff.addUser(user, clock.now()))) return failure('USER_EXISTS', 'A user with this e-mail exists already.');
      await audit.add({ at: clock.now(), actor: actor.id, action: 'invite user', subject: id, detail: { role, unit } });
      const added = await find(id, actor);
      return added.ok ? success(accountOf(added.value)) : added;
    },
    async list(actor) {
      return (await staff.listBelow(actor.unit)).map(accountOf);
    },
    change: (id, change, actor) => changeAccount(ports, id, change, actor),
  };
}

async function changeAccount(ports: AccountPorts, id: string, change: ChangeAccountRequest, actor: Actor): Promise<Result<Account, ErrorCode>> {
  const { clock, repositories } = ports;
  const { staff, audit, notices } = repositories;
  const before = await findBelow(ports, id, actor);
  if (!before.ok) return before;
  const { role, unit, disabled } = change;
  if (id === actor.id && (role !== undefined || unit !== undefined || disabled !== undefined)) {
    return failure('STAFF_NOT_ALLOWED', 'Nobody changes his own role, unit or right to sign in.');
  }
  if (unit !== undefined) {
    const place = await checkUnit(ports, unit, actor);
    if (!place.ok) return place;
  }
  const name = change.name?.normalize('NFC').trim();
  const outcome = await staff.change(id, {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(unit === undefined ? {} : { unit }),
    ...(disabled === undefined ? {} : { disabledAt: disabled ? clock.now() : null }),
  });
  if (outcome === 'last-admin') return failure('USER_LAST_ADMIN', 'This is the last active administrator of the whole centre.');
  // Who may not look any more is told nothing any more.
  const { email } = before.value;
  if (email !== null && (disabled === true || unit !== undefined)) await notices.removeOfTarget(email, clock.now());
  await audit.add({ at: clock.now(), actor: actor.id, action: actionOf(change), subject: id, detail: { ...change, before: { role: before.value.role, unit: before.value.unit } } });
  const after = await staff.findById(id);
  return after === null ? failure('USER_UNKNOWN', 'There is no such user.') : success(accountOf(after));
}

function actionOf({ disabled }: ChangeAccountRequest): string {
  if (disabled === undefined) return 'change user';
  return disabled ? 'disable user' : 'enable user';
}

async function findBelow({ repositories }: AccountPorts, id: string, actor: Actor): Promise<Result<AccountRow, ErrorCode>> {
  const user = await repositories.staff.findById(id);
  if (user === null) return failure('USER_UNKNOWN', 'There is no such user.');
  if (!(await repositories.points.unitLiesBelow(user.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This user is not one of your unit.');
  return success(user);
}

/** Whether the unit is there and lies in the actor's. */
export async function checkUnit({ repositories }: { readonly repositories: Pick<Repositories, 'points'> }, unit: string | null, actor: Actor): Promise<Result<null, 'UNIT_UNKNOWN' | 'STAFF_NOT_ALLOWED'>> {
  if (!(await repositories.points.unitLiesBelow(unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This unit is not one of yours.');
  if (unit !== null && !(await repositories.points.unitLiesBelow(unit, unit))) return failure('UNIT_UNKNOWN', `There is no unit ${unit}.`);
  return success(null);
}

export function accountOf(row: AccountRow): Account {
  const { id, email, name, role, unit, createdAt, lastSignInAt } = row;
  const state = row.disabledAt !== null ? 'disabled' : row.passwordHash === null && row.oidc === null ? 'invited' : 'active';
  return { id, email, name, role, unit, state, createdAt, lastSignInAt, hasPassword: row.passwordHash !== null, hasOidc: row.oidc !== null };
}

export function parseRole(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}
