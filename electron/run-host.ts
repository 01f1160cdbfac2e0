import { app, ipcMain, safeStorage } from 'electron';
import { hostname, platform, release } from 'node:os';
import { IPC_NOTICE } from '#contract/kiosk-door.ts';
import { lockDataFolder } from '#host/adapters/data-folder-lock.ts';
import { machinePorts } from '#host/adapters/machine-ports.ts';
import { readEnvironment } from '#host/adapters/read-environment.ts';
import { callAnswerer } from '#host/answer-call.ts';
import { background } from '#host/background.ts';
import type { RemoteShell } from '#host/command-ports.ts';
import { createHost, type Host } from '#host/create-host.ts';
import type { Log } from '#host/ports.ts';
import { answerIpc } from './answer-ipc.ts';
import { electronSecrets } from './electron-secrets.ts';
import type { Places } from './find-places.ts';
import { APP_PAGE } from './page-address.ts';
import { printPage } from './print-page.ts';
import type { ShellContents } from './shell-api.ts';

export type ShellHost = {
  readonly host: Host;
  /** Lets the window's page ask and hear the host. */
  readonly attach: (contents: ShellContents) => void;
  readonly close: () => Promise<void>;
};

/** The same host as the browser shell's, over IPC. Null when another kiosk runs on the data folder. */
export function runHost(places: Places, log: Log, { leave, remote }: { readonly leave: () => void; readonly remote: RemoteShell }): ShellHost | null {
  const lock = lockDataFolder(places.data);
  if (!lock.ok) return null;
  let shown: ShellContents | null = null;
  const secrets = electronSecrets(places.data, safeStorage, process.platform, log);
  const environment = readEnvironment(process.env, places.data);
  const host = createHost(machinePorts({ dataFolder: places.data, packFolder: places.pack, lock: lock.value }, log, secrets, environment.ok ? environment.value.contentLimits : undefined), {
    shell: 'electron',
    appVersion: app.getVersion(),
    machine: { name: hostname().slice(0, 120), platform: `${platform()} ${release()}`.slice(0, 60) },
    mediaBase: '/media/',
    leave,
    print: printPage(() => shown),
    remote,
  });
  answerIpc({ ipc: ipcMain, address: APP_PAGE, contentsId: () => shown?.id ?? null, started: host.started, answer: callAnswerer(host.handlers, log) });
  host.onNotice((notice) => {
    if (shown !== null && !shown.isDestroyed()) shown.send(IPC_NOTICE, notice);
  });
  background(host.start(environment.ok ? environment.value.pairing : null), 'host start', log);
  return {
    host,
    attach: (contents) => {
      shown = contents;
      let disconnect: (() => void) | null = null;
      contents.on('did-finish-load', () => {
        disconnect?.();
        disconnect = host.connectPage();
        for (const notice of host.greeting()) contents.send(IPC_NOTICE, notice);
      });
      contents.on('render-process-gone', () => disconnect?.());
    },
    close: async () => {
      await host.close();
      lock.value.release();
    },
  };
}
