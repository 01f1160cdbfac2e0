import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const Words = Type.String({ minLength: 1, maxLength: 80 });
const Phrases = Type.Array(Words, { maxItems: 200 });
const Code = Type.String({ pattern: '^[0-9A-Z][0-9A-Za-z.-]{2,20}$' });

/** words.json: how citizens say things, for the search. See docs/finding.md. */
export const FindingWords = Type.Object(
  {
    /** Words that ask rather than name ("tôi muốn", "ở đâu"): left out of a query that has others. */
    ignore: Phrases,
    /** Words that say little ("làm", "giấy"). */
    light: Phrases,
    /** Whoever says one of `say` may mean each of `mean` ("GPLX": "giấy phép lái xe"). */
    means: Type.Array(Type.Object({ say: Type.Array(Words, { minItems: 1, maxItems: 40 }), mean: Type.Array(Words, { minItems: 1, maxItems: 3 }) }, closed), { maxItems: 500 }),
    /** What citizens call a procedure, in any language; the code that most of them mean first. */
    intents: Type.Array(
      Type.Object({ codes: Type.Array(Code, { minItems: 1, maxItems: 4 }), say: Type.Array(Words, { minItems: 1, maxItems: 60 }) }, closed),
      { maxItems: 2_000 },
    ),
  },
  closed,
);
export type FindingWords = Static<typeof FindingWords>;
