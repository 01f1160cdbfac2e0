import type { FindingIndex } from './finding-index.ts';
import { idfFor, LIGHT } from './index-draft.ts';
import { otherReadings, withoutIgnored } from './query-words.ts';
import { readRawTyping } from './raw-typing.ts';
import { hasMarks, spellingOf, splitWords, type Spelling } from './spelling.ts';

/** One word of the query: the terms that may be meant and how surely. */
export type Slot = {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  /** The word with its marks, when it was typed with some and the index knows it; else -1. */
  readonly mark: number;
  readonly marked: boolean;
  /** How much the word says. */
  readonly idf: number;
};

/** One way to understand the query. */
export type Reading = {
  readonly slots: readonly Slot[];
  /** 1 for the words as typed, less for what they may stand for. */
  readonly weight: number;
};

const MOST_WORDS = 24;
const MOST_OTHER_READINGS = 3;
const OTHER_READING = 0.96;
const PREFIX = 0.8;
const ONE_SLIP = 0.72;
const SOUND_ALIKE = 0.7;
/** Endings of the word being typed that are looked at. */
const MOST_ENDINGS = 48;
/** A word in more lines than this is what nobody meant by another that exists. */
const USUAL = 600;
/** Words that were run together are parted from this length on. */
const SHORTEST_RUN = 3;

/** The ways to understand a query. `generous`: also take words that exist for slips of others. */
export function readQuery(index: FindingIndex, query: string, generous: boolean): readonly Reading[] {
  const typed = splitWords(query).slice(0, MOST_WORDS).flatMap((word) => understand(index, word));
  if (typed.length === 0) return [];
  const isOpen = !/\s$/.test(query);
  const words = withoutIgnored(typed, index.words.ignore);
  const own = { slots: slotsOf(index, words, { isOpen, generous }), weight: 1 };
  // What the words stand for was looked for the first time round.
  if (generous) return [own];
  const others = otherReadings(words, index.words.means, MOST_OTHER_READINGS).map((reading) => ({
    slots: slotsOf(index, reading, { isOpen: false, generous: false }),
    weight: OTHER_READING,
  }));
  return [own, ...others];
}

/** A word as meant: as it stands when the index knows it, else read as raw Telex or VNI, else parted. */
function understand(index: FindingIndex, word: string): readonly Spelling[] {
  const spelling = spellingOf(word);
  if (index.termIds.has(spelling.folded)) return [spelling];
  const raw = readRawTyping(word);
  const read = raw === null ? null : spellingOf(raw);
  if (read !== null && index.termIds.has(read.folded)) return [read];
  if (word.length < SHORTEST_RUN || index.near.oneSlip(spelling.folded).length > 0 || isBeginning(index, spelling.folded)) return [spelling];
  return partRun(index, spelling.folded) ?? [spelling];
}

function isBeginning(index: FindingIndex, folded: string): boolean {
  return index.terms[firstFrom(index.terms, folded)]?.startsWith(folded) ?? false;
}

/** "dangky" → "dang", "ky": the fewest known words, the most usual ones among those. Null: it cannot be parted. */
function partRun(index: FindingIndex, run: string): readonly Spelling[] | null {
  type Best = { readonly cost: number; readonly words: readonly string[] };
  const best: (Best | null)[] = [{ cost: 0, words: [] }];
  for (let end = 1; end <= run.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const before = best[start] ?? null;
      const word = run.slice(start, end);
      const term = index.termIds.get(spellingOf(word).folded);
      if (before === null || term === undefined) continue;
      if (word.length < 2 && word !== 'y') continue;
      const cost = before.cost + 10 + (index.idf[term] ?? 0);
      const known = best[end] ?? null;
      if (known === null || cost < known.cost) best[end] = { cost, words: [...before.words, word] };
    }
  }
  const found = best[run.length] ?? null;
  return found === null || found.words.length < 2 ? null : found.words.map(spellingOf);
}

type Manner = { readonly isOpen: boolean; readonly generous: boolean };

function slotsOf(index: FindingIndex, words: readonly Spelling[], { isOpen, generous }: Manner): readonly Slot[] {
  return words.flatMap((word, at) => {
    // One letter behind other words may become anything: it says nothing yet.
    const isNext = isOpen && at === words.length - 1 && (word.folded.length > 1 || words.length === 1);
    return slotOf(index, word, { isOpen: isNext, generous: generous && word.folded.length > 1 }) ?? [];
  });
}

/** Null for a word that the index has nothing like. */
function slotOf(index: FindingIndex, word: Spelling, { isOpen, generous }: Manner): Slot | null {
  const weights = new Map<number, number>();
  const add = (term: number, weight: number): void => void (weights.has(term) || weights.set(term, weight));
  const exact = index.termIds.get(word.folded);
  if (exact !== undefined) add(exact, 1);
  if (isOpen) addEndings(index, word.folded, add);
  if (weights.size === 0 || generous) {
    const isRare = (term: number): boolean => weights.size === 0 || linesOf(index, term) <= USUAL;
    for (const term of index.near.soundAlike(word.folded).filter(isRare)) add(term, SOUND_ALIKE);
    for (const term of index.near.oneSlip(word.folded).filter(isRare)) add(term, ONE_SLIP);
  }
  if (weights.size === 0) return null;
  const light = index.words.light.has(word.marked) ? LIGHT : 1;
  const marked = hasMarks(word);
  return {
    terms: [...weights.keys()],
    weights: [...weights.values()],
    mark: marked ? (index.markIds.get(word.marked) ?? -1) : -1,
    marked,
    idf: (exact === undefined ? slotIdf(index, [...weights.keys()]) : (index.idf[exact] ?? 0)) * light,
  };
}

function addEndings(index: FindingIndex, start: string, add: (term: number, weight: number) => void): void {
  const from = firstFrom(index.terms, start);
  for (let term = from; term < from + MOST_ENDINGS && (index.terms[term] ?? '').startsWith(start); term += 1) {
    // The nearer the word is to its end, the surer it is.
    add(term, PREFIX * (0.7 + (0.3 * start.length) / Math.max(1, (index.terms[term] ?? '').length)));
  }
}

/** A word that may be many says as little as all of them together. */
function slotIdf(index: FindingIndex, terms: readonly number[]): number {
  let lines = 0;
  for (const term of terms) lines += linesOf(index, term);
  return idfFor(lines, index.procedures.length);
}

function linesOf({ postStart }: FindingIndex, term: number): number {
  return (postStart[term + 1] ?? 0) - (postStart[term] ?? 0);
}

function firstFrom(terms: readonly string[], start: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
