import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { writeInput } from './fuzz-input.ts';
import type { InputKind, Opened } from './target.ts';

/** An input that the code did not stand: it threw, or took far longer than others. */
export type Finding = { readonly kind: 'threw' | 'slow' | 'hung' | 'memory' | 'grew'; readonly detail: string; readonly input: string };

/** An input is slow over this, ms, and over so many times the median of the run. */
export const SLOW = { ms: 250, medians: 50 } as const;
const MIB = 1024 * 1024;
/** What may be left on the heap after a run beyond what was there when it had warmed up. */
export const MOST_GROWTH = 32 * MIB;
/** Findings of one target after which it is left: more say nothing new. */
const MOST_FINDINGS = 8;
const BUCKETS = 64;

export type Trial = ReturnType<typeof startTrial>;

/** Runs inputs one after the other, and keeps what is to be said of them. `announce` is told what is about to run. */
export function startTrial(kind: InputKind, opened: Opened, announce: (input: unknown) => void) {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // What the last inputs left in queues goes only with a turn of the loop: the least of several looks is what is held.
  const heapAfterGc = async (): Promise<number> => {
    let least = Infinity;
    for (let look = 0; look < 4; look += 1) {
      if (typeof collect === 'function') collect();
      const { used_heap_size: used, external_memory: external } = getHeapStatistics();
      least = Math.min(least, used + external);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return least;
  };
  const findings = new Map<string, Finding>();
  // Counts by powers of √2 of a microsecond: a median of a million times without keeping them.
  const times = new Float64Array(BUCKETS);
  let [inputs, slowest, slowestInput, peak] = [0, 0, '', 0];

  const median = (): number => {
    let left = inputs / 2;
    const bucket = times.findIndex((count) => (left -= count) <= 0);
    return 2 ** (Math.max(0, bucket) / 2) / 1000;
  };
  const note = (key: string, finding: Finding): void => void (findings.size < MOST_FINDINGS && !findings.has(key) && findings.set(key, finding));
  const failed = (problem: unknown, input: unknown): string => {
    const key = keyOf(problem);
    note(key, { kind: 'threw', detail: key, input: writeInput(kind, input) });
    return key;
  };
  const took = (ms: number, input: unknown): void => {
    inputs += 1;
    const bucket = Math.min(BUCKETS - 1, Math.max(0, Math.round(Math.log2(ms * 1000 + 1) * 2)));
    times[bucket] = (times[bucket] ?? 0) + 1;
    if (ms > slowest) [slowest, slowestInput] = [ms, writeInput(kind, input)];
  };

  /** Null when it went well, else what happened. */
  const run = (input: unknown): string | null | Promise<string | null> => {
    announce(input);
    const start = performance.now();
    try {
      const answer = opened.run(input);
      if (!(answer instanceof Promise)) return took(performance.now() - start, input), null;
      return answer.then(
        () => (took(performance.now() - start, input), null),
        (problem: unknown) => (took(performance.now() - start, input), failed(problem, input)),
      );
    } catch (problem) {
      took(performance.now() - start, input);
      return failed(problem, input);
    }
  };
  return {
    run,
    /** Says that an input is about to run that is not counted. */
    announce,
    note,
    heapAfterGc,
    count: (): number => inputs,
    findings: (): number => findings.size,
    keys: (): readonly string[] => [...findings.keys()],
    isOver: (): boolean => findings.size >= MOST_FINDINGS,
    smaller: (key: string, input: unknown): void => void findings.set(key, { kind: 'threw', detail: key, input: writeInput(kind, input) }),
    notePeak: (): void => void (peak = Math.max(peak, getHeapStatistics().used_heap_size)),
    figures: () => ({ inputs, medianMs: median(), slowestMs: slowest, slowestInput, peakHeapMiB: peak / MIB, findings: [...findings.values()] }),
  };
}

/** Two throws of the same sentence at the same line are one bug. */
function keyOf(problem: unknown): string {
  if (!(problem instanceof Error)) return `threw ${String(problem)}`;
  const place = (problem.stack ?? '').split('\n').find((line) => /\/(domain|contract|host|server|renderer|handoff|assets)\//.test(line) && !line.includes('/tests/'));
  const short = /((?:domain|contract|host|server|renderer|handoff|assets)\/[^\s)]+)/.exec(place ?? '')?.[1] ?? '';
  return `${problem.name}: ${problem.message.slice(0, 160)}${short === '' ? '' : ` at ${short}`}`;
}
