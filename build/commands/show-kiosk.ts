import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron, findProgram } from '../launch/programs.ts';
import { inProject } from '../project-root.ts';
import { guardPage, type PageRestart } from '../launch/guard-page.ts';
import { browserPipe, browserPicture, electronPicture, type TakePicture } from '../launch/window-picture.ts';
import { decideRestart, NO_RESTARTS, type RestartState } from '../launch/decide-restart.ts';

export type WindowFacts = {
  readonly platform: NodeJS.Platform;
  readonly electron: string | null;
  readonly browser: string | null;
  /** Linux: an X or Wayland display was named. */
  readonly hasDisplay: boolean;
  /** Chromium's sandbox refuses to run as root. */
  readonly isRoot: boolean;
  readonly profileFolder: string;
  readonly url: string;
  /** Staff have set a printer: sheets must come out without a dialogue. */
  readonly prints?: boolean;
};

export type WindowPlan =
  | { readonly kind: 'window'; readonly name: 'Electron' | 'browser'; readonly command: string; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>>; readonly warning: string | null }
  | { readonly kind: 'none'; readonly reason: string };

/** Programs that can show the kiosk full screen, best first, as they are called on PATH. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chrome', 'msedge'] as const;

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Full screen, no gesture or key that leaves the page (E006), nothing that asks, updates or phones home; docs/lock-down.md has the reasons. */
const KIOSK_FLAGS = [
  '--kiosk',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--disable-features=OverscrollHistoryNavigation,TouchpadOverscrollHistoryNavigation,Translate,MediaRouter,HardwareMediaKeyHandling',
  '--autoplay-policy=no-user-gesture-required',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-background-networking',
  '--deny-permission-prompts',
  '--noerrdialogs',
  '--password-store=basic',
  // For staff who ask what is on the screen; two pipes that only this program holds, never a port.
  '--remote-debugging-pipe',
] as const;

const ROOT_WARNING = 'Running as root: the window runs without its sandbox. Use an ordinary user on a real kiosk.';

/** What to show the kiosk with: Electron, else an installed browser in kiosk mode, else nothing but the address. */
export function decideWindow(facts: WindowFacts): WindowPlan {
  if (facts.platform === 'linux' && !facts.hasDisplay) return { kind: 'none', reason: 'There is no display here.' };
  const sandbox = facts.isRoot && facts.platform === 'linux' ? ['--no-sandbox'] : [];
  const warning = sandbox.length > 0 ? ROOT_WARNING : null;
  // In front of a separate host Electron would ask each citizen which printer; a browser is told not to.
  const asksToPrint = facts.prints === true && facts.browser !== null;
  if (facts.electron !== null && !asksToPrint) {
    return { kind: 'window', name: 'Electron', command: facts.electron, args: [...sandbox, inProject()], env: { KIOSK_URL: facts.url }, warning };
  }
  if (facts.browser === null) return { kind: 'none', reason: 'Neither Electron nor Chromium, Chrome or Edge was found.' };
  const printing = facts.prints === true ? ['--kiosk-printing'] : [];
  const args = [...KIOSK_FLAGS, ...printing, ...sandbox, `--user-data-dir=${facts.profileFolder}`, facts.url];
  return { kind: 'window', name: 'browser', command: facts.browser, args, env: {}, warning };
}

/** CHROMIUM_PATH, else the first browser that is installed. */
export function findBrowser(): string | null {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null;
  return findProgram(BROWSERS) ?? INSTALLED[process.platform]?.find((path) => existsSync(path)) ?? null;
}

export type KioskWindow = {
  /** Settles when the window was closed by `close`. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
  /** What the window shows now, JPEG in base64; null when there is no window or it cannot be asked. */
  readonly takePicture: TakePicture;
};

export type ShowOptions = {
  readonly url: string;
  /** The browser's private profile lies in it. */
  readonly dataDir: string;
  readonly say: (line: string) => void;
  /** The window or its page had to be started again. */
  readonly onRestart?: (restart: PageRestart) => void;
};

