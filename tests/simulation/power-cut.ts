import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { synchronousOf } from './disk-hooks.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimProcess } from './sim-process.ts';

const WAL_HEADER = 32;
const FULL = 2;

/**
 * What of a folder a power cut leaves, copied to a new folder. The rule is SQLite's own
 * (https://www.sqlite.org/pragma.html#pragma_synchronous): with FULL a commit that returned is on the
 * disk; with less any beginning of the log may be all that is left. Of what was being written a torn
 * piece may stand behind the log.
 */
export function cutPower(from: string, to: string, process: SimProcess | null, random: SeededRandom): void {
  const isFlushed = [...(process?.databases ?? [])].every((database) => !database.isOpen || synchronousOf(database) >= FULL);
  copyFolder(from, to);
  for (const log of readdirSync(to).filter((name) => name.endsWith('-wal')).map((name) => join(to, name))) {
    const { size } = statSync(log);
    if (size > WAL_HEADER && !isFlushed) truncateSync(log, WAL_HEADER + Math.floor(random.fraction() * (size - WAL_HEADER)));
    else if (random.chance(0.5)) appendFileSync(log, random.bytes(random.between(1, 600)));
  }
}

/** Databases with their logs; the index of the log is made anew by whoever opens it. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) if (!name.endsWith('-shm')) copyFileSync(join(from, name), join(to, name));
}
