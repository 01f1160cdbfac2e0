import { ROLES, SHORTEST_PASSWORD, type Role } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Passwords, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';
import { normaliseEmail } from './sign-in.ts';

export type NewUser = { readonly email: string; readonly role: Role; readonly password: string; readonly unit: string | null };

export type StaffAccounts = {
  add(user: NewUser, actor: Actor): Promise<Result<{ readonly id: string; readonly email: string; readonly role: Role }, 'USER_EXISTS' | 'REQUEST_INVALID'>>;
  /** A read token's secret, shown once. */
  addReadToken(name: string, unit: string | null, actor: Actor): Promise<string>;
};

export function staffAccounts(ports: {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly repositories: Pick<Repositories, 'staff' | 'audit'>;
}): StaffAccounts {
  const { clock, secrets, passwords, repositories } = ports;
  const { staff, audit } = repositories;
  return {
    async add(user, actor) {
      if (user.password.length < SHORTEST_PASSWORD) {
        return failure('REQUEST_INVALID', `A password has at least ${SHORTEST_PASSWORD} characters.`);
      }
      const id = secrets.makeId();
      const email = normaliseEmail(user.email);
      const passwordHash = await passwords.hash(user.password);
      if (!(await staff.addUser({ id, email, passwordHash, role: user.role, unit: user.unit }, clock.now()))) {
        return failure('USER_EXISTS', `A user with the e-mail ${email} exists already.`);
      }
      await audit.add({ at: clock.now(), actor: actor.id, action: 'add user', subject: id, detail: { role: user.role, unit: user.unit } });
      return success({ id, email, role: user.role });
    },
    async addReadToken(name, unit, actor) {
      const token = secrets.make();
      const id = secrets.makeId();
      await staff.addReadToken({ id, name, unit }, secrets.hash(token), clock.now());
      await audit.add({ at: clock.now(), actor: actor.id, action: 'add read token', subject: id, detail: { name, unit } });
      return token;
    },
  };
}

export function parseRole(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}
