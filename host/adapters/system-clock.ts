import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import type { Clock } from '../ports.ts';

const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id';
/** The system says its time since the boot in steps of this and more on some machines, ms: a smaller difference is no sleep. */
const SLEEP = 2_000;

/** `up`: ms since the machine's boot, sleep included. `steady`: ms of a finer clock that may stand still while the machine sleeps. */
type Machine = { readonly bootId: string | null; readonly up: () => number; readonly steady: () => number };

const thisMachine = (): Machine => ({ bootId: readBootId(), up: () => Math.round(uptime() * 1000), steady: () => performance.now() });

/**
 * The machine's clock. On Linux `up` counts from the machine's boot, so that entries of several
 * processes in one boot can be placed together; elsewhere it counts from this process's start. It
 * goes on while the machine sleeps: the centre places entries by it when the wall clock was set.
 */
export function systemClock({ bootId, up, steady }: Machine = thisMachine()): Clock {
  const startedAt = steady();
  const bootedAt = bootId === null ? up() : 0;
  const upAtStart = up() - bootedAt;
  let slept = 0;
  return {
    now: () => Date.now(),
    up: () => {
      const counted = upAtStart + Math.round(steady() - startedAt) + slept;
      const asleep = up() - bootedAt - counted;
      if (asleep <= SLEEP) return counted;
      slept += asleep;
      return counted + asleep;
    },
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
