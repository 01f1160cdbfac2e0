import { COMMAND_FAILURES, COMMAND_KINDS, type CommandFailure, type CommandKind } from '#contract/commands.ts';
import type { KioskCommand } from '#contract/fleet.ts';
import type { IconName } from '#renderer/art/icon.tsx';
import type { WordKey, Words } from '../i18n/words.ts';
import type { Status } from '../ui/status-mark.tsx';

export const COMMAND_WORDS: Readonly<Record<CommandKind, { readonly name: WordKey; readonly icon: IconName }>> = {
  screenshot: { name: 'commandScreenshot', icon: 'expand' },
  'send-logs': { name: 'commandSendLogs', icon: 'document' },
  reload: { name: 'commandReload', icon: 'refresh' },
  restart: { name: 'commandRestart', icon: 'undo' },
};

/** What changes nothing stands first. */
export const COMMAND_ORDER: readonly CommandKind[] = COMMAND_KINDS.toSorted((left, right) => Object.keys(COMMAND_WORDS).indexOf(left) - Object.keys(COMMAND_WORDS).indexOf(right));

export const STATE_WORDS: Readonly<Record<KioskCommand['state'], { readonly name: WordKey; readonly status: Status }>> = {
  waiting: { name: 'commandWaiting', status: 'calm' },
  delivered: { name: 'commandDelivered', status: 'calm' },
  done: { name: 'commandDone', status: 'good' },
  failed: { name: 'commandFailed', status: 'attention' },
  expired: { name: 'commandExpired', status: 'off' },
};

const FAILURES: Readonly<Record<CommandFailure, WordKey>> = {
  'too-old': 'commandTooOld',
  'in-use': 'commandInUse',
  'unknown-kind': 'commandUnknownKind',
  'no-page': 'commandNoPage',
  'no-window': 'commandNoWindow',
  'cannot-restart': 'commandCannotRestart',
  stopped: 'commandStopped',
  'too-large': 'commandTooLarge',
  broken: 'commandBroken',
};

/** Why it failed: what our own kiosks say is said in the reader's language, anything else as it came. */
export function detailWords(detail: string | null, { say }: Words): string | null {
  const known = Object.entries(COMMAND_FAILURES).find(([, sentence]) => sentence === detail)?.[0];
  const key = Object.entries(FAILURES).find(([code]) => code === known)?.[1];
  return key === undefined ? detail : say(key);
}

/** Asked and not answered yet. */
export function isUnderWay({ state }: KioskCommand): boolean {
  return state === 'waiting' || state === 'delivered';
}
