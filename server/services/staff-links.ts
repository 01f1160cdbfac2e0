import type { ErrorCode } from '#contract/errors.ts';
import type { OpenLinkAnswer } from '#contract/people.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Passwords, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { AccountRow } from '../repositories/staff.ts';
import type { Actor } from './actor.ts';
import { tooMany, type SignIn } from './sign-in.ts';
import { checkNewPassword } from './staff-passwords.ts';
import type { From } from './staff-sessions.ts';

/** How long an invitation or a link for a new password works, ms. */
export const LINK_MS = 72 * 3_600_000;

export type MadeLink = { readonly secret: string; readonly kind: 'invitation' | 'reset'; readonly expiresAt: number };

export type StaffLinks = {
  /** Ends every earlier link of the user. */
  make(user: AccountRow, actor: Actor): Promise<Result<MadeLink, ErrorCode>>;
  open(token: string, address: string): Promise<Result<OpenLinkAnswer, ErrorCode>>;
  /** Sets the password; a session's secret. */
  use(token: string, password: string, from: From): Promise<Result<string, ErrorCode>>;
};

type LinkPorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly repositories: Pick<Repositories, 'staff' | 'audit'>;
  readonly signIn: Pick<SignIn, 'tries' | 'sessions'>;
};

export function staffLinks(ports: LinkPorts): StaffLinks {
  const { clock, secrets, passwords, repositories, signIn } = ports;
  const { staff, audit } = repositories;
  const used = (): Result<never, 'STAFF_LINK_USED'> => failure('STAFF_LINK_USED', 'This link was used before, replaced, or is too old.');
  return {
    async make(user, actor) {
      if (user.email === null || user.disabledAt !== null) return failure('STAFF_NOT_ALLOWED', 'This user is disabled or has no e-mail.');
      const [secret, now] = [secrets.make(), clock.now()];
      const kind = user.passwordHash === null && user.oidc === null ? 'invitation' : 'reset';
      const expiresAt = now + LINK_MS;
      await staff.setLink(user.id, { tokenHash: secrets.hash(secret), kind, expiresAt }, { now, replaces: null });
      await audit.add({ at: now, actor: actor.id, action: 'make link', subject: user.id, detail: { kind } });
      return success({ secret, kind, expiresAt });
    },
    async open(token, address) {
      const wait = await signIn.tries.takeAddress(address);
      if (wait > 0) return tooMany(wait);
      const link = await staff.findLink(secrets.hash(token), clock.now());
      if (link === null || link.kind === 'first' || link.user.email === null) return used();
      return success({ kind: link.kind, email: link.user.email, expiresAt: link.expiresAt });
    },
    async use(token, password, from) {
      const wait = await signIn.tries.takeAddress(from.address);
      if (wait > 0) return tooMany(wait);
      const hash = secrets.hash(token);
      const link = await staff.findLink(hash, clock.now());
      if (link === null || link.kind === 'first' || link.user.email === null) return used();
      const fit = checkNewPassword(password, link.user.email, passwords.isCommon);
      if (!fit.ok) return fit;
      const passwordHash = await passwords.hash(password);
      if (!(await staff.useLink(hash))) return used();
      await staff.setPassword(link.user.id, passwordHash);
      await audit.add({ at: clock.now(), actor: link.user.id, action: link.kind === 'reset' ? 'reset password' : 'accept invitation', subject: link.user.id, detail: {} });
      return success(await signIn.sessions.open(link.user.id, from, 'link'));
    },
  };
}
