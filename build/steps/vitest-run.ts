import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../project-root.ts';

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  /** Each failed test or file with the first lines of its reason, to be said again at the end of a long log. */
  readonly failures: readonly string[];
  /** Titles of tests that could only say that what they are for could not be run here. */
  readonly notRun: readonly string[];
};

/** Of a failure's reason. */
const REASON_LINES = 4;
const REASON_WIDTH = 2_000;

const NOT_RUN = 'COULD NOT RUN';
const NOTHING: Counts = { passed: 0, failed: 0, failures: [], notRun: [] };
const CRASHED: Counts = { ...NOTHING, failed: 1, failures: ['Vitest ended without a report that can be read.'] };

/**
 * Runs the named Vitest projects with their ordinary report on the terminal, and counts the tests. `further` goes to
 * Vitest as it is.
 */
export async function runVitest(projects: readonly string[], further: readonly string[] = []): Promise<Counts> {
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
      ...further,
    ]);
    const text = await readFile(report, 'utf8').catch(() => null);
    if (text === null) return code === 0 ? NOTHING : CRASHED;
    const counts = countTests(JSON.parse(text));
    if (code === 0 || counts.failed > 0) return counts;
    // A file that does not load, or an unhandled rejection, fails the run without failing a test.
    const failures = counts.failures.length > 0 ? counts.failures : ['An error outside every test; see "Unhandled Errors" above.'];
    return { ...counts, failed: 1, failures };
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
  const { numPassedTests, numFailedTests, testResults } = fieldsOf(report);
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return CRASHED;
  const files = listOf(testResults);
  return { passed: numPassedTests, failed: numFailedTests, failures: files.flatMap(failuresOfFile), notRun: files.flatMap(notRunOfFile) };
}

function failuresOfFile(file: unknown): readonly string[] {
  const { name, status, message, assertionResults } = fieldsOf(file);
  const failed = listOf(assertionResults).map(fieldsOf).filter((test) => test['status'] === 'failed');
  const where = relative(ROOT, String(name));
  if (failed.length === 0) return status === 'failed' ? [`${where}: ${beginning(message)}`] : [];
  return failed.map((test) => `${where} > ${String(test['fullName'])}: ${beginning(listOf(test['failureMessages'])[0])}`);
}

function notRunOfFile(file: unknown): readonly string[] {
  const titles = listOf(fieldsOf(file)['assertionResults']).map((test) => String(fieldsOf(test)['fullName']));
  return titles.filter((title) => title.includes(NOT_RUN));
}

/** What is needed to see a failure again: a property says its seed and its counterexample in the lines after its first. */
function beginning(text: unknown): string {
  const lines = (typeof text === 'string' ? text : 'no reason given').split('\n', REASON_LINES);
  return lines.map((line) => line.slice(0, REASON_WIDTH)).join('\n  ').trimEnd();
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
