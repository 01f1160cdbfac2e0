import { readCatalogue } from '#contract/catalogue-file.ts';
import { createFinder } from '#domain/finding/find-procedures.ts';
import type { FindableGuide, FindingWords, Finder } from '#domain/finding/finding.ts';

/** What the bench hands to the page, and what it asks of it. */
export type SearchPage = {
  readonly load: (guides: readonly FindableGuide[], words: FindingWords, catalogue: string | null) => { readonly ms: number; readonly size: number };
  /** ms of each keystroke of typing this query, letter by letter, so many times over. */
  readonly type: (query: string, province: string | null, times: number) => readonly (readonly number[])[];
};

let finder: Finder | null = null;
const page: SearchPage = {
  load: (guides, words, text) => {
    const before = performance.now();
    const catalogue = text === null ? null : readCatalogue(text);
    finder = createFinder({ guides, words, catalogue: catalogue?.ok === true ? catalogue.value.entries : [] });
    return { ms: performance.now() - before, size: finder.size };
  },
  type: (query, province, times) =>
    Array.from(query, (_letter, at) =>
      Array.from({ length: times }, () => {
        const before = performance.now();
        finder?.find(query.slice(0, at + 1), { province, most: 12 });
        return performance.now() - before;
      }),
    ),
};
Object.assign(window, { searchPage: page });
