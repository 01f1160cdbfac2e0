import { foldWords, hasLink, hasOwnSigns, namesOf, negates, numbersOf, wordsOf } from './text-claims.ts';

/** Signs a rephrased text may have. */
export const LONGEST_REPHRASED = 600;
/** Fewer words are no sentence; the endpoint says "-" when the passages do not answer. */
const FEWEST_WORDS = 3;
/** Share of the text's words that must stand in the passages. Coarse: it keeps out a text about something else. */
const LEAST_GROUNDED = 0.5;

/** What a rephrased text says that the passages do not. */
export type Invention = 'empty' | 'long' | 'signs' | 'link' | 'number' | 'name' | 'negation' | 'other-words';

/** Composed (NFC) and on one line; lists and whatever else marks up stay as they are, for the check to refuse. */
export function tidyRephrased(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/ *\r?\n\s*(?![-–•*\d])/g, ' ').replaceAll(/ {2,}/g, ' ');
}

/**
 * What a machine wrote of passages, held against them: null, or the first thing that speaks against it. It is strict
 * and knows no meaning: what it refuses costs nothing, for the passages themselves are shown, and what it lets
 * through may still be wrong, so the passages are shown all the same.
 * @param text as `tidyRephrased` gives it
 */
export function findInvention(text: string, passages: readonly string[]): Invention | null {
  const given = passages.map((passage) => passage.normalize('NFC'));
  if (wordsOf(text).length < FEWEST_WORDS) return 'empty';
  if ([...text].length > LONGEST_REPHRASED) return 'long';
  if (!hasOwnSigns(text)) return 'signs';
  if (hasLink(text, given)) return 'link';
  const numbers = numbersOf(given);
  if ([...numbersOf([text])].some((number) => !numbers.has(number))) return 'number';
  const known = foldWords(given);
  if (namesOf(text).some((name) => !known.has(name.toLowerCase()))) return 'name';
  // "Cần" and "không cần" share every word but one.
  if (negates([text]) !== negates(given)) return 'negation';
  return isGrounded(text, known) ? null : 'other-words';
}

function isGrounded(text: string, known: ReadonlySet<string>): boolean {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  return words.filter((word) => known.has(word)).length >= words.length * LEAST_GROUNDED;
}
