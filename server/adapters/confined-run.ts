import { execFile } from 'node:child_process';
import { bareEnvironment } from './bare-environment.ts';

/** Address space of one run, kB: a film of the largest size we take needs a third. */
const MEMORY_KB = 2 * 1024 * 1024;
const MOST_OUTPUT = 4 * 1024 * 1024;
/** The limits of setrlimit(2), as every POSIX shell sets them; a system that knows one of them less goes on without it. */
const CONFINED = `ulimit -c 0; ulimit -f 0; ulimit -v ${MEMORY_KB}; ulimit -t "$1"; shift; exec "$@"`;
/** What a shell answers when there is no such program. */
const NOT_FOUND = 127;

export type Ran = Buffer | 'absent' | 'failed';
export type ConfinedRun = (program: string, words: readonly string[], timeoutMs: number) => Promise<Ran>;

/**
 * Runs programs over bytes that strangers sent: at most `atOnce` together, without our secrets in their environment,
 * without a file they may write, with bounded memory, processor time and output, and killed when their time is up.
 * Windows has no such limits for a child; there only time, output and environment are bounded.
 */
export function confinedRun(atOnce: number): ConfinedRun {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  return async (program, words, timeoutMs) => {
    while (running >= atOnce) await new Promise<void>((go) => void waiting.push(go));
    running += 1;
    try {
      return await run(program, words, timeoutMs);
    } finally {
      leave();
    }
  };
}

function run(program: string, words: readonly string[], timeout: number): Promise<Ran> {
  const isPosix = process.platform !== 'win32';
  // The words are arguments of the shell's own, never part of what it reads as commands.
  const [file, args] = isPosix ? ['/bin/sh', ['-c', CONFINED, 'confined', String(Math.ceil(timeout / 1_000) * 2), program, ...words]] : [program, [...words]];
  return new Promise((resolve) => {
    execFile(file, args, { env: bareEnvironment(), timeout, killSignal: 'SIGKILL', maxBuffer: MOST_OUTPUT, encoding: 'buffer', windowsHide: true }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else resolve(error.code === 'ENOENT' || error.code === NOT_FOUND ? 'absent' : 'failed');
    });
  });
}
