import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PackFile, PackSource } from './pack-source.ts';
import type { Problem } from './problem.ts';

const DOCUMENT = /^(?:(?:pack|events|reasons|playlist|words)|(?:guides|languages|answers)\/[^/]+)\.json$/;

export type LoadedPack = { readonly source: PackSource; readonly problems: readonly Problem[] };

/**
 * Reads a pack's folder. A document that is no JSON becomes a problem and is left out.
 * @throws the file system's error when the folder cannot be read.
 */
export async function loadPack(directory: string): Promise<LoadedPack> {
  const documents = new Map<string, unknown>();
  const files = new Map<string, PackFile>();
  const problems: Problem[] = [];
  for (const path of await filesUnder(directory)) {
    const full = join(directory, path);
    if (!DOCUMENT.test(path)) {
      files.set(path, await describeFile(full));
      continue;
    }
    const document = parseJson(await readFile(full, 'utf8'));
    if (document.ok) documents.set(path, document.value);
    else problems.push({ file: path, path: '', message: `is not JSON (${document.reason}); correct it` });
  }
  return { source: { documents, files }, problems };
}

async function filesUnder(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function describeFile(full: string): Promise<PackFile> {
  if (full.endsWith('.vtt')) {
    const content = await readFile(full);
    return { bytes: content.byteLength, text: content.toString('utf8') };
  }
  return { bytes: (await stat(full)).size };
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
