import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import type { Clock } from '../ports.ts';

const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id';

/**
 * The machine's clock. On Linux `up` counts from the machine's boot, so that entries of several
 * processes in one boot can be placed together; elsewhere it counts from this process's start.
 */
export function systemClock(): Clock {
  const bootId = readBootId();
  const startedAt = performance.now();
  const upAtStart = bootId === null ? 0 : Math.round(uptime() * 1000);
  return {
    now: () => Date.now(),
    up: () => upAtStart + Math.round(performance.now() - startedAt),
    boot: bootId ?? randomUUID(),
  };
}

function readBootId(): string | null {
  try {
    const id = readFileSync(BOOT_ID_FILE, 'utf8').trim();
    return /^[0-9a-f-]{8,64}$/.test(id) ? id : null;
  } catch (error: unknown) {
    // Only Linux has the file; any other trouble with it has the same answer: a boot id of our own.
    void error;
    return null;
  }
}