/** Shows the kiosk, or says which address to open and gives null. Never downloads anything. */
export async function showKiosk({ url, dataDir, say, onRestart }: ShowOptions): Promise<KioskWindow | null> {
  const profileFolder = join(dataDir, 'browser');
  const electronBuilt = existsSync(inProject('dist/electron/main.js'));
  const plan = decideWindow({
    platform: process.platform,
    electron: electronBuilt ? findElectron() : null,
    browser: findBrowser(),
    hasDisplay: (process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '') !== '',
    isRoot: process.getuid?.() === 0,
    profileFolder,
    url,
    prints: hasPrinter(dataDir),
  });
  if (plan.kind === 'none') {
    say(`${plan.reason} Open ${url} in a browser on this machine.`);
    return null;
  }
  if (plan.warning !== null) say(plan.warning);
  mkdirSync(profileFolder, { recursive: true });
  return keepOpen(plan, url, say, onRestart);
}

/** Whether the settings that the host keeps name a printer; without settings, or with damaged ones, none. */
export function hasPrinter(dataDir: string): boolean {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataDir, 'kiosk', 'kiosk.json'), 'utf8'));
    const settings: unknown = typeof kept === 'object' && kept !== null && 'settings' in kept ? kept.settings : null;
    return typeof settings === 'object' && settings !== null && 'printer' in settings && settings.printer !== 'none';
  } catch {
    // A kiosk that was never set up has no file; the host itself reports a damaged one.
    return false;
  }
}

/** Keeps the window open and a picture in it: starts it again when it dies, and loads its page again when that shows nothing. */
export function keepOpen(plan: Extract<WindowPlan, { kind: 'window' }>, url: string, say: (line: string) => void, onRestart: (restart: PageRestart) => void = () => undefined): KioskWindow {
  const closed = Promise.withResolvers<void>();
  let child: ChildProcess | null = null;
  let closing = false;
  let restarts: RestartState = NO_RESTARTS;
  let takePicture: TakePicture = async () => null;
  let stopGuard = (): void => undefined;
  let pause: NodeJS.Timeout | undefined;

  const open = (): void => {
    const isBrowser = plan.name === 'browser';
    const opened = spawn(plan.command, [...plan.args], { env: { ...process.env, ...plan.env }, stdio: ['ignore', 'ignore', 'ignore', ...(isBrowser ? (['pipe', 'pipe'] as const) : (['ipc'] as const))] });
    child = opened;
    const pipe = isBrowser ? browserPipe(opened) : null;
    takePicture = isBrowser ? browserPicture(pipe, url) : electronPicture(opened);
    // Electron looks at its page itself and tells over the channel.
    if (!isBrowser) opened.on('message', (message: unknown) => hearRestart(message, onRestart));
    if (pipe !== null) stopGuard = guardPage({ pipe, url, say, onRestart, endBrowser: () => void opened.kill('SIGKILL') });
    opened.once('error', (error) => end(opened, error.message));
    opened.once('exit', (code, signal) => end(opened, `it ended with ${code ?? signal ?? 'nothing'}`));
  };
  const end = (which: ChildProcess, why: string): void => {
    if (child !== which) return;
    child = null;
    stopGuard();
    if (closing) return closed.resolve();
    const next = decideRestart(restarts, performance.now());
    restarts = next.state;
    say(`The ${plan.name} window closed (${why}); it is opened again${next.delay === 0 ? '' : ` in ${next.delay / 1_000} s`}. Meanwhile the kiosk can be opened at ${url} in a browser.`);
    onRestart({ safe: false, why: 'the window closed' });
    pause = setTimeout(open, next.delay);
  };
  open();
  return {
    closed: closed.promise,
    takePicture: async () => (child === null ? null : takePicture()),
    close: async () => {
      closing = true;
      clearTimeout(pause);
      stopGuard();
      if (child === null) closed.resolve();
      child?.kill('SIGTERM');
      await closed.promise;
    },
  };
}

function hearRestart(message: unknown, onRestart: (restart: PageRestart) => void): void {
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'page-restarted') return;
  if ('safe' in message && 'why' in message) onRestart({ safe: message.safe === true, why: String(message.why) });
}
