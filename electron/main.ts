import { app, Menu, powerSaveBlocker, protocol, session } from 'electron';
import { parseLogLevel, stderrLog } from '#host/adapters/json-log.ts';
import { keptLog } from '#host/adapters/kept-log.ts';
import { systemClock } from '#host/adapters/system-clock.ts';
import { systemTimers } from '#host/adapters/system-timers.ts';
import { background } from '#host/background.ts';
import { findPlaces } from './find-places.ts';
import { openKioskWindow } from './kiosk-window.ts';
import { holdWindow, lockDownApp, lockDownSession, type LockDown } from './lock-down.ts';
import { APP_PAGE, APP_SCHEME, parseDoorAddress } from './page-address.ts';
import { recoverPage } from './recover-page.ts';
import { answerLauncher, remoteShell, tellLauncher } from './remote-shell.ts';
import { runHost } from './run-host.ts';
import { serveApp } from './serve-app.ts';
import { watchGpu } from './watch-gpu.ts';

const logLevel = parseLogLevel(process.env['LOG_LEVEL']);
const clock = systemClock();
const isKiosk = app.isPackaged || process.env['KIOSK_WINDOWED'] !== '1';
/** With KIOSK_URL this is only the window of a host that runs already. */
const door = parseDoorAddress(process.env['KIOSK_URL']);
const lockDown: LockDown = { address: door ?? APP_PAGE, isKiosk, isPackaged: app.isPackaged };
const places = findPlaces({
  bundleFolder: import.meta.dirname,
  resourcesFolder: app.isPackaged ? process.resourcesPath : null,
  userData: app.getPath('userData'),
  env: process.env,
});
const log = door === null ? keptLog(places.data, logLevel) : stderrLog(logLevel);

async function show(): Promise<void> {
  Menu.setApplicationMenu(null);
  // In memory only: nothing of a session is ever on the disk (E075).
  const memory = session.fromPartition('kiosk');
  for (const one of [memory, session.defaultSession]) lockDownSession(one, lockDown);
  memory.protocol.handle(APP_SCHEME, (request) => serveApp(places, request));

  let leaving = false;
  const leave = (): void => {
    leaving = true;
    app.quit();
  };
  const remote = remoteShell(() => (app.relaunch({ args: process.argv.slice(1) }), leave()));
  const shell = door === null ? runHost(places, log, { leave, remote }) : null;
  if (door === null && shell === null) {
    process.stderr.write(`Another kiosk is running on ${places.data}. Stop it, or set DATA_DIR to another folder.\n`);
    return app.exit(1);
  }
  const window = openKioskWindow({ session: memory, preload: door === null ? places.preload : null, isKiosk });
  const contents = window.webContents;
  shell?.attach(contents);
  const page = recoverPage({ contents, address: lockDown.address, clock, timers: systemTimers, log, onRestart: (safe, why) => (shell === null ? tellLauncher(process, safe, why) : shell.host.notePageRestart(safe, why)) });
  remote.attach({ contents, renew: page.renew });
  if (door !== null) answerLauncher(process, remote.capture, log);
  shell?.host.onNotice((notice) => {
    if (notice.kind === 'reload') page.reload('silent');
  });
  if (isKiosk) holdWindow(window, () => leaving);
  app.on('before-quit', () => {
    leaving = true;
  });
  app.on('will-quit', (event) => {
    if (shell === null) return;
    event.preventDefault();
    void shell.close().finally(() => app.exit(0));
  });
  powerSaveBlocker.start('prevent-display-sleep');
  process.stdout.write(`Kiosk   ${lockDown.address.main}\n`);
}

lockDownApp(app, lockDown);
watchGpu({ app, args: process.argv.slice(1), clock, log });
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
// The window of a running host may stand beside another one, so only a whole kiosk asks for the lock.
if (door === null && !app.requestSingleInstanceLock()) app.exit(0);
// Not awaited: Electron is ready only after this module has been read to its end.
else background(app.whenReady().then(show), 'show', log);
