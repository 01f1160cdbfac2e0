import type { CommandKind } from '#contract/commands.ts';

export type AskedCommand = {
  readonly id: string;
  readonly deviceId: string;
  readonly kind: CommandKind;
  /** For people: an e-mail, or an id where there is none. */
  readonly askedBy: string;
  readonly askedAt: number;
  readonly expiresAt: number;
};

export type CommandRow = AskedCommand & {
  readonly deliveredAt: number | null;
  readonly answeredAt: number | null;
  readonly expiredAt: number | null;
  readonly outcome: 'done' | 'failed' | null;
  readonly detail: string | null;
  readonly hasPicture: boolean;
  readonly hasLog: boolean;
};

export type OpenCommand = { readonly id: string; readonly deviceId: string; readonly kind: string; readonly expiresAt: number; readonly isDelivered: boolean };

/** `picture`: base64. */
export type CommandEnd = {
  readonly outcome: 'done' | 'failed';
  readonly detail: string | null;
  readonly picture: string | null;
  readonly log: string | null;
  readonly now: number;
  /** Until when picture and log are kept, ms. */
  readonly keptUntil: number;
};

export type CommandRepository = {
  /** False, and nothing is added, when one of that kind is open for the device. */
  add(command: AskedCommand): Promise<boolean>;
  /** Neither answered nor over, of these devices, the oldest first. */
  open(deviceIds: readonly string[], now: number): Promise<readonly OpenCommand[]>;
  /** True for the first time. */
  markDelivered(id: string, now: number): Promise<boolean>;
  find(id: string): Promise<CommandRow | null>;
  /** The newest first. */
  list(deviceId: string, most: number): Promise<readonly CommandRow[]>;
  /** True for the first answer; a later one changes nothing. */
  end(id: string, end: CommandEnd): Promise<boolean>;
  findAnswer(id: string, now: number): Promise<{ readonly picture: string | null; readonly log: string | null } | null>;
  /** Ends what nobody answered in time, and deletes what was kept long enough. Those that just ended. */
  sweep(now: number): Promise<readonly { readonly id: string; readonly deviceId: string; readonly kind: string }[]>;
};
