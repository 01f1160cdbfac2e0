import type { CaptureReply, PageRestarted } from '#host/adapters/parent-window.ts';
import type { RemoteShell } from '#host/command-ports.ts';
import type { Log } from '#host/ports.ts';
import type { ShellContents } from './shell-api.ts';

/** A screen of 4K stays far below the 3 MiB that the centre takes. */
const JPEG_QUALITY = 85;

export type ShownWindow = {
  readonly contents: Pick<ShellContents, 'capturePage' | 'isDestroyed'>;
  /** Loads the kiosk's page anew, also from the safe page. */
  readonly renew: () => void;
};

export type AttachableShell = RemoteShell & { readonly attach: (window: ShownWindow) => void };

/** What staff may do to this window from afar. The host is made before the window, so the window comes later. */
export function remoteShell(restart: () => void): AttachableShell {
  let shown: ShownWindow | null = null;
  const window = (): ShownWindow | null => (shown === null || shown.contents.isDestroyed() ? null : shown);
  return {
    attach: (opened) => {
      shown = opened;
    },
    reload: () => {
      const open = window();
      open?.renew();
      return open === null ? 'no-page' : null;
    },
    restart,
    capture: async () => {
      const open = window();
      if (open === null) return 'no-window';
      // What the compositor shows, black or blank too: that is what staff want to know.
      const picture = await open.contents.capturePage();
      return picture.toJPEG(JPEG_QUALITY);
    },
  };
}

/** The part of `process` that reaches whoever started this one. */
export type LauncherChannel = {
  readonly send?: ((message: CaptureReply | PageRestarted) => unknown) | undefined;
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown;
};

/** As the window of a host that runs elsewhere: says that its page had to be loaded again. */
export function tellLauncher(channel: Pick<LauncherChannel, 'send'>, safe: boolean, why: string): void {
  channel.send?.({ kind: 'page-restarted', safe, why });
}

/** As the window of a host that runs elsewhere: takes pictures for the program that opened this one. */
export function answerLauncher(channel: LauncherChannel, capture: RemoteShell['capture'], log: Log): void {
  channel.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'capture') return;
    if (!('ask' in message) || typeof message.ask !== 'number') return;
    const { ask } = message;
    const reply = (picture: string | null): void => void channel.send?.({ kind: 'captured', ask, picture });
    capture().then(
      (picture) => reply(typeof picture === 'string' ? null : Buffer.from(picture).toString('base64')),
      (error: unknown) => {
        log.error('capture.failed', { detail: String(error) });
        reply(null);
      },
    );
  });
}
