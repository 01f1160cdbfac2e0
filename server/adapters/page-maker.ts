import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { bareEnvironment } from './bare-environment.ts';

/** Drawing fifty guides takes two seconds of one core; a busy machine is given more. */
const PATIENCE_MS = 120_000;
const LONGEST_REASON = 500;

export type PageMakerCall = { readonly maker: string; readonly pack: string; readonly out: string; readonly today: string; readonly signal: AbortSignal };

/**
 * Runs the page maker of a built hand-off in a process of its own, so that drawing holds up no request.
 * Null when it came to a good end, else what it said.
 */
export function runPageMaker({ maker, pack, out, today, signal }: PageMakerCall): Promise<string | null> {
  const words = ['--max-old-space-size=256', maker, '--pack', pack, '--out', out, '--today', today];
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      words,
      { env: { ...bareEnvironment(), NODE_ENV: 'production' }, timeout: PATIENCE_MS, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024, windowsHide: true, signal },
      (error, _stdout, stderr) => done(error === null ? null : reasonOf(error, stderr)),
    );
    beNice(child.pid);
  });
}

function reasonOf(error: Error & { readonly killed?: boolean }, stderr: string): string {
  if (error.name === 'AbortError') return 'the centre is stopping';
  if (error.killed === true) return `the page maker was ended after ${PATIENCE_MS / 1_000} s`;
  const said = stderr.trim();
  return (said === '' ? error.message : said).slice(0, LONGEST_REASON);
}

function beNice(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system has no such thing: it is drawn all the same.
  }
}
