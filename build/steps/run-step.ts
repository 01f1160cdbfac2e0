import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { ROOT } from '../project-root.ts';

export type Step = {
  readonly name: string;
  /** Arguments of this same Node: every tool of the project is a script in node_modules. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** `stdout`: a step that succeeds gives only what it printed there, because it is read by a program. */
  readonly output?: 'all' | 'stdout';
};

export type StepResult = {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
};

/** Runs a step to its end and keeps what it printed. Never rejects: a step that cannot start has failed. */
export function runStep(step: Step): Promise<StepResult> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...step.args], {
      cwd: ROOT,
      env: { ...process.env, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const all: Buffer[] = [];
    const plain: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      all.push(chunk);
      plain.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => all.push(chunk));
    const finish = (ok: boolean, extra = ''): void => {
      resolve({
        name: step.name,
        ok,
        seconds: (performance.now() - began) / 1000,
        output: Buffer.concat(ok && step.output === 'stdout' ? plain : all).toString('utf8') + extra,
      });
    };
    child.on('error', (error) => finish(false, error.message));
    child.on('close', (code) => finish(code === 0));
  });
}

/** Runs the steps, at most `width` at a time, in order; `report` hears of each as it ends. */
export async function runSteps(
  steps: readonly Step[],
  width: number,
  report: (result: StepResult) => void,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...steps];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
