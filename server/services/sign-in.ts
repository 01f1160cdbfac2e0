import type { ErrorCode } from '#contract/errors.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Passwords, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import { shortAddress } from './short-address.ts';
import { signInTries, type SignInTries } from './sign-in-tries.ts';
import type { Staff } from './staff-access.ts';
import { checkNewPassword } from './staff-passwords.ts';
import { staffSessions, type From, type StaffSessions } from './staff-sessions.ts';

/** How long the first administrator's link works, ms. */
const FIRST_LINK_MS = 24 * 3_600_000;
/** Processes that start within this time of each other each print a link that works, ms. */
const STARTED_TOGETHER_MS = 5 * 60_000;
/** Password checks that may run at once: each takes 19 MiB. */
const CHECKS_AT_ONCE = 4;

export type SignInPorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly repositories: Pick<Repositories, 'staff' | 'audit' | 'tries'>;
};

export type SignIn = {
  /** A session's secret. A failure of too many tries carries `retryAfter` in seconds. */
  withPassword(email: string, password: string, from: From): Promise<Result<string, ErrorCode>>;
  /** The first administrator's link. */
  withLink(token: string, from: From): Promise<Result<string, ErrorCode>>;
  /** Gives the first administrator an e-mail and a password. */
  claim(staff: Staff, email: string, password: string): Promise<Result<null, ErrorCode>>;
  /** A fresh session's secret; every other session of the person ends. */
  changePassword(staff: Staff, present: string, fresh: string, from: From): Promise<Result<string, ErrorCode>>;
  signOut(session: string): Promise<void>;
  readonly tries: SignInTries;
  readonly sessions: StaffSessions;
  /** A fresh one-time link's secret while nobody can sign in as administrator of the centre; else null. */
  firstAdministratorLink(): Promise<string | null>;
};

export function signIn(ports: SignInPorts): SignIn {
  const { clock, repositories } = ports;
  const tries = signInTries(ports);
  const sessions = staffSessions(ports);
  const check = passwordCheck(ports);
  const note = (actor: string, action: string, detail: Record<string, unknown>, address?: string): Promise<void> =>
    repositories.audit.add({ at: clock.now(), actor, action, subject: actor, detail, ...(address === undefined ? {} : { address: shortAddress(address) }) });

  return {
    tries,
    sessions,
    async withPassword(email, password, from) {
      const key = normaliseEmail(email);
      const wait = await tries.take(key, from.address);
      if (wait > 0) return tooMany(wait);
      const user = await repositories.staff.findByEmail(key);
      const right = await check(user?.disabledAt === null ? user.passwordHash : null, password);
      if (!right.ok) return right;
      if (user === null || !right.value) {
        if (user !== null) await note(user.id, 'sign-in failed', {}, from.address);
        return wrongPassword();
      }
      await tries.giveBack(key, from.address);
      await refreshHash(ports, user.id, user.passwordHash, password);
      return success(await sessions.open(user.id, from, 'password'));
    },
    withLink: (token, from) => openFirst(ports, { tries, sessions }, token, from),
    async claim(who, email, password) {
      const address = normaliseEmail(email);
      const fit = checkNewPassword(password, address, ports.passwords.isCommon);
      if (!fit.ok) return fit;
      const outcome = await repositories.staff.claim(who.id, address, await ports.passwords.hash(password));
      if (outcome === 'taken') return failure('USER_EXISTS', 'A user with this e-mail exists already.');
      if (outcome === 'claimed') return failure('STAFF_NOT_ALLOWED', 'This user has an e-mail and a password already.');
      await note(who.id, 'claim', {});
      return success(null);
    },
    async changePassword(who, present, fresh, from) {
      const wait = await tries.take(who.email ?? who.id, from.address);
      if (wait > 0) return tooMany(wait);
      const user = await repositories.staff.findById(who.id);
      const right = await check(user?.passwordHash ?? null, present);
      if (!right.ok) return right;
      if (user === null || !right.value) return failure('STAFF_SIGN_IN_FAILED', 'The present password is not right.');
      const fit = checkNewPassword(fresh, user.email ?? '', ports.passwords.isCommon);
      if (!fit.ok) return fit;
      await tries.giveBack(who.email ?? who.id, from.address);
      await repositories.staff.setPassword(user.id, await ports.passwords.hash(fresh));
      await note(user.id, 'change password', {});
      return success(await sessions.open(user.id, { ...from, session: null }, 'password'));
    },
    signOut: (session) => sessions.signOut(session),
    firstAdministratorLink: () => makeFirstLink(ports),
  };
}

/** One e-mail is one user, however it is typed. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

export function tooMany(wait: number): Result<never, 'REQUEST_TOO_MANY'> {
  return failure('REQUEST_TOO_MANY', 'Too many tries.', { retryAfter: Math.ceil(wait / 1_000) });
}

function wrongPassword(): Result<never, 'STAFF_SIGN_IN_FAILED'> {
  return failure('STAFF_SIGN_IN_FAILED', 'The e-mail or the password is not right.');
}

type Check = (hash: string | null, password: string) => Promise<Result<boolean, 'SERVER_BUSY'>>;

/** Takes the same time for a user who is not there, so that the time of an answer does not tell. */
function passwordCheck({ secrets, passwords }: SignInPorts): Check {
  const decoy = passwords.hash(secrets.make());
  let running = 0;
  return async (hash, password) => {
    if (running >= CHECKS_AT_ONCE) return failure('SERVER_BUSY', 'Too many sign-ins at once.', { retryAfter: 1 });
    running += 1;
    try {
      const isRight = await passwords.verify(password, hash ?? (await decoy));
      return success(hash !== null && isRight);
    } finally {
      running -= 1;
    }
  };
}

async function refreshHash({ passwords, repositories }: SignInPorts, id: string, hash: string | null, password: string): Promise<void> {
  if (hash === null || !passwords.isOutdated(hash)) return;
  await repositories.staff.rehash(id, hash, await passwords.hash(password));
}

async function openFirst({ clock, secrets, repositories: { staff } }: SignInPorts, { tries, sessions }: Pick<SignIn, 'tries' | 'sessions'>, token: string, from: From): Promise<Result<string, ErrorCode>> {
  const wait = await tries.takeAddress(from.address);
  if (wait > 0) return tooMany(wait);
  const hash = secrets.hash(token);
  const link = await staff.findLink(hash, clock.now());
  const isOpen = link?.kind === 'first' && !(await staff.hasAdministrator());
  if (!isOpen || !(await staff.useLink(hash))) return failure('STAFF_LINK_USED', 'This sign-in link was used before or is too old.');
  return success(await sessions.open(link.user.id, from, 'first link'));
}

async function makeFirstLink({ clock, secrets, repositories: { staff } }: SignInPorts): Promise<string | null> {
  if (await staff.hasAdministrator()) return null;
  const now = clock.now();
  const id = await staff.ensureUnclaimedAdministrator(secrets.makeId(), now);
  const link = secrets.make();
  const expiresAt = now + FIRST_LINK_MS;
  await staff.setLink(id, { tokenHash: secrets.hash(link), kind: 'first', expiresAt }, { now, replaces: expiresAt - STARTED_TOGETHER_MS });
  return link;
}
