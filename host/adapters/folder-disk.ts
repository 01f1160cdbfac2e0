import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { failure, success } from '#domain/result.ts';
import type { Appender, Disk } from '../ports.ts';
import { flushFolder } from './flush-folder.ts';

/** Files of any kind under `root`. Names that lead out of it are a bug and throw. */
export function folderDisk(root: string): Disk {
  const base = resolve(root);
  const place = (name: string): string => {
    const path = resolve(base, name);
    if (path !== base && !path.startsWith(base + sep)) throw new Error(`${name} leads out of its folder`);
    return path;
  };
  return {
    size: (name) => sizeOrNull(place(name)),
    read: (name) => createReadStream(place(name), { highWaterMark: 256 * 1024 }),
    append: (name, from) => openAppender(place(name), from),
    move: async (name, as) => {
      const target = place(as);
      await mkdir(dirname(target), { recursive: true });
      await rename(place(name), target);
      await flushFolder(dirname(target));
    },
    remove: (name) => rm(place(name), { force: true }),
    list: (folder) => listBelow(place(folder)),
  };
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

async function sizeOrNull(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (error: unknown) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw new Error(`cannot look at ${path}`, { cause: error });
  }
}

async function openAppender(path: string, from: number): Promise<Appender> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a');
  await file.truncate(from);
  return { write: (bytes) => write(file, bytes), close: () => flushAndClose(file) };
}

async function write(file: FileHandle, bytes: Uint8Array): ReturnType<Appender['write']> {
  try {
    await file.writeFile(bytes);
    return success(null);
  } catch (error: unknown) {
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) return failure('CONTENT_DISK_FULL', 'the disk has no room');
    throw error;
  }
}

async function flushAndClose(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function listBelow(path: string): ReturnType<Disk['list']> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const sized = await Promise.all(files.map(async (file) => ({ name: relative(path, file).split(sep).join('/'), bytes: (await sizeOrNull(file)) ?? 0 })));
    return sized.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error: unknown) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw new Error(`cannot list ${path}`, { cause: error });
  }
}
