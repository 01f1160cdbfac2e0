import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import { MADE_PAGES, MadePages } from '#contract/phone-pages.ts';
import type { WantedPages } from '../ports.ts';

const parseMade = parserOf(MadePages);
const parseCodes = parserOf(Type.Record(Type.String({ pattern: '^\\d+$' }), Type.String({ pattern: '^[a-z0-9-]{1,80}$' })));

/**
 * True when every file in a folder of phone pages is as it was made (a power cut may leave some empty) and each guide
 * has its page. With `wanted`, also when they were made of just these documents for this day.
 */
export async function areWhole(folder: string, wanted: WantedPages | null): Promise<boolean> {
  const made = parseMade(await readJson(join(folder, MADE_PAGES)));
  if (!made.ok) return false;
  const { today, sources, files } = made.value;
  if (wanted !== null && (today !== wanted.today || !areSame(sources, wanted.sources))) return false;
  const codes = parseCodes(await readJson(join(folder, 'codes.json')));
  const guides = Object.keys(sources).filter((path) => path.startsWith('guides/')).length;
  if (!codes.ok || guides === 0 || Object.keys(codes.value).length !== guides) return false;
  const needed = ['c.html', '404.html', 'codes.json', ...Object.values(codes.value).map((slug) => `g/${slug}.html`)];
  if (!needed.every((path) => path in files)) return false;
  for (const [path, hash] of Object.entries(files)) if ((await hashOf(join(folder, path))) !== hash) return false;
  return true;
}

function areSame(some: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>): boolean {
  const paths = Object.keys(some);
  return paths.length === Object.keys(others).length && paths.every((path) => some[path] === others[path]);
}

async function hashOf(file: string): Promise<string | null> {
  try {
    return createHash('sha256').update(await readFile(file)).digest('hex');
  } catch {
    // Not whole, whatever the reason.
    return null;
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Neither is a folder without this file.
    return null;
  }
}
