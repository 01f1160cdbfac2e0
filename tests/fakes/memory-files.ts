import type { Files, Secrets } from '#host/ports.ts';
import { Power } from './memory-disk.ts';

/** Files that live in a map; `fill` makes every write fail as a full disk does. */
export class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();
  isFull = false;
  readonly #power: Power;

  constructor(texts: Readonly<Record<string, string>> = {}, power = new Power()) {
    this.#power = power;
    for (const [name, text] of Object.entries(texts)) this.texts.set(name, text);
  }

  readText = async (name: string): Promise<string | null> => this.texts.get(name) ?? null;
  writeText = async (name: string, text: string): Promise<void> => {
    this.#power.take();
    if (this.isFull) throw new Error('ENOSPC: no space left on device');
    this.texts.set(name, text);
  };
  list = async (folder: string): Promise<readonly string[]> =>
    [...this.texts.keys()].filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1)).toSorted();
  freeBytes = async (): Promise<number | null> => 1_000_000;
}

export function memorySecrets(): Secrets {
  const kept = new Map<string, string>();
  return {
    load: async (name) => kept.get(name) ?? null,
    save: async (name, secret) => void kept.set(name, secret),
  };
}
