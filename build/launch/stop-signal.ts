/** How often a lost parent is looked for, ms. */
const LOOK = 500;

export type StopSignal = { readonly signal: AbortSignal; readonly stopped: Promise<'stopped'> };

/**
 * Ctrl-C, a supervisor's SIGTERM, a closed terminal. Also the end of the parent: npm runs a command in
 * a shell that dies of a signal without handing it on, and what it started would go on unseen.
 */
export function listenForStop(): StopSignal {
  const stopping = new AbortController();
  const parent = process.ppid;
  const stopped = new Promise<'stopped'>((resolve) => {
    const stop = (): void => {
      stopping.abort();
      resolve('stopped');
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
    setInterval(() => {
      if (process.ppid !== parent) stop();
    }, LOOK).unref();
  });
  return { signal: stopping.signal, stopped };
}
