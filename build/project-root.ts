import { dirname, join } from 'node:path';

/** The folder of package.json, wherever the clone lies and whatever the working directory is. */
export const ROOT = dirname(import.meta.dirname);

export function inProject(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}
