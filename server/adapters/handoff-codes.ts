import { readFile } from 'node:fs/promises';
import type { GuideSlugs } from '../ports.ts';

/** Reads `{ "1": "khai-sinh", … }` each time, so that a rebuilt hand-off needs no restart. */
export function handoffCodes(file: string): GuideSlugs {
  return async (guide) => {
    const codes = await readCodes(file);
    const slug = codes[String(guide)];
    return typeof slug === 'string' ? slug : null;
  };
}

async function readCodes(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw cause;
  }
}
