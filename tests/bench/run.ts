import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { basename } from 'node:path';
import { buildParts } from '#build/parts/build-parts.ts';
import { inProject } from '#build/project-root.ts';
import { figureLine, isAcceptable, type Figure } from './figure.ts';

/**
 * `npm run bench [-- name …] [--json]`: runs every bench beside this file as a process of its own, so
 * that none warms or crowds another, and prints one table. Other flags go to the benches.
 */
const HALF_AN_HOUR = 30 * 60 * 1000;
const words = process.argv.slice(2);
const asJson = words.includes('--json');
const wanted = words.filter((word) => !word.startsWith('--'));
const further = words.filter((word) => word.startsWith('--') && word !== '--json');
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 1024 ** 3).toFixed(0)} GiB, Node ${process.versions.node}, ${process.platform}, load ${(loadavg()[0] ?? 0).toFixed(1)} before`;

// The pages that are measured are the built ones.
const built = await buildParts({ force: false, log: (line) => process.stderr.write(`${line}\n`) });
if (built.some((result) => !result.ok && result.name !== 'build electron')) process.exit(1);

const benches = globSync('tests/bench/**/*.bench.ts', { cwd: inProject() })
  .filter((file) => wanted.length === 0 || wanted.some((word) => basename(file).startsWith(word)))
  .toSorted();

const results: { readonly bench: string; readonly figures: readonly Figure[]; readonly error: string | null }[] = [];
if (!asJson) console.log(machine);
for (const file of benches) {
  const result = runBench(file);
  results.push(result);
  if (asJson) continue;
  console.log(`\n${result.bench}${result.error === null ? '' : `: ${result.error}`}`);
  for (const figure of result.figures) console.log(figureLine(figure));
}
if (asJson) console.log(JSON.stringify({ machine, results }));
process.exitCode = results.every((result) => result.error === null && result.figures.every(isAcceptable)) ? 0 : 1;

function runBench(file: string): (typeof results)[number] {
  const bench = basename(file, '.bench.ts');
  const run = spawnSync(process.execPath, ['--expose-gc', file, '--json', ...further], {
    cwd: inProject(),
    encoding: 'utf8',
    timeout: HALF_AN_HOUR,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) return { bench, figures: [], error: whatWasSaid(run.stderr) || `ended with ${run.status ?? run.signal}` };
  return { bench, figures: parseFigures(run.stdout), error: null };
}

/** The error and the first places it passed through. */
function whatWasSaid(output: string): string {
  const lines = output.trim().split('\n');
  const at = lines.findIndex((line) => /Error\b/.test(line));
  return lines.slice(at === -1 ? -5 : at).slice(0, 5).join('\n');
}

/** The last line of a bench is its figures, or an object whose numbers are taken as they are called. */
function parseFigures(output: string): readonly Figure[] {
  const answer: unknown = JSON.parse(output.trim().split('\n').at(-1) ?? '[]');
  if (Array.isArray(answer)) return answer.filter(isFigure);
  return Object.entries(answer ?? {}).flatMap(([name, value]) => (typeof value === 'number' ? [{ name, value, unit: '' }] : []));
}

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'name' in value && 'value' in value && 'unit' in value;
}
