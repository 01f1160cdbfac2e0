import { parentPort, workerData } from 'node:worker_threads';
import { writeInput } from './fuzz-input.ts';
import { fuzzTarget } from './fuzz-target.ts';
import { findTarget } from './targets/index.ts';

/**
 * One target in a thread of its own, so that an input which never ends or fills the memory ends this thread and not the
 * run. `writeFrom`: from this input on each is written where the other thread can read it, before it runs.
 */
type Work = { readonly name: string; readonly inputs: number; readonly seed: number; readonly shared: SharedArrayBuffer; readonly writeFrom: number };

const { name, inputs, seed, shared, writeFrom }: Work = workerData;
const state = new Int32Array(shared, 0, 2);
const bytes = new Uint8Array(shared, 8);
const encoder = new TextEncoder();

const target = findTarget(name);
const figures = await fuzzTarget(target, inputs, seed, (input) => {
  const count = (state[0] ?? 0) + 1;
  if (count >= writeFrom) state[1] = encoder.encodeInto(writeInput(target.kind, input), bytes).written;
  state[0] = count;
});
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(figures);
