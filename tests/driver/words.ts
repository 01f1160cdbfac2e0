import { readFileSync } from 'node:fs';
import { inProject } from '#build/project-root.ts';

export type Lang = 'vi' | 'en';

const texts = new Map<Lang, unknown>();

/** The words that stand on the screen, by their key, so that a better wording breaks no journey. */
export function words(lang: Lang, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  if (!texts.has(lang)) texts.set(lang, JSON.parse(readFileSync(inProject('renderer', 'i18n', `${lang}.json`), 'utf8')));
  const found = key.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined), texts.get(lang));
  if (typeof found !== 'string') throw new Error(`There is no text ${key} in ${lang}.`);
  return found.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (hole, name: string) => String(values[name] ?? hole)).replaceAll(/\s+/g, ' ');
}
