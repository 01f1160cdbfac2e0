import type { CommandFailure } from '#contract/commands.ts';

/** What a shell can do to its window and to itself when staff ask from afar. */
export type RemoteShell = {
  /** Loads the page anew; null when it began to. */
  readonly reload: () => CommandFailure | null;
  /** Starts the whole kiosk anew; null when nobody would start it again. */
  readonly restart: (() => void) | null;
  /** PNG or JPEG of what is on the screen, black or blank too. */
  readonly capture: () => Promise<Uint8Array | CommandFailure>;
};

/** The last lines of the kiosk's own log. */
export type LogTail = {
  /** At most so many signs, the newest last; cut at a line. */
  readonly read: (signs: number) => Promise<string>;
};

/** A shell without a window of its own: a page may be open in any browser, and is told to load anew. */
export function windowless(reloadPage: () => boolean): RemoteShell {
  return {
    reload: () => (reloadPage() ? null : 'no-page'),
    restart: null,
    capture: async () => 'no-window',
  };
}
