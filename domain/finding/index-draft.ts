import type { CatalogueEntry, FindingWords } from './finding.ts';
import type { FindingIndex, IndexedProcedure } from './finding-index.ts';
import { buildNearTerms } from './near-terms.ts';
import { prepareWords, type QueryWords } from './query-words.ts';
import { spellingOf, splitWords } from './spelling.ts';

/** What a hit is worth by where it stands. */
export const LINE_WEIGHT = { title: 1, synonym: 1, english: 0.95, name: 0.95, code: 1.2, field: 0.45 } as const;

/** A word that nearly every procedure has still says a little; a word of one procedure does not say everything. */
const MOST_IDF = 6;
/** What a light word says of what it would say. */
export const LIGHT = 0.2;

type Ids = { readonly term: number; readonly mark: number };

/** Collects lines word by word; {@link IndexDraft.finish} turns them into typed arrays. */
export class IndexDraft {
  readonly #words: QueryWords;
  readonly #procedures: IndexedProcedure[] = [];
  readonly #known = new Map<string, Ids>();
  readonly #terms = new Map<string, number>();
  readonly #marks = new Map<string, number>();
  readonly #lightMarks = new Set<number>();
  readonly #lineStart: number[] = [0];
  readonly #lineTerms: number[] = [];
  readonly #lineMarks: number[] = [];
  readonly #lineProcedure: number[] = [];
  readonly #lineWeight: number[] = [];

  constructor(words: FindingWords) {
    this.#words = prepareWords(words);
  }

  addProcedure(procedure: IndexedProcedure): number {
    return this.#procedures.push(procedure) - 1;
  }

  joinEntry(place: number, entry: CatalogueEntry): void {
    const procedure = this.#procedures[place];
    if (procedure !== undefined) this.#procedures[place] = { ...procedure, entry };
  }

  addLine(place: number, text: string, weight: number): void {
    for (const word of splitWords(text)) {
      const { term, mark } = this.#idsOf(word);
      this.#lineTerms.push(term);
      this.#lineMarks.push(mark);
    }
    if (this.#lineTerms.length === this.#lineStart.at(-1)) return;
    this.#lineStart.push(this.#lineTerms.length);
    this.#lineProcedure.push(place);
    this.#lineWeight.push(weight);
  }

  #idsOf(word: string): Ids {
    const seen = this.#known.get(word);
    if (seen !== undefined) return seen;
    const { marked, folded } = spellingOf(word);
    const ids = { term: idOf(this.#terms, folded), mark: idOf(this.#marks, marked) };
    if (this.#words.light.has(marked)) this.#lightMarks.add(ids.mark);
    this.#known.set(word, ids);
    return ids;
  }

  *finish(): Generator<void, FindingIndex> {
    const terms = [...this.#terms.keys()].toSorted();
    const sorted = new Map(terms.map((term, id) => [term, id]));
    const newIds = Int32Array.from(this.#terms.keys(), (term) => sorted.get(term) ?? 0);
    yield;
    const lineTerms = Int32Array.from(this.#lineTerms, (term) => newIds[term] ?? 0);
    const lineStart = Int32Array.from(this.#lineStart);
    const lineProcedure = Int32Array.from(this.#lineProcedure);
    const lineMarks = Int32Array.from(this.#lineMarks);
    yield;
    const { postStart, posts } = postsOf(lineStart, lineTerms, terms.length);
    yield;
    const idf = idfOf({ postStart, posts, lineProcedure, procedures: this.#procedures.length });
    yield;
    return {
      procedures: this.#procedures,
      terms,
      termIds: sorted,
      markIds: this.#marks,
      idf,
      postStart,
      posts,
      lineStart,
      lineTerms,
      lineMarks,
      lineProcedure,
      lineWeight: Float32Array.from(this.#lineWeight),
      lineIdf: lineIdfOf({ lineStart, lineTerms, lineMarks, idf }, this.#lightMarks),
      near: buildNearTerms(terms),
      words: this.#words,
    };
  }
}

function idOf(ids: Map<string, number>, key: string): number {
  const seen = ids.get(key);
  if (seen !== undefined) return seen;
  ids.set(key, ids.size);
  return ids.size - 1;
}

/** Two passes: count, then place. A line stands once under each of its terms. */
function postsOf(lineStart: Int32Array, lineTerms: Int32Array, terms: number): Pick<FindingIndex, 'postStart' | 'posts'> {
  const lastLine = new Int32Array(terms).fill(-1);
  const postStart = new Int32Array(terms + 1);
  const lines = lineStart.length - 1;
  const each = (seen: (term: number, line: number) => void): void => {
    lastLine.fill(-1);
    for (let line = 0; line < lines; line += 1) {
      for (let at = lineStart[line] ?? 0; at < (lineStart[line + 1] ?? 0); at += 1) {
        const term = lineTerms[at] ?? 0;
        if (lastLine[term] === line) continue;
        lastLine[term] = line;
        seen(term, line);
      }
    }
  };
  each((term) => (postStart[term + 1] = (postStart[term + 1] ?? 0) + 1));
  for (let term = 0; term < terms; term += 1) postStart[term + 1] = (postStart[term + 1] ?? 0) + (postStart[term] ?? 0);
  const posts = new Int32Array(postStart[terms] ?? 0);
  const next = postStart.slice();
  each((term, line) => {
    const at = next[term] ?? 0;
    posts[at] = line;
    next[term] = at + 1;
  });
  return { postStart, posts };
}

type Counted = Pick<FindingIndex, 'postStart' | 'posts' | 'lineProcedure'> & { readonly procedures: number };

function idfOf({ postStart, posts, lineProcedure, procedures }: Counted): Float32Array {
  const idf = new Float32Array(postStart.length - 1);
  for (let term = 0; term < idf.length; term += 1) {
    let having = 0;
    let last = -1;
    // The lines of one procedure mostly stand together.
    for (let at = postStart[term] ?? 0; at < (postStart[term + 1] ?? 0); at += 1) {
      const procedure = lineProcedure[posts[at] ?? 0] ?? 0;
      if (procedure !== last) having += 1;
      last = procedure;
    }
    idf[term] = idfFor(having, procedures);
  }
  return idf;
}

/** What a word says that so many of all procedures have. */
export function idfFor(having: number, procedures: number): number {
  return Math.min(MOST_IDF, Math.log(1 + procedures / Math.max(1, having)));
}

type Lines = Pick<FindingIndex, 'lineStart' | 'lineTerms' | 'lineMarks' | 'idf'>;

function lineIdfOf({ lineStart, lineTerms, lineMarks, idf }: Lines, lightMarks: ReadonlySet<number>): Float32Array {
  const sums = new Float32Array(lineStart.length - 1);
  for (let line = 0; line < sums.length; line += 1) {
    let sum = 0;
    for (let at = lineStart[line] ?? 0; at < (lineStart[line + 1] ?? 0); at += 1) {
      const light = lightMarks.has(lineMarks[at] ?? -1) ? LIGHT : 1;
      sum += (idf[lineTerms[at] ?? 0] ?? 0) * light;
    }
    sums[line] = sum;
  }
  return sums;
}
