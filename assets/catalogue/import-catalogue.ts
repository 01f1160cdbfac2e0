import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CatalogueLine, CATALOGUE_PATH, writeCatalogue } from '#contract/catalogue-file.ts';
import { parserOf } from '#contract/parse.ts';
import type { CatalogueEntry } from '#domain/finding/finding.ts';
import type { Outcome } from './main.ts';

const parseLine = parserOf(CatalogueLine);

/** Turns the catalogue's JSON lines into the pack's index file: the whole of it or, for one wrong line, nothing. */
export async function importCatalogue(file: string, pack: string): Promise<Outcome> {
  if (!(await isPack(pack))) return { ok: false, said: `${pack} is no content pack: it has no pack.json.` };
  const text = await readText(file);
  if (text === null) return { ok: false, said: `${file} cannot be read.` };
  const read = readEntries(text);
  if (typeof read === 'string') return { ok: false, said: `${file}: ${read}\nNothing was written.` };
  const target = join(pack, CATALOGUE_PATH);
  const content = writeCatalogue(read);
  await writeWhole(target, content);
  const kilobytes = Math.round(Buffer.byteLength(content) / 1000);
  const codes = new Set(read.map(({ code }) => code)).size;
  const twice = codes === read.length ? '' : `; ${read.length - codes} of the lines gave way to a later one with the same code`;
  return { ok: true, said: `${codes.toLocaleString('en')} procedures → ${target} (${kilobytes.toLocaleString('en')} kB)${twice}` };
}

/** The entries, or what is wrong with the first wrong line. Texts are composed and single-spaced (E030). */
export function readEntries(text: string): readonly CatalogueEntry[] | string {
  const entries: CatalogueEntry[] = [];
  for (const [at, line] of text.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const parsed = parseLine(parseJson(line));
    if (!parsed.ok) return `line ${at + 1}: ${parseJson(line) === undefined ? 'is not JSON' : parsed.error.message}`;
    const foreign = foreignSign(parsed.value);
    if (foreign !== null) return `line ${at + 1}: ${foreign}`;
    const entry = tidy(parsed.value);
    // A name of blanks only: the index file has no room for a procedure without one, and would lose it without a word.
    if (entry.name === '' || entry.code === '') return `line ${at + 1}: ${entry.code === '' ? '/code' : '/name'}: holds blanks only`;
    entries.push(entry);
  }
  return entries.length === 0 ? 'holds no procedure' : entries;
}

/** Control signs but white space, and signs that nobody sees or that turn the direction of writing. */
// eslint-disable-next-line no-control-regex -- that is what is looked for
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;
const MARKUP = /<[a-z!/?]|&(?:#\w+|[a-z]+);/i;

/** Names are words: what is none says that the file came from somewhere else, and is not guessed at. */
function foreignSign(line: CatalogueLine): string | null {
  const { name, fields, agencies, issuedBy, for: groups } = line;
  for (const [what, texts] of Object.entries({ name: [name], fields, agencies, issuedBy: [issuedBy], for: groups })) {
    if (texts.some((text) => UNSEEN.test(text))) return `${what} holds a sign that cannot be seen`;
    if (texts.some((text) => MARKUP.test(text))) return `${what} holds markup`;
  }
  return null;
}

function tidy({ code, name, portalId, fields, agencies, issuedBy, for: groups, scope }: CatalogueLine): CatalogueEntry {
  const all = (texts: readonly string[]): readonly string[] => [...new Set(texts.map(oneLine))].filter((text) => text !== '');
  return { code: code.trim(), name: oneLine(name), portalId, fields: all(fields), agencies: all(agencies), issuedBy: oneLine(issuedBy), for: all(groups), scope };
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The caller names the line.
    return undefined;
  }
}

async function isPack(folder: string): Promise<boolean> {
  return (await readText(join(folder, 'pack.json'))) !== null;
}

async function readText(file: string): Promise<string | null> {
  try {
    return (await stat(file)).isFile() ? await readFile(file, 'utf8') : null;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return null;
    throw cause;
  }
}

/** Written beside, flushed, then renamed: a reader sees the old file or the new one. */
async function writeWhole(target: string, content: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const beside = `${target}.${process.pid}.part`;
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}
