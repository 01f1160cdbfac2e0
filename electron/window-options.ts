import type { Session } from 'electron';

/** The picture's ground (renderer/ui tokens), so that nothing flashes white or black before the first paint. */
const GROUND = '#FBF4E6';

export type WindowOptions = {
  readonly session: Session;
  /** Null for a page that speaks to its host over the loopback door: it needs no verbs of ours. */
  readonly preload: string | null;
  /** False while developing: framed, with developer tools. */
  readonly isKiosk: boolean;
};

/** One window, the whole screen, no way for the page to reach Node. What Electron does by default is named too, and a test holds it. */
export function windowOptions({ session, preload, isKiosk }: WindowOptions) {
  return {
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
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      enableDeprecatedPaste: false,
      spellcheck: false,
      // A dialogue of the page's would stand over the picture until somebody answers it.
      disableDialogs: isKiosk,
      devTools: !isKiosk,
      // The waiting screen plays by itself, and must go on under a system dialog.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
    },
  } as const;
}
