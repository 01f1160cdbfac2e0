import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore, ByteStream } from '../library-ports.ts';

const NAME = /^[0-9a-f]{62}$/;
const HASH = /^[0-9a-f]{64}$/;

/** Blobs in a folder, which several processes may share: `ab/cdef…` for the hash abcdef…, `tmp/` for what is not whole yet. */
export function diskBlobs(folder: string): BlobStore & { pathOf(sha256: string): string } {
  const temporary = join(folder, 'tmp');
  const pathOf = (sha256: string): string => {
    if (!HASH.test(sha256)) throw new RangeError(`${sha256} is no hash`);
    return join(folder, sha256.slice(0, 2), sha256.slice(2));
  };
  return {
    pathOf,
    async put(bytes, limit) {
      await mkdir(temporary, { recursive: true, mode: 0o750 });
      const beside = join(temporary, randomUUID());
      try {
        const written = await write(beside, bytes, limit);
        if (written === 'too-large') return written;
        await keep(beside, pathOf(written.sha256));
        return written;
      } catch (cause) {
        if (isCode(cause, 'ENOSPC', 'EDQUOT')) return 'disk-full';
        throw cause;
      } finally {
        await rm(beside, { force: true });
      }
    },
    size: async (sha256) => sizeOf(pathOf(sha256)),
    stream: (sha256, start, end) => createReadStream(pathOf(sha256), { start, end, highWaterMark: 256 * 1024 }),
    async read(sha256, limit) {
      const size = await sizeOf(pathOf(sha256));
      return size === null || size > limit ? null : readFile(pathOf(sha256));
    },
    async readPart(sha256, start, length) {
      const file = await open(pathOf(sha256), 'r');
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    async sweep(isKept, before) {
      const gone: string[] = [];
      for (const sha256 of await hashesIn(folder)) {
        if (!isKept(sha256) && (await removeOld(pathOf(sha256), join(temporary, randomUUID()), before))) gone.push(sha256);
      }
      for (const name of await namesIn(temporary)) if (await isOlder(join(temporary, name), before)) await rm(join(temporary, name), { force: true });
      return gone;
    },
  };
}

async function write(path: string, bytes: ByteStream, limit: number): Promise<{ sha256: string; bytes: number } | 'too-large'> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o640);
  try {
    let count = 0;
    for await (const chunk of bytes) {
      count += chunk.byteLength;
      if (count > limit) return 'too-large';
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
    return { sha256: hash.digest('hex'), bytes: count };
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) at += (await file.write(chunk, at)).bytesWritten;
}

/** A file that is there already is made young again, so that no sweep takes it from under whoever just sent it. */
async function keep(beside: string, path: string): Promise<void> {
  try {
    const now = new Date();
    await utimes(path, now, now);
    return;
  } catch (cause) {
    if (!isCode(cause, 'ENOENT')) throw cause;
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o750 });
  await rename(beside, path);
  await syncFolder(dirname(path));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (cause) {
    // Windows cannot flush a folder; its file systems log the rename themselves.
    if (!isCode(cause, 'EPERM', 'EISDIR', 'EINVAL')) throw cause;
  } finally {
    await folder.close();
  }
}

/** Moves it aside first: an upload that came between the look and the removal would lose its file otherwise. */
async function removeOld(path: string, aside: string, before: number): Promise<boolean> {
  if (!(await isOlder(path, before))) return false;
  await mkdir(dirname(aside), { recursive: true });
  await rename(path, aside);
  if (await isOlder(aside, before)) {
    await rm(aside, { force: true });
    return true;
  }
  await rename(aside, path);
  return false;
}

async function isOlder(path: string, before: number): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < before;
  } catch (cause) {
    // Another process of the centre swept it meanwhile.
    if (isCode(cause, 'ENOENT')) return false;
    throw cause;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  }
}

async function hashesIn(folder: string): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (const prefix of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    for (const name of await namesIn(join(folder, prefix))) if (NAME.test(name)) hashes.push(prefix + name);
  }
  return hashes;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return [];
    throw cause;
  }
}

function isCode(cause: unknown, ...codes: readonly string[]): boolean {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && codes.includes(cause.code);
}
