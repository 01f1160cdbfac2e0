import type { Log } from './ports.ts';

/** Lets a promise run on its own; a bug in it reaches the log under its label. */
export function background(promise: Promise<unknown>, label: string, log: Log): void {
  promise.catch((error: unknown) => {
    log.error('background.failed', { label, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
}
