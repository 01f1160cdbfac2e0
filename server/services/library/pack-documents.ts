import type { PackFile, PackSource } from '#assets/check/pack-source.ts';
import type { BlobStore } from '../../library-ports.ts';
import type { FileRow } from '../../repositories/library.ts';

/** A guide has some 15 kB. */
export const LARGEST_DOCUMENT = 2 * 1024 * 1024;
const LARGEST_CAPTIONS = 256 * 1024;
const REMEMBERED = 2_000;
const DOCUMENT = /^(?:(?:pack|events|reasons|playlist|words)|guides\/[a-z0-9][a-z0-9-]*|(?:answers|languages)\/[A-Za-z0-9][A-Za-z0-9-]*)\.json$/;

/** True for the paths of a pack's JSON documents; every other file is media. */
export function isDocument(path: string): boolean {
  return DOCUMENT.test(path);
}

/** Documents read out of blobs. What a hash names never changes, so it is read once. */
export type PackDocuments = {
  /** The parsed JSON; undefined when the file is not there or is no JSON. */
  read(sha256: string): Promise<unknown>;
  /** A whole edition, as the checker takes it. */
  source(files: readonly FileRow[]): Promise<PackSource>;
};

export function packDocuments(blobs: BlobStore): PackDocuments {
  const known = new Map<string, unknown>();
  const remember = async (key: string, read: () => Promise<unknown>): Promise<unknown> => {
    if (known.has(key)) return known.get(key);
    const value = await read();
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, value);
    return value;
  };
  const read = (sha256: string): Promise<unknown> => remember(sha256, async () => parseJson(textOf(await blobs.read(sha256, LARGEST_DOCUMENT))));
  const captions = async (sha256: string): Promise<string> => {
    const text = await remember(`vtt:${sha256}`, async () => textOf(await blobs.read(sha256, LARGEST_CAPTIONS)) ?? '');
    return typeof text === 'string' ? text : '';
  };
  return {
    read,
    async source(rows) {
      const documents = new Map<string, unknown>();
      const files = new Map<string, PackFile>();
      for (const { path, sha256, bytes } of rows) {
        if (isDocument(path)) documents.set(path, await read(sha256));
        else files.set(path, path.endsWith('.vtt') ? { bytes, text: await captions(sha256) } : { bytes });
      }
      return { documents, files };
    },
  };
}

/** A document's bytes: readable beside the pack of the program, composed (E030). */
export function bytesOfDocument(document: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`.normalize('NFC'));
}

/** As a stream of one chunk. */
export async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

function parseJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Documents are written by us alone; a file that is damaged reads as no document, and the checker says so.
    return undefined;
  }
}
