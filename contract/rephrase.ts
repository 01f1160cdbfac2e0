import { Type, type Static } from 'typebox';
import { LANGUAGES } from './content-pack.ts';

/** A guide's list of papers with its notes still fits. */
export const MOST_PASSAGES = 12;

/** Everything that is ever sent of an asking: what was typed and our own texts, nothing of who, where or when. */
export const RephraseRequest = Type.Object({
  question: Type.String({ minLength: 1, maxLength: 60 }),
  /** Texts of the content pack, word for word, in the order shown. */
  passages: Type.Array(Type.String({ minLength: 1, maxLength: 400 }), { minItems: 1, maxItems: MOST_PASSAGES }),
  lang: Type.Enum([...LANGUAGES]),
});
export type RephraseRequest = Static<typeof RephraseRequest>;

/** Checked against the passages (domain/asking/check-rephrased.ts); nobody has read it. */
export const RephraseAnswer = Type.Object({ text: Type.String({ minLength: 1, maxLength: 600 }) });
export type RephraseAnswer = Static<typeof RephraseAnswer>;
