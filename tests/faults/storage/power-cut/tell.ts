import { writeSync } from 'node:fs';

/** Opens a line that is a promise; what else is on standard output is none. */
export const TOLD = 'TOLD ';

/** Says on standard output, at this very moment, what somebody was just promised. */
export function tell(what: unknown): void {
  writeSync(1, `${TOLD}${JSON.stringify(what)}\n`);
}
