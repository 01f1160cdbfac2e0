import { Type, type Static } from 'typebox';

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** A path below the folder it stands for. */
const Path = Type.String({ pattern: '^([a-z0-9][A-Za-z0-9_-]*/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$', maxLength: 200 });
const closed = { additionalProperties: false } as const;

/** Written beside drawn phone pages: what they were made of, and what was made. */
export const MADE_PAGES = 'made.json';

/** The document {@link MADE_PAGES}. */
export const MadePages = Type.Object(
  {
    /** Calendar day from which facts count as stale on these pages. */
    today: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    /** The pack's documents that were drawn, by path, each with the SHA-256 of its bytes. */
    sources: Type.Record(Path, Hash),
    /** Every file in the folder but this one, each with the SHA-256 of its bytes. */
    files: Type.Record(Path, Hash),
  },
  closed,
);
export type MadePages = Static<typeof MadePages>;

/** Written beside the pages: which procedure and steps an answer from a phone may name. */
export const PROCEDURES = 'procedures.json';

/** The document {@link PROCEDURES}, by slug. */
export const PhoneProcedures = Type.Record(Type.String(), Type.Object({ procedure: Type.String(), steps: Type.Array(Type.String()) }));
export type PhoneProcedures = Static<typeof PhoneProcedures>;

/** The worker that keeps opened pages on the phone; its folder is what it may serve. */
export const PHONE_WORKER = 'worker.js';

/** True for the documents of a pack that phone pages are drawn from. */
export function isPageSource(path: string): boolean {
  return /^(pack|events|guides\/[a-z0-9][a-z0-9-]*)\.json$/.test(path);
}
