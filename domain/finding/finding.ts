/** What the search is told about a guide or card of the pack. */
export type FindableGuide = {
  readonly kind: 'guide' | 'card';
  readonly slug: string;
  /** Absent while no official code of it is known. */
  readonly code?: string | undefined;
  readonly title: { readonly vi: string; readonly en: string };
  readonly officialName: string;
  readonly field: string;
  readonly synonyms: readonly string[];
};

/** Whom a catalogue entry is meant for: everybody, one province, or the administration itself. */
export const SCOPES = ['STANDARD', 'SPECIFIC', 'STANDARD_INTERNAL'] as const;
export type Scope = (typeof SCOPES)[number];

/** A procedure of the national catalogue. */
export type CatalogueEntry = {
  readonly code: string;
  readonly name: string;
  readonly portalId: string;
  readonly fields: readonly string[];
  /** Who decides. */
  readonly agencies: readonly string[];
  readonly issuedBy: string;
  /** Whom it is for, in the catalogue's own words. */
  readonly for: readonly string[];
  readonly scope: Scope;
};

/** Words as citizens say them; see docs/finding.md. */
export type FindingWords = {
  /** Words that carry no meaning in a question ("tôi muốn", "ở đâu"). */
  readonly ignore: readonly string[];
  /** Words that say little ("làm", "xin"). */
  readonly light: readonly string[];
  /** Whoever says one of the first may mean each of the second. */
  readonly means: readonly { readonly say: readonly string[]; readonly mean: readonly string[] }[];
  /** What citizens call a procedure, in any language. */
  readonly intents: readonly { readonly codes: readonly string[]; readonly say: readonly string[] }[];
};

export const NO_WORDS: FindingWords = { ignore: [], light: [], means: [], intents: [] };

export type FindingSource = {
  readonly guides: readonly FindableGuide[];
  readonly words: FindingWords;
  readonly catalogue: Iterable<CatalogueEntry>;
};

/** One procedure that a query found. */
export type Found = {
  /** null: a guide whose official code is not known. */
  readonly code: string | null;
  /** The guide's title, or the catalogue's name. */
  readonly name: string;
  /** The guide or card of the pack; null: only the catalogue knows the procedure. */
  readonly slug: string | null;
  /** What the catalogue says; null when no catalogue holds it. */
  readonly entry: CatalogueEntry | null;
};

export type FindOptions = {
  /** The citizen's province, as "tỉnh Bắc Ninh", "Bắc Ninh" or "bac ninh"; null: unknown. */
  readonly province?: string | null;
  /** At most so many; 20 unless told. */
  readonly most?: number;
};

export type Finder = {
  /** Procedures for a query as it stands in the field, best first; [] for an empty one. */
  readonly find: (query: string, options?: FindOptions) => readonly Found[];
  /** Guides and catalogue entries in the index. */
  readonly size: number;
};
