import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOGUE_PATH, readCatalogue } from '#contract/catalogue-file.ts';
import type { Finder, Found } from '#domain/finding/finding.ts';
import { NO_WORDS } from '#domain/finding/finding.ts';
import { createFinder } from '#domain/finding/find-procedures.ts';
import { loadPack } from '../check/load-pack.ts';
import { readPack } from '../check/read-pack.ts';
import type { Outcome } from './main.ts';

type Search = { readonly json: boolean; readonly pack: string; readonly province: string | null; readonly most: number };

/** Answers each line of `input` on `output`, in their order, as they come. */
export async function searchLines(input: Readable, output: Writable, { json, pack, province, most }: Search): Promise<Outcome> {
  const finder = await openFinder(pack);
  if (typeof finder === 'string') return { ok: false, said: finder };
  for await (const query of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const found = finder.find(query, { province, most });
    const answer = json ? JSON.stringify({ query, results: found.map(({ code, name }) => ({ code: code ?? '', name })) }) : forPeople(query, found);
    if (!output.write(`${answer}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
  return { ok: true, said: '' };
}

function forPeople(query: string, found: readonly Found[]): string {
  const lines = found.map(({ code, name, slug, entry }) => {
    const kind = slug === null ? (entry?.scope === 'SPECIFIC' ? entry.issuedBy : 'catalogue') : slug;
    return `  ${(code ?? '').padEnd(10)} ${name.length > 90 ? `${name.slice(0, 89)}…` : name} [${kind}]`;
  });
  return [query, ...(lines.length === 0 ? ['  nothing found'] : lines)].join('\n');
}

/** The search over the pack in this folder, as the kiosk builds it; or why there is none. */
export async function openFinder(folder: string): Promise<Finder | string> {
  try {
    const { pack } = readPack((await loadPack(folder)).source);
    if (pack.head === null) return `${folder} is no content pack: its pack.json is missing or wrong.`;
    const text = await catalogueText(folder);
    const catalogue = text === null ? null : readCatalogue(text);
    if (catalogue?.ok === false) return `${folder}: ${catalogue.error.message}`;
    return createFinder({ guides: pack.guides.map(({ guide }) => guide), words: pack.words ?? NO_WORDS, catalogue: catalogue?.value.entries ?? [] });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return `${folder} cannot be read: ${cause.message}`;
    throw cause;
  }
}

async function catalogueText(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, CATALOGUE_PATH), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
}
