import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';

let folder: string;
let blobs: ReturnType<typeof diskBlobs>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-blobs-'));
  blobs = diskBlobs(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* bytesOf(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
async function put(text: string): Promise<string> {
  const kept = await blobs.put(bytesOf(text), 100);
  if (typeof kept === 'string') throw new Error(kept);
  return kept.sha256;
}

test('a file is called by the hash of its bytes, however they came', async () => {
  expect(await blobs.put(bytesOf('mot', ' ', 'cham'), 100)).toEqual({ sha256: hashOf('mot cham'), bytes: 8 });
  expect(await put('mot cham')).toBe(hashOf('mot cham'));
  expect(await blobs.size(hashOf('mot cham'))).toBe(8);
  expect(Buffer.from((await blobs.read(hashOf('mot cham'), 8)) ?? []).toString()).toBe('mot cham');
  expect(await blobs.read(hashOf('mot cham'), 7)).toBeNull();
  expect(Buffer.from(await blobs.readPart(hashOf('mot cham'), 4, 99)).toString()).toBe('cham');
});

test('too many bytes, and a sender that breaks off, leave nothing behind', async () => {
  expect(await blobs.put(bytesOf('0123', '4567'), 7)).toBe('too-large');
  await expect(
    blobs.put(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the line was cut');
      })(),
      99,
    ),
  ).rejects.toThrow('the line was cut');
  expect(readdirSync(folder, { recursive: true })).toEqual(['tmp']);
});

test('a path is made of hashes only', async () => {
  await expect(blobs.size('../../etc/passwd')).rejects.toThrow(RangeError);
  expect(await blobs.size('0'.repeat(64))).toBeNull();
});

test('the sweep takes what is old and not kept, and never anything else', async () => {
  const [kept, garbage, young] = [await put('kept'), await put('garbage'), await put('young')];
  for (const sha256 of [kept, garbage]) utimesSync(blobs.pathOf(sha256), 1_000, 1_000);
  expect(await blobs.sweep((sha256) => sha256 === kept, 2_000_000)).toEqual([garbage]);
  expect([await blobs.size(kept), await blobs.size(garbage), await blobs.size(young)]).toEqual([4, null, 5]);
});

test('bytes that come again make an old file young, so that no sweep takes it from under them', async () => {
  const sha256 = await put('again');
  utimesSync(blobs.pathOf(sha256), 1_000, 1_000);
  await put('again');
  expect(await blobs.sweep(() => false, 2_000_000)).toEqual([]);
});
