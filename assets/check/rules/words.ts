import { phraseOf } from '#domain/finding/query-words.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';

const FILE = 'words.json';

/** Phrases that can be found, each once in its list; ways to say a procedure that name two are fine. */
export function checkWords({ words }: Pick<ReadPack, 'words'>): readonly Problem[] {
  if (words === null) return [];
  return [
    ...checkList('ignore', words.ignore),
    ...checkList('light', words.light),
    ...words.light.flatMap((word, at) => (phraseOf(word).length > 1 ? [{ file: FILE, path: `light.${at}`, message: 'is more than one word; only single words can be light' }] : [])),
    ...words.means.flatMap(({ say, mean }, at) => [...checkList(`means.${at}.say`, say), ...checkList(`means.${at}.mean`, mean)]),
    ...words.intents.flatMap(({ codes, say }, at) => [...checkList(`intents.${at}.say`, say), ...checkCodes(`intents.${at}.codes`, codes)]),
  ];
}

function checkList(path: string, phrases: readonly string[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return phrases.flatMap((phrase, at) => {
    const key = phraseOf(phrase).map(({ marked }) => marked).join(' ');
    const before = seen.get(key);
    seen.set(key, at);
    if (key === '') return [{ file: FILE, path: `${path}.${at}`, message: 'holds no word' }];
    return before === undefined ? [] : [{ file: FILE, path: `${path}.${at}`, message: `says the same as ${path}.${before}; leave one out` }];
  });
}

function checkCodes(path: string, codes: readonly string[]): readonly Problem[] {
  return codes.flatMap((code, at) => (codes.indexOf(code) < at ? [{ file: FILE, path: `${path}.${at}`, message: 'stands there twice' }] : []));
}
