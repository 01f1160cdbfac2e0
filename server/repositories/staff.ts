import type { Role } from '#contract/staff.ts';

export type StaffUserRow = {
  readonly id: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly role: Role;
  readonly unit: string | null;
};

export type OidcIdentity = { readonly issuer: string; readonly subject: string };

/** A user with all that the list of users shows. */
export type AccountRow = StaffUserRow & {
  readonly name: string;
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
  readonly disabledAt: number | null;
  readonly oidc: OidcIdentity | null;
};

/** Only what is there is changed. */
export type AccountChange = {
  readonly name?: string;
  readonly role?: Role;
  readonly unit?: string | null;
  /** Since when; null: may sign in again. Ends every session and link of the user. */
  readonly disabledAt?: number | null;
};

export type NewSession = {
  readonly tokenHash: string;
  /** May be shown to the user. */
  readonly id: string;
  readonly userId: string;
  readonly now: number;
  readonly expiresAt: number;
  readonly agent: string;
  readonly address: string;
};

export type SessionRow = {
  readonly id: string;
  readonly startedAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly agent: string;
  readonly address: string;
};

/** A session that is neither over nor idle for too long, with its user as he is now. */
export type OpenSession = { readonly sessionId: string; readonly lastSeenAt: number; readonly user: AccountRow };

export type LinkKind = 'first' | 'invitation' | 'reset';
export type LinkRow = { readonly kind: LinkKind; readonly expiresAt: number; readonly user: AccountRow };
export type NewLink = { readonly tokenHash: string; readonly kind: LinkKind; readonly expiresAt: number };

export type ReadTokenRow = {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
};
export type NewReadToken = Pick<ReadTokenRow, 'id' | 'name' | 'unit'> & { readonly expiresAt?: number | null };

export type StaffRepository = {
  /** False when the e-mail is taken. */
  addUser(user: StaffUserRow & { readonly name?: string }, now: number): Promise<boolean>;
  findByEmail(email: string): Promise<AccountRow | null>;
  findById(id: string): Promise<AccountRow | null>;
  findByOidc(identity: OidcIdentity): Promise<AccountRow | null>;
  /** Users of a unit and of those below it; null: all. */
  listBelow(unit: string | null): Promise<readonly AccountRow[]>;
  /** 'last-admin': nothing was changed, or nobody would be left who may sign in and administer the whole centre. */
  change(id: string, change: AccountChange): Promise<'done' | 'unknown' | 'last-admin'>;
  /** Also ends every session and link of the user. */
  setPassword(id: string, passwordHash: string): Promise<void>;
  /** The same password with newer costs: nothing ends. Not kept when the password was changed meanwhile. */
  rehash(id: string, before: string, after: string): Promise<void>;
  /** False when the user is bound to another identity, or the identity to another user. */
  bindOidc(id: string, identity: OidcIdentity): Promise<boolean>;
  /** True when an active administrator of the whole centre can sign in. */
  hasAdministrator(): Promise<boolean>;
  /** The one administrator who has neither e-mail nor password yet; made with `id` when there is none, once over all processes. */
  ensureUnclaimedAdministrator(id: string, now: number): Promise<string>;
  /** 'taken': the e-mail is another user's; 'claimed': this user has one already. */
  claim(userId: string, email: string, passwordHash: string): Promise<'done' | 'taken' | 'claimed'>;
  /** Replaces those of the user's links that end before `replaces`; null: all of them. Forgets links that are too old. */
  setLink(userId: string, link: NewLink, options: { readonly now: number; readonly replaces: number | null }): Promise<void>;
  /** A link that is not too old, of a user who is not disabled. */
  findLink(tokenHash: string, now: number): Promise<LinkRow | null>;
  /** True for the one caller who used it up; every other link of the user ends with it. */
  useLink(tokenHash: string): Promise<boolean>;
  /** Also forgets sessions that ended, and notes the sign-in. */
  addSession(session: NewSession): Promise<void>;
  findSession(tokenHash: string, time: { readonly now: number; readonly idleMs: number }): Promise<OpenSession | null>;
  seeSession(tokenHash: string, now: number): Promise<void>;
  /** Those that go on, newest first. */
  listSessions(userId: string, time: { readonly now: number; readonly idleMs: number }): Promise<readonly SessionRow[]>;
  removeSession(tokenHash: string): Promise<void>;
  /** One session of the user, or all but one. How many ended. */
  endSessions(userId: string, which: { readonly only: string } | { readonly allBut: string | null }): Promise<number>;
  addReadToken(token: NewReadToken, tokenHash: string, now: number): Promise<void>;
  /** Null too for one that is revoked or over. */
  findReadToken(tokenHash: string, now: number): Promise<ReadTokenRow | null>;
  seeReadToken(id: string, now: number): Promise<void>;
  findReadTokenById(id: string): Promise<ReadTokenRow | null>;
  listReadTokens(unit: string | null): Promise<readonly ReadTokenRow[]>;
  /** False when there is none that still holds. */
  revokeReadToken(id: string, now: number): Promise<boolean>;
};
