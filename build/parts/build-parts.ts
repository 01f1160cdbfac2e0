import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT, inProject } from '../project-root.ts';
import { runStep, type StepResult } from '../steps/run-step.ts';
import { withBuildLock } from './build-lock.ts';
import type { Part } from './part.ts';
import { PARTS } from './parts.ts';
import { sourceStamp } from './source-stamp.ts';

const STAMPS = 'dist/.stamps';

/** Builds what is missing or stale and reports one result for each part it had to build. */
export async function buildParts(options: {
  readonly force: boolean;
  /** Names of the parts that are wanted; all when left out. */
  readonly only?: readonly string[];
  readonly log: (line: string) => void;
}): Promise<readonly StepResult[]> {
  const { only } = options;
  const wanted = only === undefined ? PARTS : PARTS.filter((part) => only.includes(part.name));
  if (!options.force && wanted.every((part) => isFresh(part, stampOf(part)))) return [];
  return withBuildLock(inProject('dist/.building'), async () => {
    const results: StepResult[] = [];
    for (const part of wanted) {
      const stamp = stampOf(part);
      if (!options.force && isFresh(part, stamp)) continue;
      const result = await buildPart(part, stamp);
      results.push(result);
      options.log(`${result.ok ? '✓' : '✗'} ${result.name.padEnd(18)} ${result.seconds.toFixed(1)} s`);
      if (!result.ok) options.log(result.output.trimEnd());
    }
    return results;
  });
}

function stampOf(part: Part): string {
  return sourceStamp(ROOT, part.sources) + (part.daily === true ? new Date().toISOString().slice(0, 10) : '');
}

async function buildPart(part: Part, stamp: string): Promise<StepResult> {
  if (!existsSync(inProject(part.entry))) {
    return { name: part.step.name, ok: false, seconds: 0, output: `${part.entry} is missing.` };
  }
  // A build from within a test run must not be a build for tests.
  const result = await runStep({ ...part.step, env: { ...part.step.env, NODE_ENV: 'production' } });
  if (!result.ok) return result;
  const missing = part.outputs.filter((output) => !existsSync(inProject(output)));
  if (missing.length > 0) return { ...result, ok: false, output: `Built without ${missing.join(', ')}.\n${result.output}` };
  mkdirSync(inProject(STAMPS), { recursive: true });
  writeFileSync(inProject(STAMPS, part.name), stamp);
  return result;
}

function isFresh(part: Part, stamp: string): boolean {
  if (part.outputs.some((output) => !existsSync(inProject(output)))) return false;
  const file = inProject(STAMPS, part.name);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}
