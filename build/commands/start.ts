import { showKiosk, type KioskWindow } from './show-kiosk.ts';
import { answerKiosk, START_AGAIN } from '../launch/answer-kiosk.ts';
import type { ChildProgram } from '../launch/child-program.ts';
import { fetchElectron } from '../launch/fetch-electron.ts';
import { findElectron } from '../launch/programs.ts';
import { StackFailure, runStack, type Stack } from '../launch/run-stack.ts';
import { listenForStop } from '../launch/stop-signal.ts';
import { isPortFree } from '../launch/ports.ts';
import { parseStartOptions, type StartOptions } from '../launch/start-options.ts';
import { buildParts } from '../parts/build-parts.ts';
import { ROOT } from '../project-root.ts';

/** `npm start [-- --no-window]`: a centre, a kiosk enrolled to it, and the kiosk's window. Ctrl-C ends all of it. */
const stopping = listenForStop();

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<number> {
  const parsed = parseStartOptions(process.env, process.argv.slice(2), ROOT);
  if (parsed.kind === 'wrong') {
    say(parsed.message);
    return 2;
  }
  const { options } = parsed;
  const taken = await takenPort(options);
  if (taken !== null) {
    say(taken);
    return 1;
  }
  const built = await buildParts({ force: false, log: say });
  if (stopping.signal.aborted) return 0;
  if (built.some((result) => !result.ok && result.name !== 'build electron')) {
    say('Something could not be built; see above.');
    return 1;
  }
  return runUntilStopped(options);
}

async function runUntilStopped(options: StartOptions): Promise<number> {
  let stack: Stack;
  try {
    stack = await runStack(options, () => stopping.signal.aborted);
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    if (!(error instanceof StackFailure)) throw error;
    say(error.message);
    for (const line of error.lines) say(`  ${line}`);
    say(`The logs are in ${options.dataDir}/log; npm run doctor looks for the cause.`);
    return 1;
  }
  console.log(`Kiosk   ${stack.kioskUrl}`);
  console.log(`Centre  ${stack.centreUrl}`);
  console.log(`Staff   ${stack.staffUrl}`);
  const outcome = await showUntilEnd(stack, options);
  await stack.stop();
  if (outcome === 'stopped' || stopping.signal.aborted) return 0;
  return reportEnd(outcome.program.name, outcome.code, outcome.program.lastLines());
}

/** Until somebody stops it or a program ends for good. A kiosk that staff start anew from afar gets a new window. */
async function showUntilEnd(stack: Stack, options: StartOptions): Promise<'stopped' | Awaited<ReturnType<Stack['ended']>>> {
  for (let url = stack.kioskUrl; ; url = await stack.startKioskAgain()) {
    const window = options.showsWindow && !stopping.signal.aborted ? await openWindow(url, options.dataDir, stack.kiosk()) : null;
    answerKiosk(stack.kiosk(), async () => (window === null ? null : window.takePicture()));
    // A window that is gone for good ends nothing: the kiosk's taps still have to reach the centre.
    const outcome = await Promise.race([stopping.stopped, stack.ended()]);
    await window?.close();
    if (outcome === 'stopped' || stopping.signal.aborted || outcome.program.name !== 'kiosk' || outcome.code !== START_AGAIN) return outcome;
    say('Staff asked the kiosk to start anew.');
  }
}

/** Staff may leave kiosk mode: then the kiosk ends with 0, and so does everything else. */
function reportEnd(name: string, code: number | null, lines: readonly string[]): number {
  if (name === 'kiosk' && code === 0) return 0;
  say(`The ${name} ended by itself (${code ?? 'killed'}); everything was stopped.`);
  for (const line of lines) say(`  ${line}`);
  return 1;
}

async function takenPort(options: StartOptions): Promise<string | null> {
  if (!(await isPortFree(options.centrePort, options.host))) {
    return `Port ${options.centrePort} is taken, perhaps by another npm start. Stop that program, or use another port: PORT=${options.centrePort + 10} npm start`;
  }
  if (!(await isPortFree(options.kioskPort, '127.0.0.1'))) {
    return `Port ${options.kioskPort} is taken, perhaps by another kiosk. Stop that program, or use another port: KIOSK_PORT=${options.kioskPort + 10} npm start`;
  }
  return null;
}

/** Electron if it is here or can be fetched, else an installed browser, else the address to open. */
async function openWindow(url: string, dataDir: string, kiosk: ChildProgram): Promise<KioskWindow | null> {
  if (findElectron() === null && hasDisplay()) {
    say('The Electron binary is not here; trying to fetch it once.');
    if ((await fetchElectron()) === null) say('It cannot be fetched here: the browser shell is used.');
  }
  return stopping.signal.aborted ? null : showKiosk({ url, dataDir, say, onRestart: (restart) => kiosk.tell({ kind: 'page-restarted', ...restart }) });
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || (process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '') !== '';
}

process.exit(await main());
