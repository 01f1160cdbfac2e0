import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from '#build/project-root.ts';
import { readInput } from './fuzz-input.ts';
import { fuzzTarget, type Figures } from './fuzz-target.ts';
import { seedFor } from './random.ts';
import { runInThread } from './run-in-thread.ts';
import { findTarget, TARGETS } from './targets/index.ts';

/** `npm run fuzz [-- --inputs N --seed S --only NAME --json | --replay FILE]`; see docs/reliability.md. */
const USAGE = `Usage: npm run fuzz [-- --inputs N] [--seed S] [--only NAME] [--threads N] [--json]
       npm run fuzz -- --replay FILE

  --inputs N     inputs in total, shared among the targets; 1000000 unless told
  --seed S       the same seed makes the same inputs; 1 unless told
  --only NAME    one target: ${TARGETS.filter(({ planted }) => planted !== true).map(({ name }) => name).join(', ')}
  --threads N    targets at the same time, each in a thread of its own; 2 unless told.
                 0: all in this one, where nothing ends an input that never does
  --replay FILE  runs the input of a finding once more, and shows what it throws
`;
/** Where findings are kept for --replay; not tracked. */
const FINDINGS = inProject('dist', 'fuzz');

function readCall() {
  try {
    const { values } = parseArgs({ options: { inputs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' }, only: { type: 'string' }, json: { type: 'boolean', default: false }, replay: { type: 'string' }, threads: { type: 'string', default: '2' } } });
    const [inputs, seed, threads] = [Number(values.inputs), Number(values.seed), Number(values.threads)];
    const isKnown = values.only === undefined || TARGETS.some(({ name }) => name === values.only);
    return Number.isInteger(inputs) && inputs > 0 && Number.isInteger(seed) && Number.isInteger(threads) && threads >= 0 && isKnown ? { ...values, inputs, seed, threads } : null;
  } catch (cause) {
    if (cause instanceof TypeError && 'code' in cause) return null;
    throw cause;
  }
}

async function replay(file: string): Promise<void> {
  const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof kept !== 'object' || kept === null || !('target' in kept) || !('input' in kept)) throw new Error(`${file} is no finding`);
  const target = findTarget(String(kept.target));
  const opened = await target.open();
  const start = performance.now();
  try {
    await opened.run(readInput(target.kind, String(kept.input)));
    console.log(`${target.name}: nothing was thrown; ${(performance.now() - start).toFixed(1)} ms`);
  } finally {
    await opened.close?.();
  }
}

/** The file of a finding: what --replay takes. */
function keep({ name, findings }: Figures): readonly string[] {
  mkdirSync(FINDINGS, { recursive: true });
  return findings.map((finding, index) => {
    const file = join(FINDINGS, `${name}-${index + 1}.json`);
    writeFileSync(file, `${JSON.stringify({ target: name, ...finding })}\n`);
    return file;
  });
}

const cell = (value: string | number, width: number): string => String(value).padStart(width);
const HEAD = `${'target'.padEnd(16)}${cell('inputs', 10)}${cell('/s', 8)}${cell('corpus', 8)}${cell('reached', 9)}${cell('median ms', 11)}${cell('slowest', 9)}${cell('peak MiB', 10)}${cell('grown', 7)}${cell('found', 7)}`;
const lineOf = (one: Figures): string =>
  `${one.name.padEnd(16)}${cell(one.inputs, 10)}${cell(one.perSecond, 8)}${cell(one.corpus, 8)}${cell(one.reached, 9)}${cell(one.medianMs.toFixed(3), 11)}${cell(one.slowestMs.toFixed(1), 9)}${cell(one.peakHeapMiB.toFixed(0), 10)}${cell(one.grownMiB.toFixed(1), 7)}${cell(one.findings.length, 7)}`;

async function fuzz({ inputs, seed, threads, only, json }: NonNullable<ReturnType<typeof readCall>>): Promise<void> {
  const chosen = TARGETS.filter(({ name, planted }) => (only === undefined ? planted !== true : name === only));
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  const start = Date.now();
  const all: Figures[] = [];
  if (!json) console.log(HEAD);
  const waiting = [...chosen];
  const work = async (): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const count = Math.ceil((inputs * target.share) / shares);
      const figures = await (threads === 0 ? fuzzTarget(target, count, seedFor(target.name, seed)) : runInThread(target, count, seedFor(target.name, seed)));
      all.push(figures);
      const files = keep(figures);
      if (json) continue;
      console.log(lineOf(figures));
      figures.findings.forEach(({ kind, detail, input }, index) => console.log(`  ${kind}: ${detail}\n    ${input.slice(0, 300)}\n    npm run fuzz -- --replay ${files[index] ?? ''}`));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, threads) }, work));
  const total = all.reduce((sum, one) => sum + one.inputs, 0);
  const findings = all.reduce((sum, one) => sum + one.findings.length, 0);
  const seconds = (Date.now() - start) / 1000;
  if (json) console.log(JSON.stringify({ seed, inputs: total, findings, seconds, targets: all }));
  else console.log(`${total} inputs in ${seconds.toFixed(0)} s with seed ${seed}: ${findings} findings`);
  process.exitCode = findings === 0 ? 0 : 1;
}

const call = readCall();
if (call === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else if (call.replay !== undefined) await replay(call.replay);
else await fuzz(call);
