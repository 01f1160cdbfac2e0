import { BrowserWindow, type Session } from 'electron';

/** The picture's ground (renderer/ui tokens), so that nothing flashes white or black before the first paint. */
const GROUND = '#FBF4E6';

export type WindowOptions = {
  readonly session: Session;
  /** Null for a page that speaks to its host over the loopback door: it needs no verbs of ours. */
  readonly preload: string | null;
  /** False while developing: framed, with developer tools. */
  readonly isKiosk: boolean;
};

/** One window, the whole screen, no way for the page to reach Node. */
export function openKioskWindow({ session, preload, isKiosk }: WindowOptions): BrowserWindow {
  return new BrowserWindow({
    kiosk: isKiosk,
    fullscreen: isKiosk,
    frame: !isKiosk,
    ...(isKiosk ? {} : { width: 720, height: 1280 }),
    backgroundColor: GROUND,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      ...(preload === null ? {} : { preload }),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isKiosk,
      // The waiting screen plays by itself, and must go on under a system dialog.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
    },
  });
}
