import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ContentPack } from '#contract/content-pack.ts';
import { loadPack } from '#host/content/load-pack.ts';

const FOLDER = resolve(import.meta.dirname, '../../assets/pack');

/** The default pack, read and parsed as a kiosk does. */
export async function shippedPack(): Promise<ContentPack> {
  const read = await loadPack({
    readText: (name) => readFile(`${FOLDER}/${name}`, 'utf8'),
    list: (folder) => readdir(`${FOLDER}/${folder}`).catch(() => []),
  });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.pack;
}
