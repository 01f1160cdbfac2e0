import { cleanSpoken } from './clip-key.ts';

/**
 * A sentence's end, or a sign that a speaker pauses at and after which something of its own follows ("Nguồn: …"). A full stop within
 * a number or an address has no space after it.
 */
const PAUSE = /(?<=[.!?…:;])\s+|\s+[·→|]\s+|\n+/u;

/** What is said in one breath and has one clip. Order and words are kept; what is not heard is left out. */
export function splitPhrases(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replaceAll('\u00a0', ' ')
    .split(PAUSE)
    .map(cleanSpoken)
    .filter((phrase) => phrase !== '');
}

const HOLE = /\{\{[^}]*\}\}/u;

/** The fixed parts of a text with holes: "Bước {{step}}/{{of}}" has one, "Bước". What fills the holes is said apart. */
export function fixedParts(text: string): readonly string[] {
  return splitPhrases(text).flatMap((phrase) => (HOLE.test(phrase) ? phrase.split(/\{\{[^}]*\}\}/u).map(trimMarks).filter((part) => /\p{L}/u.test(part)) : [phrase]));
}

function trimMarks(part: string): string {
  return cleanSpoken(part).replace(/^[\s“”"()/,;:.–-]+|[\s“”"()/,;:.–-]+$/gu, '');
}
