import type { Clock, Timers } from '#host/ports.ts';

type Task = { readonly at: number; readonly run: () => void };

/** A clock and timers that stand still until a test moves them. Wall time can be set apart from up-time. */
export class ManualTime {
  readonly boot: string;
  #up = 10_000;
  #wallMinusUp: number;
  #tasks: readonly Task[] = [];

  constructor(now = Date.UTC(2026, 10, 23, 1, 0, 0), boot = 'boot-1') {
    this.boot = boot;
    this.#wallMinusUp = now - this.#up;
  }

  get clock(): Clock {
    return { now: () => this.#up + this.#wallMinusUp, up: () => this.#up, boot: this.boot };
  }

  get timers(): Timers {
    return {
      after: (delay, run) => {
        const task: Task = { at: this.#up + Math.max(0, delay), run };
        this.#tasks = [...this.#tasks, task];
        return () => {
          this.#tasks = this.#tasks.filter((one) => one !== task);
        };
      },
    };
  }

  /** Someone sets the wall clock; the timers do not care. */
  setWall(now: number): void {
    this.#wallMinusUp = now - this.#up;
  }

  waitingTasks(): number {
    return this.#tasks.length;
  }

  /** Lets time pass, running what falls due in order and letting promises settle between. */
  async pass(ms: number): Promise<void> {
    const end = this.#up + ms;
    await settle();
    for (;;) {
      const due = this.#tasks.filter((task) => task.at <= end).toSorted((left, right) => left.at - right.at)[0];
      if (due === undefined) break;
      this.#tasks = this.#tasks.filter((task) => task !== due);
      this.#up = Math.max(this.#up, due.at);
      due.run();
      await settle();
    }
    this.#up = end;
  }
}

/** Everything that only waits for promises has happened. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((done) => void setImmediate(done));
}
