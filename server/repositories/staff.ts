import type { Role } from '#contract/staff.ts';

export type StaffUserRow = {
  readonly id: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly role: Role;
  readonly unit: string | null;
};

export type ReadTokenRow = { readonly id: string; readonly name: string; readonly unit: string | null };

export type StaffRepository = {
  /** False when the e-mail is taken. */
  addUser(user: StaffUserRow, now: number): Promise<boolean>;
  findByEmail(email: string): Promise<StaffUserRow | null>;
  /** True when somebody with the role admin can sign in with a password. */
  hasAdministrator(): Promise<boolean>;
  /** An administrator who has neither e-mail nor password yet. */
  findUnclaimedAdministrator(): Promise<StaffUserRow | null>;
  /** 'taken': the e-mail is another user's; 'claimed': this user has one already. */
  claim(userId: string, email: string, passwordHash: string): Promise<'done' | 'taken' | 'claimed'>;
  /** Replaces every earlier link of the user. */
  setSignInLink(userId: string, tokenHash: string, expiresAt: number): Promise<void>;
  /** The user of a link that is not too old; the link is gone afterwards. */
  useSignInLink(tokenHash: string, now: number): Promise<StaffUserRow | null>;
  /** Also forgets sessions that ended. */
  addSession(tokenHash: string, userId: string, time: { readonly now: number; readonly expiresAt: number }): Promise<void>;
  findBySession(tokenHash: string, now: number): Promise<StaffUserRow | null>;
  removeSession(tokenHash: string): Promise<void>;
  addReadToken(token: ReadTokenRow, tokenHash: string, now: number): Promise<void>;
  findReadToken(tokenHash: string): Promise<ReadTokenRow | null>;
};
