import type { ErrorCode } from '#contract/errors.ts';
import { ROLES, type Role } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { StaffRepository } from '../repositories/staff.ts';

/** How long a session lives at most, ms: a working day. */
export const SESSION_MS = 12 * 3_600_000;
/** How long it lives without a request, ms. */
export const IDLE_MS = 3_600_000;
/** A session is noted as in use at most this often, a read token as used, ms. */
const NOTE_SESSION_MS = 60_000;
const NOTE_TOKEN_MS = 3_600_000;

/** Who asks, what they may do, and for which unit and those below it (null: for all). */
export type Staff = {
  readonly id: string;
  readonly email: string | null;
  readonly role: Role;
  readonly unit: string | null;
  readonly name?: string;
  /** Of a person; a read token has none. */
  readonly sessionId?: string;
};

export type Credentials = { readonly session: string | null; readonly bearer: string | null };

type AccessPorts = { readonly clock: Clock; readonly secrets: Secrets; readonly staff: StaffRepository };

/** Finds who is signed in. A read token may look and never change. */
export async function findStaff({ clock, secrets, staff }: AccessPorts, credentials: Credentials): Promise<Result<Staff, ErrorCode>> {
  const now = clock.now();
  if (credentials.bearer !== null) {
    const token = await staff.findReadToken(secrets.hash(credentials.bearer), now);
    if (token === null) return failure('STAFF_SIGNED_OUT', 'The read token is not known, was revoked or is over.');
    if (token.lastUsedAt === null || token.lastUsedAt + NOTE_TOKEN_MS <= now) await staff.seeReadToken(token.id, now);
    return success({ id: token.id, email: null, role: 'viewer', unit: token.unit });
  }
  if (credentials.session !== null) {
    const hash = secrets.hash(credentials.session);
    const open = await staff.findSession(hash, { now, idleMs: IDLE_MS });
    if (open !== null) {
      if (open.lastSeenAt + NOTE_SESSION_MS <= now) await staff.seeSession(hash, now);
      const { id, email, role, unit, name } = open.user;
      return success({ id, email, role, unit, name, sessionId: open.sessionId });
    }
  }
  return failure('STAFF_SIGNED_OUT', 'Nobody is signed in.');
}

/** True when the role is `needed` or above it. */
export function roleReaches(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
