import type { ErrorCode } from '#contract/errors.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Passwords, Secrets } from '../ports.ts';
import type { AuditRepository } from '../repositories/repositories.ts';
import type { StaffRepository } from '../repositories/staff.ts';
import type { Staff } from './staff-access.ts';
import { addressKey, makeThrottle } from './throttle.ts';

/** How long a session lives, ms: a working day. */
export const SESSION_MS = 12 * 3_600_000;
/** How long the first administrator's link works, ms. */
const LINK_MS = 24 * 3_600_000;
/** Password checks that may run at once: each takes 19 MiB. */
const CHECKS_AT_ONCE = 4;

export type SignInPorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly staff: StaffRepository;
  readonly audit: AuditRepository;
};

export type SignIn = {
  /** A session's secret. A failure of too many tries carries `retryAfter` in seconds. */
  withPassword(email: string, password: string, address: string): Promise<Result<string, ErrorCode>>;
  withLink(token: string, address: string): Promise<Result<string, ErrorCode>>;
  /** Gives the first administrator an e-mail and a password. */
  claim(staff: Staff, email: string, password: string): Promise<Result<null, ErrorCode>>;
  signOut(session: string): Promise<void>;
  /** A fresh one-time link's secret while nobody can sign in as administrator; else null. */
  firstAdministratorLink(): Promise<string | null>;
};

export function signIn(ports: SignInPorts): SignIn {
  const { clock, secrets, passwords, staff, audit } = ports;
  const tries = signInThrottle();
  // Checked where there is no such user, so that the time of an answer does not tell.
  const decoy = passwords.hash(secrets.make());
  let running = 0;

  const openSession = async (userId: string): Promise<string> => {
    const session = secrets.make();
    await staff.addSession(secrets.hash(session), userId, { now: clock.now(), expiresAt: clock.now() + SESSION_MS });
    await audit.add({ at: clock.now(), actor: userId, action: 'sign-in', subject: userId, detail: {} });
    return session;
  };

  return {
    async withPassword(email, password, address) {
      const key = normaliseEmail(email);
      const wait = tries.take(key, address, clock.now());
      if (wait > 0) return tooMany(wait);
      if (running >= CHECKS_AT_ONCE) return failure('SERVER_BUSY', 'Too many sign-ins at once.', { retryAfter: 1 });
      running += 1;
      try {
        const user = await staff.findByEmail(key);
        const isRight = await passwords.verify(password, user?.passwordHash ?? (await decoy));
        if (user === null || user.passwordHash === null || !isRight) return failure('STAFF_SIGN_IN_FAILED', 'The e-mail or the password is not right.');
        tries.giveBack(key, address);
        return success(await openSession(user.id));
      } finally {
        running -= 1;
      }
    },
    async withLink(token, address) {
      const wait = tries.take('', address, clock.now());
      if (wait > 0) return tooMany(wait);
      const isOpen = !(await staff.hasAdministrator());
      const user = await staff.useSignInLink(secrets.hash(token), clock.now());
      if (user === null || !isOpen) return failure('STAFF_LINK_USED', 'This sign-in link was used before or is too old.');
      return success(await openSession(user.id));
    },
    async claim(who, email, password) {
      const outcome = await staff.claim(who.id, normaliseEmail(email), await passwords.hash(password));
      if (outcome === 'taken') return failure('USER_EXISTS', 'A user with this e-mail exists already.');
      if (outcome === 'claimed') return failure('STAFF_NOT_ALLOWED', 'This user has an e-mail and a password already.');
      await audit.add({ at: clock.now(), actor: who.id, action: 'claim', subject: who.id, detail: {} });
      return success(null);
    },
    async signOut(session) {
      await staff.removeSession(secrets.hash(session));
    },
    async firstAdministratorLink() {
      if (await staff.hasAdministrator()) return null;
      const waiting = await staff.findUnclaimedAdministrator();
      const id = waiting?.id ?? secrets.makeId();
      if (waiting === null) await staff.addUser({ id, email: null, passwordHash: null, role: 'admin', unit: null }, clock.now());
      const link = secrets.make();
      await staff.setSignInLink(id, secrets.hash(link), clock.now() + LINK_MS);
      return link;
    },
  };
}

/** One e-mail is one user, however it is typed. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

function tooMany(wait: number): Result<never, 'REQUEST_TOO_MANY'> {
  return failure('REQUEST_TOO_MANY', 'Too many tries.', { retryAfter: Math.ceil(wait / 1_000) });
}

/** Few tries for one user from one address, more for one address, more for one user from anywhere. */
function signInThrottle(): { take(email: string, address: string, now: number): number; giveBack(email: string, address: string): void } {
  const both = makeThrottle({ tries: 6, refillMs: 60_000 });
  const byAddress = makeThrottle({ tries: 40, refillMs: 20_000 });
  const byEmail = makeThrottle({ tries: 30, refillMs: 30_000 });
  return {
    take(email, address, now) {
      const from = addressKey(address);
      return both.take(`${email}\t${from}`, now) || byAddress.take(from, now) || byEmail.take(email, now);
    },
    giveBack(email, address) {
      const from = addressKey(address);
      both.giveBack(`${email}\t${from}`);
      byAddress.giveBack(from);
      byEmail.giveBack(email);
    },
  };
}
