import { ROLES } from '#contract/staff.ts';
import type { AccountRow } from '../staff.ts';
import { integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';

/** The columns of {@link accountOf}. */
export const USER = [
  'id', 'email', 'password_hash', 'role', 'unit', 'name', 'created_at', 'last_sign_in_at', 'disabled_at', 'oidc_issuer', 'oidc_subject',
].map((column) => `staff_user.${column}`).join(', ');

/** Reads the columns of {@link USER}. */
export function accountOf(row: Row): AccountRow {
  const role = ROLES.find((known) => known === row['role']);
  if (role === undefined) throw new TypeError('staff_user.role holds no known role');
  const issuer = textOrNull(row, 'oidc_issuer');
  const subject = textOrNull(row, 'oidc_subject');
  return {
    id: textOf(row, 'id'),
    email: textOrNull(row, 'email'),
    passwordHash: textOrNull(row, 'password_hash'),
    role,
    unit: textOrNull(row, 'unit'),
    name: textOf(row, 'name'),
    createdAt: integerOf(row, 'created_at'),
    lastSignInAt: integerOrNull(row, 'last_sign_in_at'),
    disabledAt: integerOrNull(row, 'disabled_at'),
    oidc: issuer === null || subject === null ? null : { issuer, subject },
  };
}
