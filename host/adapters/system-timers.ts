import type { Timers } from '../ports.ts';

/** Node's timers; they do not keep the process alive, because the door does. */
export const systemTimers: Timers = {
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
