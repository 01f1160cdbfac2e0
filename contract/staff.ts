import { Type, type Static } from 'typebox';

export const ROLES = ['viewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const RoleSchema = Type.Enum([...ROLES]);

/** Shortest password the centre takes (OWASP ASVS 5.0, 6.2.1: at least 8; 15 recommended). */
export const SHORTEST_PASSWORD = 10;

export const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' });
export const SignInRequest = Type.Object({ email: Email, password: Type.String({ minLength: 1, maxLength: 256 }) });
export type SignInRequest = Static<typeof SignInRequest>;

/** The one-time link that the centre prints while no administrator has a password. */
export const OneTimeSignInRequest = Type.Object({ token: Type.String({ minLength: 16, maxLength: 128 }) });

/** A new password: length is all that is asked of its form; common ones are refused by the centre. */
export const NewPassword = Type.String({ minLength: SHORTEST_PASSWORD, maxLength: 256 });

/** Gives the signed-in first administrator an e-mail and a password. */
export const ClaimRequest = Type.Object({
  email: Email,
  password: NewPassword,
});

export const StaffUser = Type.Object({
  id: Type.String(),
  /** Null for a first administrator who signed in by the one-time link and has not set it yet. */
  email: Type.Union([Type.String(), Type.Null()]),
  role: RoleSchema,
  unit: Type.Union([Type.String(), Type.Null()]),
  /** Empty or left out: nobody has said it. */
  name: Type.Optional(Type.String()),
});
export type StaffUser = Static<typeof StaffUser>;

export const PairRequest = Type.Object({ servicePoint: Type.String({ minLength: 1, maxLength: 64 }) });
export const PairAnswer = Type.Object({ pairingCode: Type.String(), expiresAt: Type.Integer() });
export type PairAnswer = Static<typeof PairAnswer>;

export const AddPointRequest = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]{1,64}$' }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: Type.Optional(Type.Enum(['one-stop', 'post-office'])),
  unit: Type.Optional(Type.String()),
  timezone: Type.Optional(Type.String()),
});
export type AddPointRequest = Static<typeof AddPointRequest>;
