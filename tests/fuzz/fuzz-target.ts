import { startCoverage } from './coverage.ts';
import { readInput } from './fuzz-input.ts';
import { runGenerated } from './generated.ts';
import { runGuided } from './guided.ts';
import type { Target } from './target.ts';
import { MOST_GROWTH, SLOW, startTrial, type Finding } from './trial.ts';

export type Figures = {
  readonly name: string;
  readonly inputs: number;
  readonly perSecond: number;
  /** Inputs that the guided engine kept because they reached something new, the seeds among them. */
  readonly corpus: number;
  /** Signs of source text that ran. */
  readonly reached: number;
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly peakHeapMiB: number;
  /** What the heap held after the run beyond what it held when it had warmed up. */
  readonly grownMiB: number;
  readonly findings: readonly Finding[];
};

/** Of its inputs so many go to the guided engine; the rest is drawn by fast-check. */
const GUIDED = 0.7;
const WARM_UP = 0.2;

/** Fuzzes one target with so many inputs in this thread; `announce` may look at each before it runs. The same seed makes the same inputs. */
export async function fuzzTarget(target: Target, inputs: number, seed: number, announce: (input: unknown) => void = () => undefined): Promise<Figures> {
  // Before anything runs: V8 counts the parts of those functions only that it compiles from now on.
  const coverage = startCoverage();
  const opened = await target.open();
  try {
    const trial = startTrial(target.kind, opened, announce);
    const start = performance.now();
    await runGenerated(target, opened, trial, Math.ceil(inputs * WARM_UP), seed);
    const warm = await trial.heapAfterGc();
    const corpus = await runGuided(target, opened, trial, coverage, Math.ceil(inputs * GUIDED), seed);
    await runGenerated(target, opened, trial, Math.max(0, inputs - trial.count()), seed + 1_000);
    const seconds = (performance.now() - start) / 1000;
    const grown = (await trial.heapAfterGc()) - warm;
    if (grown > MOST_GROWTH) trial.note('grew', { kind: 'grew', detail: `the heap held ${Math.round(grown / 1024 / 1024)} MiB more after the run than when it had warmed up`, input: 'null' });
    await noteSlow(target, trial);
    const { slowestInput: _, ...figures } = trial.figures();
    return { name: target.name, ...figures, perSecond: Math.round(figures.inputs / seconds), corpus: corpus.kept, reached: corpus.reached, grownMiB: grown / 1024 / 1024 };
  } finally {
    coverage.stop();
    await opened.close?.();
  }
}

/** A machine that is busy makes any input slow: it counts when it takes the processor's time, each time. */
async function noteSlow(target: Target, trial: ReturnType<typeof startTrial>): Promise<void> {
  const { slowestMs, slowestInput, medianMs } = trial.figures();
  const isSlow = (ms: number): boolean => ms > SLOW.ms && ms > SLOW.medians * medianMs;
  if (!isSlow(slowestMs)) return;
  const input = readInput(target.kind, slowestInput);
  const times: number[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    const start = process.threadCpuUsage();
    await trial.run(input);
    const { user, system } = process.threadCpuUsage(start);
    times.push((user + system) / 1000);
  }
  const least = Math.min(...times);
  if (isSlow(least)) trial.note('slow', { kind: 'slow', detail: `takes ${Math.round(least)} ms each time; the median is ${medianMs.toFixed(3)} ms`, input: slowestInput });
}
