import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from '../services/actor.ts';
import type { Enrolment } from '../services/enrolment.ts';
import type { KioskCommands } from '../services/fleet/kiosk-commands.ts';
import type { Kiosks } from '../services/kiosks.ts';
import type { Library } from '../services/library/library.ts';
import type { ServicePoints } from '../services/service-points.ts';
import type { StaffAccounts } from '../services/staff-accounts.ts';
import type { StaffTokens } from '../services/staff-tokens.ts';
import type { Units } from '../services/units.ts';

/** What a command works with. */
export type Desk = {
  readonly repositories: Repositories;
  readonly enrolment: Enrolment;
  readonly servicePoints: ServicePoints;
  readonly units: Units;
  readonly kiosks: Kiosks;
  /** What staff ask of kiosks from afar. */
  readonly commands: KioskCommands;
  readonly accounts: StaffAccounts;
  readonly library: Library;
  readonly tokens: StaffTokens;
  /** Names of the migrations that ran when the database was opened. */
  readonly migrated: readonly string[];
  /** Folders of this machine that belong to a whole backup and that no database holds. */
  readonly alsoBackUp: readonly string[];
  /** ms since the epoch. */
  now(): number;
  /** A random password for a user who was given none. */
  makePassword(): string;
};

export type Outcome =
  /** `json` is printed with --json, `lines` without. */
  | { readonly kind: 'done'; readonly json: unknown; readonly lines: readonly string[] }
  /** Understood, but it cannot be: exit code 1. `json` is printed with --json where there is something to say. */
  | { readonly kind: 'refused'; readonly message: string; readonly json?: unknown }
  /** The call itself is wrong: exit code 2. */
  | { readonly kind: 'wrong'; readonly message: string };

export type Flags = Readonly<Record<string, string>>;

export type Command = {
  /** The words before the flags, such as `user add`. */
  readonly name: string;
  readonly summary: string;
  /** Flags that must be there and flags that may; each takes a value. */
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  run(desk: Desk, flags: Flags): Promise<Outcome>;
};

/** Whoever may run commands on this machine may do everything. */
export const ACTOR: Actor = { id: 'command-line', unit: null };

export function done(json: unknown, lines: readonly string[]): Outcome {
  return { kind: 'done', json, lines };
}
export function refused(message: string, json?: unknown): Outcome {
  return json === undefined ? { kind: 'refused', message } : { kind: 'refused', message, json };
}
export function wrong(message: string): Outcome {
  return { kind: 'wrong', message };
}
