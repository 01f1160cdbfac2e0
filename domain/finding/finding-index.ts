import type { CatalogueEntry } from './finding.ts';
import type { NearTerms } from './near-terms.ts';
import type { QueryWords } from './query-words.ts';

/** A procedure in the index. */
export type IndexedProcedure = {
  readonly code: string | null;
  readonly name: string;
  readonly slug: string | null;
  readonly entry: CatalogueEntry | null;
  /** How likely somebody at a service point means it, around 1. */
  readonly prior: number;
  /** Folded name of the province it is valid in; null: everywhere. */
  readonly province: string | null;
  /** Folded name, for telling copies of one procedure. */
  readonly sameName: string;
};

/**
 * The index: every text by which a procedure may be found is a line. A line is a run of words in `lineTerms` and
 * `lineMarks`, the same places in both; a term is a folded word, a mark the same word with its marks.
 */
export type FindingIndex = {
  readonly procedures: readonly IndexedProcedure[];
  /** Sorted, so that a prefix is a range. */
  readonly terms: readonly string[];
  readonly termIds: ReadonlyMap<string, number>;
  readonly markIds: ReadonlyMap<string, number>;
  /** How much a term says: high when few procedures have it. */
  readonly idf: Float32Array;
  /** Lines a term stands in: `posts` from `postStart[term]` to `postStart[term + 1]`. */
  readonly postStart: Int32Array;
  readonly posts: Int32Array;
  readonly lineStart: Int32Array;
  readonly lineTerms: Int32Array;
  readonly lineMarks: Int32Array;
  readonly lineProcedure: Int32Array;
  /** What a hit in this line is worth: a title more than a field. */
  readonly lineWeight: Float32Array;
  /** All that the words of a line say. */
  readonly lineIdf: Float32Array;
  readonly near: NearTerms;
  readonly words: QueryWords;
};
