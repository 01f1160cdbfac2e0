import type { ErrorCode } from '#contract/errors.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, OidcPerson, OidcProvider } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { AccountRow } from '../repositories/staff.ts';
import { normaliseEmail, tooMany, type SignIn } from './sign-in.ts';
import type { From } from './staff-sessions.ts';

/** Signing in at an OpenID Connect provider; who was not invited here does not come in. */
export type OidcSignIn = {
  begin(address: string): Promise<Result<{ readonly url: string; readonly memory: string }, ErrorCode>>;
  /** A session's secret. */
  finish(query: string, memory: string, from: From): Promise<Result<string, ErrorCode>>;
};

type OidcPorts = {
  readonly clock: Clock;
  readonly repositories: Pick<Repositories, 'staff' | 'audit'>;
  readonly signIn: Pick<SignIn, 'tries' | 'sessions'>;
  readonly oidc: OidcProvider | null;
};

export function oidcSignIn(ports: OidcPorts): OidcSignIn {
  const { signIn, oidc } = ports;
  const off = (): Result<never, 'OIDC_OFF'> => failure('OIDC_OFF', 'This centre has no OpenID Connect provider.');
  return {
    async begin(address) {
      if (oidc === null) return off();
      const wait = await signIn.tries.takeAddress(address);
      return wait > 0 ? tooMany(wait) : oidc.begin();
    },
    async finish(query, memory, from) {
      if (oidc === null) return off();
      // Each asks the provider: whoever comes back with nothing but guesses must not make us a hammer.
      const wait = await signIn.tries.takeAddress(from.address);
      if (wait > 0) return tooMany(wait);
      const person = await oidc.finish(query, memory);
      if (!person.ok) return person;
      const user = await findUser(ports, person.value);
      if (user === null || user.disabledAt !== null) return failure('OIDC_NOT_INVITED', 'Nobody with this verified e-mail was invited.');
      // The way there was one and the way back another: an office behind one address comes in one after the other.
      await signIn.tries.giveBackAddress(from.address, 2);
      return success(await signIn.sessions.open(user.id, from, 'oidc'));
    },
  };
}

/**
 * By the provider's own subject once that is known; before, by an e-mail that the provider has verified. After the
 * first time the subject stands for the person: an address may go to somebody else.
 */
async function findUser({ clock, repositories: { staff, audit } }: OidcPorts, { issuer, subject, email, emailVerified }: OidcPerson): Promise<AccountRow | null> {
  const known = await staff.findByOidc({ issuer, subject });
  if (known !== null) return known;
  if (email === null || !emailVerified) return null;
  const invited = await staff.findByEmail(normaliseEmail(email));
  if (invited === null || invited.disabledAt !== null) return null;
  if (!(await staff.bindOidc(invited.id, { issuer, subject }))) return null;
  await audit.add({ at: clock.now(), actor: invited.id, action: 'bind oidc', subject: invited.id, detail: { issuer } });
  return invited;
}
