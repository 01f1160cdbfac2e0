import { readFileSync } from 'node:fs';
import { hostname, platform, release } from 'node:os';
import { resolve } from 'node:path';
import { lockDataFolder } from './adapters/data-folder-lock.ts';
import { openDoor } from './adapters/door/kiosk-door.ts';
import { fileSecrets } from './adapters/file-secrets.ts';
import { keptLog } from './adapters/kept-log.ts';
import { contentFolder, machinePorts } from './adapters/machine-ports.ts';
import { hearPageRestarts, parentCapture } from './adapters/parent-window.ts';
import { readEnvironment } from './adapters/read-environment.ts';
import { systemRandom } from './adapters/system-random.ts';
import { createHost } from './create-host.ts';

const PROJECT = resolve(import.meta.dirname, '..');
/** Ends the process so that whoever supervises it starts it again (EX_TEMPFAIL of sysexits.h). */
const START_AGAIN = 75;

function appVersion(): string {
  const about: unknown = JSON.parse(readFileSync(resolve(PROJECT, 'package.json'), 'utf8'));
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown';
}

function giveUp(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The browser shell: the host behind a loopback door, for any browser on this machine. */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env, PROJECT);
  if (!environment.ok) giveUp(environment.error.message);
  const { dataFolder, packFolder, port, logLevel, pairing, devOrigin, token, canLeave, canRestart, contentLimits } = environment.value;
  const lock = lockDataFolder(dataFolder);
  if (!lock.ok) giveUp(`Another kiosk is running on ${dataFolder}. Stop it, or set DATA_DIR to another folder.`);

  const log = keptLog(dataFolder, logLevel);
  const stop = new AbortController();
  const ports = machinePorts({ dataFolder, packFolder, lock: lock.value }, log, fileSecrets(dataFolder), contentLimits);
  const host = createHost(ports, {
    shell: 'browser',
    appVersion: appVersion(),
    machine: { name: hostname().slice(0, 120), platform: `${platform()} ${release()}`.slice(0, 60) },
    mediaBase: '/media/',
    // Whoever opened the window closes it when this process ends (build/commands).
    leave: canLeave ? () => stop.abort(0) : null,
    remote: {
      capture: parentCapture({ send: process.send?.bind(process), on: (event, listener) => process.on(event, listener) }),
      ...(canRestart ? { restart: () => stop.abort(START_AGAIN) } : {}),
    },
  });
  hearPageRestarts({ on: (event, listener) => process.on(event, listener) }, host.notePageRestart);
  const pageFolder = resolve(PROJECT, 'dist', 'renderer');
  const door = await openDoor({ host, log, pageFolder, media: { pack: packFolder, made: resolve(PROJECT, 'dist', 'media'), content: contentFolder(dataFolder) }, port, devOrigin, token: token ?? systemRandom.secret(32) });
  if (!door.ok) giveUp(`Port ${port} cannot be used (${door.error.message}). Stop the program that uses it, or set KIOSK_PORT to another number.`);

  const started = await host.start(pairing);
  if (started.pairing !== null) {
    process.stderr.write(`The kiosk could not be paired with ${pairing?.centreUrl}: ${started.pairing.message}. It starts without a centre; pair it on its set-up screen.\n`);
  }
  if (started.ledger !== null) process.stderr.write(`The ledger cannot be opened: ${started.ledger.message}. Taps are refused until it can.\n`);
  process.stdout.write(`Kiosk   ${door.value.url}\n`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(0));
  stop.signal.addEventListener('abort', () => {
    void Promise.all([door.value.close(), host.close()]).then(() => {
      lock.value.release();
      process.exit(stop.signal.reason === START_AGAIN ? START_AGAIN : 0);
    });
  });
}

await main();
