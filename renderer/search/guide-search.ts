import MiniSearch, { type SearchResult } from 'minisearch';
import type { ContentPack, GuideOrCard } from '#contract/content-pack.ts';
import { foldText } from '#domain/text-folding.ts';

export type GuideSearch = {
  /** Builds the index of this pack, unless it has it. Takes some milliseconds: call it when nobody waits. */
  readonly warm: (pack: ContentPack) => void;
  /** Guides and cards for a query, best first; [] for an empty one. */
  readonly find: (pack: ContentPack, query: string) => readonly GuideOrCard[];
};

const FIELDS = ['title', 'english', 'synonyms', 'officialName', 'field', 'code'] as const;
const BOOST = { title: 4, english: 3, synonyms: 3, officialName: 1.5, field: 1, code: 5 };
/** What was typed with its marks counts more than what matches without them (E117). */
const SAME_MARKS = 2;
/** The whole query stands in the title or in a synonym. */
const WHOLE_PHRASE = 2;
/** A complete guide helps more than a card. */
const COMPLETE_GUIDE = 1.2;
const MOST_RESULTS = 30;

type Indexed = { readonly slug: string } & Readonly<Record<(typeof FIELDS)[number], string>>;

/** Search over titles, official names, citizens' own words, fields and codes, with or without marks (E116). */
export function createGuideSearch(): GuideSearch {
  let known: { readonly pack: ContentPack; readonly index: MiniSearch<Indexed> } | null = null;
  const indexOf = (pack: ContentPack): MiniSearch<Indexed> => {
    if (known?.pack !== pack) known = { pack, index: buildIndex(pack) };
    return known.index;
  };
  return {
    warm: (pack) => void indexOf(pack),
    find: (pack, query) => findIn(pack, indexOf(pack), query),
  };
}

function buildIndex(pack: ContentPack): MiniSearch<Indexed> {
  const index = new MiniSearch<Indexed>({ idField: 'slug', fields: [...FIELDS], processTerm: foldText });
  index.addAll(pack.guides.map(indexed));
  return index;
}

function indexed(guide: GuideOrCard): Indexed {
  return {
    slug: guide.slug,
    title: guide.title.vi,
    english: guide.title.en,
    // A comma keeps two synonyms from reading as one phrase.
    synonyms: guide.synonyms.join(', '),
    officialName: guide.officialName,
    field: guide.field,
    code: guide.code,
  };
}

function findIn(pack: ContentPack, index: MiniSearch<Indexed>, query: string): readonly GuideOrCard[] {
  const wanted = query.trim();
  if (wanted === '') return [];
  const hits = hitsOf(index, wanted);
  const guides = new Map(pack.guides.map((guide) => [guide.slug, guide]));
  return hits
    .flatMap((hit) => {
      const guide = guides.get(String(hit.id));
      return guide === undefined ? [] : [{ guide, weight: hit.score * closeness(guide, wanted) }];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_RESULTS)
    .map(({ guide }) => guide);
}

/** All words first; when that finds nothing, any of them. */
function hitsOf(index: MiniSearch<Indexed>, query: string): readonly SearchResult[] {
  const options = {
    boost: BOOST,
    prefix: true,
    fuzzy: (term: string) => (term.length > 3 ? 0.2 : false),
  } as const;
  const all = index.search(query, { ...options, combineWith: 'AND' });
  return all.length > 0 ? all : index.search(query, { ...options, combineWith: 'OR' });
}

function closeness(guide: GuideOrCard, query: string): number {
  const names = [guide.title.vi, guide.title.en, ...guide.synonyms];
  const marked = query.normalize('NFC').toLocaleLowerCase('vi');
  const folded = foldText(query);
  let weight = guide.kind === 'guide' ? COMPLETE_GUIDE : 1;
  if (names.some((name) => foldText(name).includes(folded))) weight *= WHOLE_PHRASE;
  if (marked !== folded && names.some((name) => name.toLocaleLowerCase('vi').includes(marked))) weight *= SAME_MARKS;
  return weight;
}
