import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GuideOrCard, LifeEvent, PackHead } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';

const parse = { head: parserOf(PackHead), event: parserOf(LifeEvent), guide: parserOf(GuideOrCard) };

/** What the phone pages show of a content pack. */
export type DrawnPack = {
  readonly head: PackHead;
  readonly events: readonly LifeEvent[];
  readonly guides: readonly GuideOrCard[];
  /** Each document that was read, with the SHA-256 of its bytes. */
  readonly sources: Readonly<Record<string, string>>;
};

/**
 * Reads head, life events and guides of the pack in a folder.
 * @throws Error naming the file when the pack does not match its schema
 */
export async function readPack(folder: string): Promise<DrawnPack> {
  const sources = new Map<string, string>();
  const read = async (path: string): Promise<unknown> => {
    const bytes = await readFile(join(folder, path));
    sources.set(path, createHash('sha256').update(bytes).digest('hex'));
    return JSON.parse(bytes.toString('utf8'));
  };
  const head = must(parse.head(await read('pack.json')), 'pack.json');
  const listed = await read('events.json');
  const events = (Array.isArray(listed) ? listed : []).map((event) => must(parse.event(event), 'events.json'));
  const names = (await readdir(join(folder, 'guides'))).filter((name) => name.endsWith('.json')).toSorted();
  const guides: GuideOrCard[] = [];
  for (const name of names) guides.push(must(parse.guide(await read(`guides/${name}`)), name));
  return { head, events, guides, sources: Object.fromEntries(sources) };
}

type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly message: string } };

function must<Value>(parsed: Parsed<Value>, name: string): Value {
  if (parsed.ok) return parsed.value;
  throw new Error(`${name} does not match the content pack's schema: ${parsed.error.message}`);
}
