import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

/** A new folder where a flush costs nothing, for what models the disk itself and would only wait for the real one. */
export function quickFolder(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    return mkdtempSync(join(IN_MEMORY, 'mot-cham-'));
  } catch {
    return mkdtempSync(join(tmpdir(), 'mot-cham-'));
  }
}
