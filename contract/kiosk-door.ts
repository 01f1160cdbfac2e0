/** What preload hangs on the page's window in the Electron shell: one verb a channel, and the notices. */
export const PRELOAD_NAME = 'kioskShell';
/** Prefix of the IPC channels, so that they are told apart from Electron's own. */
export const IPC_PREFIX = 'kiosk:';
/** IPC channel of the notices. */
export const IPC_NOTICE = 'kiosk:notice';
/** The meta element that carries the loopback door's token to the page's script. */
export const TOKEN_META = 'kiosk-token';

/** Answers and notices are `unknown` on purpose: each side parses what it gets. */
export type PreloadApi = {
  readonly verbs: Readonly<Record<string, (request: unknown) => Promise<unknown>>>;
  /** Returns its own unsubscribe. */
  readonly onNotice: (listener: (notice: unknown) => void) => () => void;
};
