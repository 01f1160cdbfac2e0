import { createRequire, syncBuiltinESMExports } from 'node:module';
import { running, type SimProcess } from './sim-process.ts';

type Task = { readonly at: number; readonly order: number; readonly owner: SimProcess | null; readonly run: () => void; isCancelled: boolean };

const realImmediate = setImmediate;
const realNow = performance.now.bind(performance);

/** Everything that was waiting for promises only has happened. */
const settled = (): Promise<void> => new Promise((done) => void realImmediate(done));

/** Milliseconds of the real world, for figures. */
export const realMilliseconds = realNow;

/** The one time of a simulated world, in ms since the epoch. It stands still while code runs and leaps to what is due next. */
export class VirtualTime {
  now: number;
  readonly #start: number;
  #tasks: Task[] = [];
  #order = 0;

  constructor(start: number) {
    this.now = start;
    this.#start = start;
  }

  /** Since the world began, ms. */
  passed(): number {
    return this.now - this.#start;
  }

  /** Runs `run` in `delay` ms, as long as the process that asks is alive; the returned function cancels it. */
  after(delay: number, run: () => void, owner: SimProcess | null = running.getStore() ?? null): () => void {
    this.#order += 1;
    const task: Task = { at: this.now + Math.round(Math.max(0, delay || 0)), order: this.#order, owner, run, isCancelled: false };
    push(this.#tasks, task);
    return () => {
      task.isCancelled = true;
    };
  }

  wait(delay: number): Promise<void> {
    return new Promise((done) => void this.after(delay, done));
  }

  /** Lets time pass until `end`, or until `isOver` says so. */
  async run(end: number, isOver: () => boolean = () => false): Promise<void> {
    await settled();
    while (!isOver()) {
      const task = this.#tasks[0];
      if (task === undefined || task.at > end) break;
      pop(this.#tasks);
      if (task.isCancelled || task.owner?.alive === false) continue;
      this.now = Math.max(this.now, task.at);
      if (task.owner === null) running.exit(task.run);
      else running.run(task.owner, task.run);
      await settled();
    }
    if (!isOver()) this.now = Math.max(this.now, end);
  }
}

/** Puts the timers of the whole process under this time: server code asks the globals. Returns what undoes it. */
export function rule(time: () => VirtualTime): () => void {
  const kept = { setTimeout, clearTimeout, setImmediate, clearImmediate, now: performance.now };
  const promises = createRequire(import.meta.url)('node:timers/promises') as { setTimeout: unknown };
  const keptWait = promises.setTimeout;
  const begin = (delay: number, run: () => void): object => {
    const cancel = time().after(delay, run);
    const handle = { cancel, ref: () => handle, unref: () => handle, hasRef: () => true };
    return handle;
  };
  const end = (handle: unknown): void => {
    if (typeof handle === 'object' && handle !== null && 'cancel' in handle && typeof handle.cancel === 'function') handle.cancel();
  };
  Object.assign(globalThis, {
    setTimeout: (run: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) => begin(delay, () => run(...given)),
    clearTimeout: end,
    setImmediate: (run: (...given: unknown[]) => void, ...given: unknown[]) => begin(0, () => run(...given)),
    clearImmediate: end,
  });
  performance.now = () => time().passed();
  promises.setTimeout = (delay: number, value: unknown) => new Promise((done) => void time().after(delay, () => done(value)));
  syncBuiltinESMExports();
  return () => {
    Object.assign(globalThis, { setTimeout: kept.setTimeout, clearTimeout: kept.clearTimeout, setImmediate: kept.setImmediate, clearImmediate: kept.clearImmediate });
    performance.now = kept.now;
    promises.setTimeout = keptWait;
    syncBuiltinESMExports();
  };
}

// A binary heap: what is due first is at the top.
const isBefore = (one: Task, other: Task): boolean => one.at < other.at || (one.at === other.at && one.order < other.order);

function push(heap: Task[], task: Task): void {
  let at = heap.length;
  heap.push(task);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(task, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = task;
}

function pop(heap: Task[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) break;
    const goesRight = right !== undefined && isBefore(right, left);
    const child = goesRight ? right : left;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = 2 * at + (goesRight ? 2 : 1);
  }
  heap[at] = last;
}
