import { isAbsolute, join } from 'node:path';
import { answerKiosk, START_AGAIN } from '../launch/answer-kiosk.ts';
import { startProgram } from '../launch/child-program.ts';
import { buildParts } from '../parts/build-parts.ts';
import { ROOT } from '../project-root.ts';
import { showKiosk } from './show-kiosk.ts';

/** The host opens its ledger and, with a pairing code, asks the centre; a slow disk may take this long, ms. */
const PATIENCE = 60_000;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `npm run kiosk [-- --no-window]`: a kiosk alone, paired when CENTRE_URL and PAIRING_CODE are set. */
async function main(): Promise<number> {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--no-window');
  if (unknown !== undefined) {
    say(`npm run kiosk does not know ${unknown}. It knows: npm run kiosk -- --no-window`);
    return 2;
  }
  const showsWindow = !process.argv.includes('--no-window');
  const stopped = new Promise<'stopped'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stopped'));
  });
  const built = await buildParts({ force: false, log: say });
  if (built.some((part) => !part.ok)) say('Not everything could be built (npm run build says what); the kiosk starts with what is there.');

  const given = process.env['DATA_DIR'] ?? '';
  const folder = given === '' ? 'data' : given;
  const dataDir = isAbsolute(folder) ? folder : join(ROOT, folder);
  for (;;) {
    const outcome = await runKiosk({ dataDir, showsWindow, stopped });
    if (outcome !== START_AGAIN) return outcome;
    say('Staff asked the kiosk to start anew.');
  }
}

type Run = { readonly dataDir: string; readonly showsWindow: boolean; readonly stopped: Promise<'stopped'> };

/** One life of the host with its window; the exit code. */
async function runKiosk({ dataDir, showsWindow, stopped }: Run): Promise<number> {
  const host = startProgram({
    name: 'kiosk',
    args: ['host/node-main.ts'],
    env: { DATA_DIR: dataDir, KIOSK_CAN_RESTART: '1', ...(showsWindow ? { KIOSK_CAN_LEAVE: '1' } : {}) },
    logFile: join(dataDir, 'log', 'kiosk.log'),
  });
  let url: string;
  try {
    url = await Promise.race([host.address('Kiosk', PATIENCE), stopped.then(() => '')]);
  } catch {
    // The host's own last line says why it did not come up; the wait's error adds nothing.
    for (const line of host.lastLines()) say(line);
    return 1;
  }
  for (const line of host.lastLines()) if (!line.startsWith('{')) console.log(line);
  const window = url !== '' && showsWindow ? await showKiosk({ url, dataDir, say, onRestart: (restart) => host.tell({ kind: 'page-restarted', ...restart }) }) : null;
  answerKiosk(host, async () => (window === null ? null : window.takePicture()));
  // When the window is gone for good the host stays: its taps still have to reach the centre.
  const outcome = await Promise.race([stopped, host.ended]);
  await window?.close();
  await host.stop();
  return outcome === 'stopped' ? 0 : (outcome ?? 1);
}

process.exit(await main());
