import { Worker } from 'node:worker_threads';
import type { Figures } from './fuzz-target.ts';
import type { Target } from './target.ts';
import type { Finding } from './trial.ts';

/** An input that runs so long, ms, will not end. */
const HANGS = 60_000;
const LOOK_EVERY = 500;
const ROOM = 2 * 1024 * 1024;
/** What one target may have on its heap, MiB: parsing needs a small part of it. */
const MOST_HEAP = 768;

/** Fuzzes a target in a thread of its own, and says what it did when it does not come back. */
export async function runInThread(target: Target, inputs: number, seed: number): Promise<Figures> {
  const first = await runOnce(target, inputs, seed, Number.MAX_SAFE_INTEGER);
  if (first.lostAt === null) return first.figures;
  // The same seed makes the same inputs: once more, and this time the last ones are written down.
  const second = await runOnce(target, inputs, seed, Math.max(0, first.lostAt - 3));
  return second.lostAt === null ? first.figures : second.figures;
}

type Ran = { readonly figures: Figures; /** Number of the input that it did not come back from. */ readonly lostAt: number | null };

function runOnce(target: Target, inputs: number, seed: number, writeFrom: number): Promise<Ran> {
  const shared = new SharedArrayBuffer(8 + ROOM);
  const state = new Int32Array(shared, 0, 2);
  const workerData = { name: target.name, inputs, seed, shared, writeFrom };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP } });
  const lost = (kind: Finding['kind'], detail: string): Ran => {
    const [count = 0, length = 0] = state;
    const input = length === 0 ? 'null' : new TextDecoder().decode(new Uint8Array(shared, 8, length).slice());
    return { lostAt: count, figures: { name: target.name, inputs: count, perSecond: 0, corpus: 0, reached: 0, medianMs: 0, slowestMs: 0, peakHeapMiB: 0, grownMiB: 0, findings: [{ kind, detail, input }] } };
  };
  return new Promise((resolve) => {
    let [count, since] = [-1, Date.now()];
    const end = (ran: Ran): void => {
      clearInterval(watch);
      void worker.terminate();
      resolve(ran);
    };
    const watch = setInterval(() => {
      const now = state[0] ?? 0;
      if (now !== count) [count, since] = [now, Date.now()];
      // Before its first input a target opens, which may take a while.
      else if (now > 0 && Date.now() - since > HANGS) end(lost('hung', `ran for ${HANGS / 1000} s and did not end`));
    }, LOOK_EVERY);
    worker.once('message', (figures: Figures) => end({ figures, lostAt: null }));
    worker.once('error', (problem: unknown) => {
      const isMemory = problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(lost(isMemory ? 'memory' : 'threw', isMemory ? `needed more than ${MOST_HEAP} MiB` : problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)));
    });
  });
}
