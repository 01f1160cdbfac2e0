import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../project-root.ts';

export type Counts = { readonly passed: number; readonly failed: number };

const CRASHED: Counts = { passed: 0, failed: 1 };

/** Runs the named Vitest projects with their ordinary report on the terminal, and counts the tests. */
export async function runVitest(projects: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cham-vitest-'));
  const report = join(folder, 'report.json');
  try {
    const code = await vitest([
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
    ]);
    const text = await readFile(report, 'utf8').catch(() => null);
    if (text === null) return code === 0 ? { passed: 0, failed: 0 } : CRASHED;
    const counts = countTests(JSON.parse(text));
    // A file that does not load, or an unhandled rejection, fails the run without failing a test.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function vitest(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Reads Vitest's JSON report; a report of another form counts as one failure. */
export function countTests(report: unknown): Counts {
  if (typeof report !== 'object' || report === null) return CRASHED;
  const { numPassedTests, numFailedTests } = report as Record<string, unknown>;
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return CRASHED;
  return { passed: numPassedTests, failed: numFailedTests };
}
