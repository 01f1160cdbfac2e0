import type { CommandKind } from '#contract/commands.ts';

/** The longest wait for a citizen to finish, ms; the session's own rules end it long before. */
export const PATIENCE = 5 * 60_000;

export type CommandMoment = {
  /** Somebody uses the page. */
  readonly inUse: boolean;
  /** Since the command came, ms. */
  readonly waited: number;
  /** The centre's ten minutes were over when it came. */
  readonly isTooOld: boolean;
};

export type CommandDecision = 'begin' | 'wait' | 'too-old' | 'in-use';

/**
 * When a command begins. Nothing changes or is photographed under a citizen's fingers: reload, restart and
 * screenshot wait for the end of the session. After five minutes a reload or a restart comes all the same,
 * for a kiosk that counts as used so long may be one that hangs; a screenshot never does, because somebody's
 * answers may be on the screen. A command that came in time and waits does not grow too old.
 */
export function decideCommand(kind: CommandKind, { inUse, waited, isTooOld }: CommandMoment): CommandDecision {
  if (isTooOld) return 'too-old';
  if (kind === 'send-logs' || !inUse) return 'begin';
  if (waited < PATIENCE) return 'wait';
  return kind === 'screenshot' ? 'in-use' : 'begin';
}
