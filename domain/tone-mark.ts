import { canBecomeSyllable, isVowel, parseBare, plainLetter, type Tone } from './vietnamese-syllable.ts';

const MARKS = { acute: '\u0301', grave: '\u0300', hook: '\u0309', tilde: '\u0303', dot: '\u0323' } as const satisfies Record<Exclude<Tone, 'level'>, string>;
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/gu;

export type TonedWord = {
  /** The letters with their shapes and their case, without the tone. */
  readonly letters: string;
  readonly tone: Tone;
};

/** Takes the tone off a word; of several marks the last counts. */
export function splitTone(word: string): TonedWord {
  const open = word.normalize('NFD');
  const last = open.match(TONE_MARK)?.at(-1);
  const tone = TONES.find((one) => one !== 'level' && MARKS[one] === last) ?? 'level';
  return { letters: open.replace(TONE_MARK, '').normalize('NFC'), tone };
}

export const TONES: readonly Tone[] = ['level', 'acute', 'grave', 'hook', 'tilde', 'dot'];

/**
 * Puts the tone where this product writes it (docs/decisions/0020): on the shaped vowel, else on the last vowel before
 * a consonant, else on the first of two vowels and the second of three: hòa, thủy, mía, ngoài, toán, thuở, được.
 * NFC; letters without a vowel come back as they are.
 */
export function placeTone({ letters, tone }: TonedWord): string {
  if (tone === 'level') return letters;
  const seat = toneSeat(letters.toLowerCase());
  if (seat === null) return letters;
  return (letters.slice(0, seat + 1) + MARKS[tone] + letters.slice(seat + 1)).normalize('NFC');
}

/** Index of the letter that bears the tone, null when there is no vowel. */
function toneSeat(bare: string): number | null {
  const parts = parseBare(bare);
  // Not Vietnamese: the last run of vowels, so that a tone key does what it can.
  const from = parts === null ? bare.search(/[aăâeêioôơuưy]+[^aăâeêioôơuưy]*$/u) : parts.onset.length;
  if (from < 0) return null;
  let to = from;
  while (isVowel(bare.charAt(to))) to += 1;
  if (to === from) return null;
  for (let at = to - 1; at >= from; at -= 1) if (plainLetter(bare.charAt(at)) !== bare.charAt(at)) return at;
  const vowels = to - from;
  if (to < bare.length) return to - 1;
  // First of two, second of three.
  return vowels === 1 ? from : to - 2;
}

/** The word with its tone in its right place, if it is or can become Vietnamese; as it was otherwise. */
export function reseatTone(word: string): string {
  const toned = splitTone(word);
  return canBecomeSyllable(toned.letters.toLowerCase(), toned.tone) ? placeTone(toned) : word;
}
