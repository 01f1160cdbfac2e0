import { mkdir, open, readdir, readFile, rename, statfs } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Files } from '../ports.ts';
import { flushFolder } from './flush-folder.ts';

/** Files under `root`. Names that lead out of it are a bug and throw. */
export function diskFiles(root: string, mode = 0o644): Files {
  const base = resolve(root);
  const place = (name: string): string => {
    const path = resolve(base, name);
    if (path !== base && !path.startsWith(base + sep)) throw new Error(`${name} leads out of its folder`);
    return path;
  };
  // One write after the other: what was asked last stands at the end, and none takes the file beside from another.
  let last: Promise<void> = Promise.resolve();
  const write = (path: string, text: string): Promise<void> => {
    const written = last.then(() => writeBeside(path, text, mode));
    last = written.catch(() => undefined);
    return written;
  };
  return {
    readText: (name) => readOrNull(place(name)),
    writeText: async (name, text) => write(place(name), text),
    list: (folder) => listOrEmpty(place(folder)),
    freeBytes: async () => {
      const disk = await statfs(base);
      return Math.floor(disk.bavail * disk.bsize);
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error: unknown) {
    if (isMissing(error)) return null;
    throw new Error(`cannot read ${path}`, { cause: error });
  }
}

async function listOrEmpty(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error: unknown) {
    if (isMissing(error)) return [];
    throw new Error(`cannot list ${path}`, { cause: error });
  }
}

async function writeBeside(path: string, text: string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Always the same name: what a power cut leaves is written over, and does not grow into many.
  const beside = join(dirname(path), `.${basename(path)}.part`);
  const file = await open(beside, 'w', mode);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await flushFolder(dirname(path));
}
