import type { Moment } from './state.ts';

/** Time as the renderer has it. */
export type PageClock = {
  readonly moment: () => Moment;
  /** Runs `task` once after `delay` ms; the returned function cancels it. */
  readonly after: (delay: number, task: () => void) => () => void;
};

export const browserClock: PageClock = {
  moment: () => ({ up: performance.now(), wall: Date.now() }),
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
};
