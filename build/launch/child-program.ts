import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { inProject } from '../project-root.ts';

/** Time a program has to close its files before it is killed, ms. */
const GRACE = 10_000;

/**
 * For the GNU C library's malloc, other systems do not know it. Each thread of Node has a heap of its own there, which keeps what it
 * once needed and comes apart over days: a kiosk that did nothing but take new content grew by some 0.5 MB each time.
 */
const STEADY_MEMORY = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536', MALLOC_MMAP_THRESHOLD_: '65536' };

export type ChildProgram = {
  readonly name: string;
  readonly pid: number;
  /** The address in a line `<label>  http://…` that the program printed; rejects when it ends before. */
  readonly address: (label: string, patience: number) => Promise<string>;
  /** Last lines printed, for the message when it fails. */
  readonly lastLines: () => readonly string[];
  readonly ended: Promise<number | null>;
  /** Answers what the program asks over the channel between the processes. */
  readonly answer: (take: (question: unknown) => Promise<Readonly<Record<string, unknown>> | null>) => void;
  /** Says something to it over that channel; nothing when it has ended. */
  readonly tell: (message: Readonly<Record<string, unknown>>) => void;
  /** Asks it to end, waits, and kills it when it does not. Harmless when it has ended. */
  readonly stop: () => Promise<void>;
};

export type ChildOptions = {
  readonly name: string;
  readonly command?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything it prints goes here; the file of the last run is kept as `.1`. */
  readonly logFile: string;
};

/** Starts a program of the house as a process of its own. */
export function startProgram(options: ChildOptions): ChildProgram {
  const child = spawn(options.command ?? process.execPath, [...options.args], {
    cwd: inProject(),
    env: { ...STEADY_MEMORY, ...process.env, ...options.env },
    // The channel closes when this process dies, and the program ends with it; a kiosk asks over it for a picture of its window.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = openLog(options.logFile);
  const kept: string[] = [];
  const listeners = new Set<(line: string) => void>();
  const hear = (line: string): void => {
    log.write(`${line}\n`);
    kept.push(line);
    if (kept.length > 200) kept.shift();
    for (const listener of listeners) listener(line);
  };
  for (const input of [child.stdout, child.stderr]) {
    if (input !== null) createInterface({ input }).on('line', hear);
  }

  const ended = new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      hear(error.message);
      resolve(1);
    });
    child.on('close', (code) => {
      log.end();
      resolve(code);
    });
  });

  return {
    name: options.name,
    pid: child.pid ?? 0,
    lastLines: () => kept.slice(-15),
    ended,
    address: (label, patience) => waitForAddress({ name: options.name, label, patience, kept, listeners, ended }),
    answer: (take) => {
      child.on('message', (question: unknown) => {
        take(question).then(
          (reply) => {
            if (reply !== null && child.connected) child.send(reply);
          },
          (error: unknown) => hear(`A question of ${options.name} was not answered: ${String(error)}`),
        );
      });
    },
    tell: (message) => {
      if (child.connected) child.send(message);
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
      await ended;
      clearTimeout(timer);
    },
  };
}

type AddressWait = {
  readonly name: string;
  readonly label: string;
  readonly patience: number;
  readonly kept: readonly string[];
  readonly listeners: Set<(line: string) => void>;
  readonly ended: Promise<number | null>;
};

function waitForAddress({ name, label, patience, kept, listeners, ended }: AddressWait): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error(`${name} printed no "${label}" address within ${patience / 1000} s.`))), patience);
    const listen = (line: string): void => {
      const address = findAddress(line, label);
      if (address !== null) finish(() => resolve(address));
    };
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      listeners.delete(listen);
      settle();
    };
    listeners.add(listen);
    void ended.then((code) => finish(() => reject(new Error(`${name} ended with ${code ?? 'a signal'} before it was ready.`))));
    for (const line of kept) listen(line);
  });
}

/** Reads `Centre  http://127.0.0.1:8080` in the form all programs of the house print their addresses. */
export function findAddress(line: string, label: string): string | null {
  return new RegExp(`^${label}\\s+(https?://\\S+)\\s*$`).exec(line)?.[1] ?? null;
}

function openLog(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    renameSync(file, `${file}.1`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return createWriteStream(file);
}
