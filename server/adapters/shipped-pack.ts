import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ShippedPack } from '../library-ports.ts';

/** A pack in a folder. */
export function shippedPack(folder: string): ShippedPack {
  return {
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .toSorted();
    },
    read: (path) => createReadStream(join(folder, path)),
  };
}
