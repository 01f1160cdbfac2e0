import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseSync } from 'node:sqlite';

/** What happens at a write: `skip` writes pass before it, then it happens `times` times. */
export type WriteFault = {
  readonly kind: 'kill' | 'power' | 'io' | 'busy';
  /** `after`: the write is done, and nobody is told so. */
  readonly when: 'before' | 'after';
  skip: number;
  times: number;
};

export type Death = 'killed' | 'power' | 'stopped';

/** One program that runs: a kiosk's host or a server of the centre. What it began ends with it. */
export class SimProcess {
  readonly name: string;
  alive = true;
  /** Its disk has no room. */
  isFull = false;
  readonly databases = new Set<DatabaseSync>();
  readonly #faults: WriteFault[] = [];
  readonly #onDeath: (how: Death) => void;
  readonly #onFault: (kind: string) => void;
  readonly #lastWords = new Set<() => void>();

  constructor(name: string, onDeath: (how: Death) => void, onFault: (kind: string) => void) {
    this.name = name;
    this.#onDeath = onDeath;
    this.#onFault = onFault;
  }

  addFault(fault: WriteFault): void {
    this.#faults.push(fault);
  }

  clearFaults(): void {
    this.#faults.length = 0;
    this.isFull = false;
  }

  /** What happens to the write that is about to be done; null: nothing. */
  nextFault(): WriteFault | null {
    const [fault] = this.#faults;
    if (fault === undefined) return null;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return null;
    }
    fault.times -= 1;
    if (fault.times <= 0) this.#faults.shift();
    this.#onFault(`${fault.kind} ${fault.when} a write`);
    return fault;
  }

  noteFull(): void {
    this.#onFault('disk full at a write');
  }

  die(how: Death): void {
    if (!this.alive) return;
    this.alive = false;
    this.#onDeath(how);
    for (const say of this.#lastWords) say();
  }

  /** Called when it dies; the returned function takes that back. */
  whenDead(say: () => void): () => void {
    this.#lastWords.add(say);
    return () => void this.#lastWords.delete(say);
  }
}

/** The program whose code runs now, through all that it awaits. */
export const running = new AsyncLocalStorage<SimProcess>();
