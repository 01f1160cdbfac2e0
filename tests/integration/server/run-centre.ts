import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../../', import.meta.url));

export type RunningCentre = {
  readonly pid: number;
  readonly url: string;
  readonly staffLink: string;
  /** Everything it wrote on standard output up to now. */
  output(): string;
  /** Sends the signal and waits for the end; the exit code, or null when a signal ended it. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
};

function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: '', PUBLIC_URL: '', HOST: '', LOG_LEVEL: 'warn', NODE_OPTIONS: '', ...more };
}

/** `server/main.ts` as a process of its own on a free port. */
export async function runCentre(dataDir: string, more: Record<string, string> = {}): Promise<RunningCentre> {
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: project, env: environment({ DATA_DIR: dataDir, PORT: '0', ...more }), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let problems = '';
  child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\nStaff ')) resolve();
    });
    void ended.then((code) => reject(new Error(`the centre ended with ${code}: ${problems}`)));
  });
  return {
    pid: child.pid ?? 0,
    url: /^Centre {2}(\S+)$/m.exec(output)?.[1] ?? '',
    staffLink: /^Staff {3}(\S+)$/m.exec(output)?.[1] ?? '',
    output: () => output,
    end: (signal) => endProcess(child, ended, signal),
  };
}

function endProcess(child: ChildProcess, ended: Promise<number | null>, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  return ended;
}

export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a program of the centre to its end. */
export function runToEnd(program: 'main' | 'manage', words: readonly string[], variables: Record<string, string>): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`server/${program}.ts`, ...words], { cwd: project, env: environment(variables), encoding: 'utf8', timeout: 60_000 });
  return { status, stdout, stderr };
}

/** The same while this process goes on, so that its requests run meanwhile. */
export async function runBeside(program: 'main' | 'manage', words: readonly string[], variables: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [`server/${program}.ts`, ...words], { cwd: project, env: environment(variables), stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, stdout, stderr };
}
