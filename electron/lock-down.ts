import { isWithin, type PageAddress } from './page-address.ts';
import type { KeyPress, ShellContents, ShellSession } from './shell-api.ts';

/** Keys that would leave, reload, zoom or inspect the page. Keys for reading and writing stay (E050). */
export function isKioskKey(input: KeyPress): boolean {
  if (/^F\d{1,2}$/.test(input.key) || input.key.startsWith('Browser')) return false;
  if (!input.control && !input.meta && !input.alt) return true;
  // Screen-reader and typing combinations of modifier keys alone.
  return ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(input.key) || (input.control && !input.alt && /^[acvxz]$/i.test(input.key));
}

/** Denies everything a public screen has no use for (Electron security check-list, 4–7, 12–14). */
export function lockDownSession(session: ShellSession): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.on('will-download', (event) => event.preventDefault());
}

/** Holds the page to its own origin and to the screen as it is. */
export function lockDownPage(contents: ShellContents, address: PageAddress, locksKeys: boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (details: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (!isWithin(address, details.url)) details.preventDefault();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    // Rejects only when the page went away again, and then the next load sets it.
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });
  if (!locksKeys) return;
  contents.on('before-input-event', (event, input) => {
    if (!isKioskKey(input)) event.preventDefault();
  });
}
