import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestOrigin } from '../ports.ts';

/** Remembers a request's address through everything that its handler awaits. */
export function requestOrigin(): RequestOrigin {
  const storage = new AsyncLocalStorage<string>();
  return { run: (address, work) => storage.run(address, work), current: () => storage.getStore() ?? null };
}
