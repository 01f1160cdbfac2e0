import { decideKey } from '#domain/kiosk-keys.ts';
import { isWithin, type PageAddress } from './page-address.ts';
import type { LockableApp, ShellContents, ShellSession, ShellWindow, Stoppable } from './shell-api.ts';

/** What an outsider who starts the program could open it with; a package never needs them, and no fuse covers them. */
const DEBUGGING = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'auto-open-devtools-for-tabs', 'load-extension', 'disable-web-security', 'allow-running-insecure-content', 'js-flags', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'proxy-server', 'host-resolver-rules'] as const;

/** Gestures that go back or zoom, and media keys that would halt the loop's film (E006). */
const SWITCHES: Readonly<Record<string, string>> = {
  'disable-pinch': '',
  'overscroll-history-navigation': '0',
  'disable-features': 'OverscrollHistoryNavigation,TouchpadOverscrollHistoryNavigation,HardwareMediaKeyHandling,MediaRouter,Translate',
};

export type LockDown = {
  readonly address: PageAddress;
  /** False while developing: keys, dialogues and the network are as in any browser. */
  readonly isKiosk: boolean;
  /** Nobody debugs a package. */
  readonly isPackaged: boolean;
};

/** Holds the whole program, before `ready`: every renderer is sandboxed, every page that ever comes to be is locked. */
export function lockDownApp(app: LockableApp, how: LockDown): void {
  app.enableSandbox();
  if (how.isPackaged) for (const name of DEBUGGING) app.commandLine.removeSwitch(name);
  for (const [name, value] of Object.entries(SWITCHES)) app.commandLine.appendSwitch(name, value);
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents, how));
  // The page comes from this machine: nobody there asks for a certificate or a password.
  app.on('certificate-error', (_event, _contents, _url, _error, _certificate, callback) => callback(false));
  app.on('login', stop);
  app.on('select-client-certificate', stop);
}

/** Denies everything a public screen has no use for, and loads nothing that is not the kiosk's own. */
export function lockDownSession(session: ShellSession, { address, isKiosk }: Pick<LockDown, 'address' | 'isKiosk'>): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.on('will-download', stop);
  if (!isKiosk) return;
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOwnResource(address, url) }));
}

function isOwnResource(address: PageAddress, url: string): boolean {
  return isWithin(address, url) || url.startsWith('data:') || url.startsWith(`blob:${address.origin}/`);
}

/** Holds a page to its own origin and to the screen as it is. */
export function lockDownPage(contents: ShellContents, { address, isKiosk }: Pick<LockDown, 'address' | 'isKiosk'>): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (details: Stoppable & { readonly url: string }): void => {
    if (!isWithin(address, details.url)) details.preventDefault();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', stop);
  contents.on('context-menu', stop);
  // A page that asks whether one wants to leave it must not hold up its own reload.
  contents.on('will-prevent-unload', stop);
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    // Nothing to go back to, whatever key, button or swipe asks.
    contents.navigationHistory.clear();
    // Rejects only when the page went away again, and then the next load sets it.
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });
  if (!isKiosk) return;
  contents.on('before-input-event', (event, input) => {
    if (decideKey(input) === 'deny') event.preventDefault();
  });
}

/** Keeps the window on the screen; only who has the staff key closes it. */
export function holdWindow(window: ShellWindow, mayClose: () => boolean): void {
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault();
  });
  // Back and forward of a mouse or a keyboard, as Windows sends them.
  window.on('app-command', stop);
  window.on('minimize', () => window.restore());
  window.on('leave-full-screen', () => {
    if (!mayClose()) window.setKiosk(true);
  });
}

function stop(event: Stoppable): void {
  event.preventDefault();
}
