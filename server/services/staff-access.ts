import type { ErrorCode } from '#contract/errors.ts';
import { ROLES, type Role } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { StaffRepository } from '../repositories/staff.ts';

/** Who asks, what they may do, and for which unit and those below it (null: for all). */
export type Staff = {
  readonly id: string;
  readonly email: string | null;
  readonly role: Role;
  readonly unit: string | null;
};

export type Credentials = { readonly session: string | null; readonly bearer: string | null };

/** Finds who is signed in. A read token may look and never change. */
export async function findStaff(
  ports: { readonly clock: Clock; readonly secrets: Secrets; readonly staff: StaffRepository },
  credentials: Credentials,
): Promise<Result<Staff, ErrorCode>> {
  if (credentials.bearer !== null) {
    const token = await ports.staff.findReadToken(ports.secrets.hash(credentials.bearer));
    if (token !== null) return success({ id: token.id, email: null, role: 'viewer', unit: token.unit });
    return failure('STAFF_SIGNED_OUT', 'The read token is not known.');
  }
  if (credentials.session !== null) {
    const user = await ports.staff.findBySession(ports.secrets.hash(credentials.session), ports.clock.now());
    if (user !== null) return success({ id: user.id, email: user.email, role: user.role, unit: user.unit });
  }
  return failure('STAFF_SIGNED_OUT', 'Nobody is signed in.');
}

/** True when the role is `needed` or above it. */
export function roleReaches(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
