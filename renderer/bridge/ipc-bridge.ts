import type { KioskApi } from '#contract/kiosk-api.ts';
import { PRELOAD_NAME, type PreloadApi } from '#contract/kiosk-door.ts';
import { away, parseAnswer, parseNotice } from './parse-answer.ts';

/** The page's side of Electron's IPC, over the verbs that the preload hands out. */
export function createIpcBridge(shell: PreloadApi): KioskApi {
  return {
    call: async (channel, request) => {
      const verb = shell.verbs[channel];
      if (verb === undefined) return away(`the shell has no verb ${channel}`);
      try {
        return parseAnswer(channel, await verb(request));
      } catch (error: unknown) {
        return away(error instanceof Error ? error.message : String(error));
      }
    },
    onNotice: (listener) =>
      shell.onNotice((input) => {
        const notice = parseNotice(input);
        if (notice !== null) listener(notice);
      }),
  };
}

/** What the preload hung on the window, or null outside Electron. */
export function findPreload(page: object): PreloadApi | null {
  const shell: unknown = Reflect.get(page, PRELOAD_NAME);
  return isPreload(shell) ? shell : null;
}

function isPreload(value: unknown): value is PreloadApi {
  if (typeof value !== 'object' || value === null || !('verbs' in value) || !('onNotice' in value)) return false;
  return typeof value.verbs === 'object' && value.verbs !== null && typeof value.onNotice === 'function';
}
