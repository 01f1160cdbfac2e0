import { foldText } from '../text-folding.ts';

/** A word as it is compared. Two spellings of one syllable have the same keys. */
export type Spelling = {
  /** Letters with their own marks, the tone behind them as a sign: "hoà" and "hòa" are both "hoa̖". */
  readonly marked: string;
  /** Without marks, "y" at the end of "ký" as "i". */
  readonly folded: string;
};

/** Grave, acute, tilde, hook and dot: the five tones in their decomposed form. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const WORDS = /\d+(?:\.\d+)+|[\p{L}\p{M}\d]+/gu;
/** "kỹ" is also written "kĩ", "quý" "quí"; "ay", "uy" and "y" alone are other sounds. */
const LAST_Y = /^(qu|[bcdđghklmnprstvx]{1,2})y$/u;

/** The words of a text in lower case, punctuation dropped; a code such as 1.001193 is one word. */
export function splitWords(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(WORDS) ?? [];
}

/** The keys of one word of {@link splitWords}. Old and new places of the tone, "i" and "y" fall together. */
export function spellingOf(word: string): Spelling {
  const bare = word.normalize('NFD');
  const tone = bare.match(TONES)?.join('') ?? '';
  const letters = withLastI(bare.replace(TONES, '').normalize('NFC'));
  return { marked: letters + tone, folded: foldText(letters) };
}

/** True when the word was typed with a mark: then its marks count (E117). */
export function hasMarks({ marked, folded }: Spelling): boolean {
  return marked !== folded;
}

function withLastI(letters: string): string {
  return letters.replace(LAST_Y, '$1i');
}
