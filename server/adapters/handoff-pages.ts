import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parserOf } from '#contract/parse.ts';
import { PhoneProcedures, PROCEDURES } from '#contract/phone-pages.ts';
import type { HandoffPages } from '../ports.ts';

const parseProcedures = parserOf(PhoneProcedures);

/** Reads the folder that is shown each time it is asked, so that new pages need no restart. */
export function handoffPages(folder: () => string): HandoffPages {
  const read = (name: string): Promise<string | null> => readText(join(folder(), name));
  return {
    folder,
    readPage: read,
    async findSlug(guide) {
      const codes: unknown = JSON.parse((await read('codes.json')) ?? '{}');
      const slugs = new Map<string, unknown>(typeof codes === 'object' && codes !== null ? Object.entries(codes) : []);
      const slug = slugs.get(String(guide));
      return typeof slug === 'string' ? slug : null;
    },
    async findGuide(slug) {
      const parsed = parseProcedures(JSON.parse((await read(PROCEDURES)) ?? '{}'));
      return parsed.ok && Object.hasOwn(parsed.value, slug) ? (parsed.value[slug] ?? null) : null;
    },
  };
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
}
