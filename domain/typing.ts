import { placeTone, reseatTone, splitTone } from './tone-mark.ts';
import { typeTelex } from './telex.ts';
import { canBecomeSyllable, isSyllable, type Tone } from './vietnamese-syllable.ts';

/** What somebody is typing. */
export type Typed = {
  /** NFC. */
  readonly text: string;
  /**
   * The keys of the last word as they were pressed, so that a word that turns out not to be Vietnamese gets them back
   * ("google", not "gôgle"). Left out when they are not known: after a mark key, a deletion, or a change by hand.
   */
  readonly keys?: string;
};

/** Keys with a job, beside single characters. The tone keys act on the last syllable. */
export type ToneKey = `tone-${Tone}`;
export const TONE_KEYS: readonly ToneKey[] = ['tone-acute', 'tone-grave', 'tone-hook', 'tone-tilde', 'tone-dot', 'tone-level'];

const LAST_WORD = /[\p{L}\p{M}]+$/u;
const LETTER = /^\p{L}$/u;

/**
 * The text after one more key at its end: a character, `Backspace`, `Clear` or a tone key. Other keys change nothing.
 * @param telex letters make marks (E121, E122); marks and tones of their own keys always do
 */
export function pressKey(typed: Typed, key: string, telex: boolean): Typed {
  const text = typed.text.normalize('NFC');
  if (key === 'Clear') return { text: '' };
  if (key === 'Backspace') return deleteLast({ ...typed, text });
  const toneKey = TONE_KEYS.find((one) => one === key);
  if (toneKey !== undefined) return { text: changeLastWord(text, (word) => withTone(word, toneKey)) };
  if ([...key.normalize('NFC')].length !== 1) return typed;
  return typeCharacter({ ...typed, text }, key.normalize('NFC'), telex);
}

function typeCharacter(typed: Typed, key: string, telex: boolean): Typed {
  // The Vietnamese layout of some systems sends a tone as a combining mark of its own.
  if (!LETTER.test(key)) return { text: ((telex ? giveBack(typed) : typed.text) + key).normalize('NFC') };
  if (telex && /^[a-z]$/i.test(key)) return typeLetter(typed, key);
  return { text: changeLastWord(typed.text + key, reseatTone).normalize('NFC') };
}

function typeLetter(typed: Typed, key: string): Typed {
  const word = lastWord(typed.text);
  const head = typed.text.slice(0, typed.text.length - word.length);
  const before = word === '' ? '' : typed.keys;
  const step = typeTelex(word, key);
  if (before === undefined) return { text: head + step.word };
  const keys = before + key;
  if (step.undone) {
    // "ww": the first made ư out of nothing, so nothing but a w is left of it.
    const next = /[uư]/iu.test(before) || key.toLowerCase() !== 'w' || !/w$/i.test(before) ? step.word : before;
    return { text: head + next, keys: next };
  }
  const toned = splitTone(step.word);
  const isLost = !canBecomeSyllable(toned.letters.toLowerCase(), toned.tone) && !isAbbreviation(step.word);
  return { text: head + (isLost ? keys : step.word), keys };
}

/** At the end of a word that is no syllable its keys come back: "user ", "data ". */
function giveBack({ text, keys }: Typed): string {
  const word = lastWord(text);
  if (keys === undefined || word === '' || word === keys || isAbbreviation(word)) return text;
  const { letters, tone } = splitTone(word);
  return isSyllable(letters.toLowerCase(), tone) ? text : text.slice(0, text.length - word.length) + keys;
}

function isAbbreviation(word: string): boolean {
  return !/[aăâeêioôơuưy]/iu.test(splitTone(word).letters);
}

/** One letter with all its marks goes; the tone of what is left moves to its right place. */
function deleteLast({ text, keys }: Typed): Typed {
  const shorter = [...text].slice(0, -1).join('');
  const isAsTyped = keys !== undefined && keys !== '' && lastWord(text) === keys;
  const reseated = changeLastWord(shorter, reseatTone);
  return isAsTyped ? { text: shorter, keys: keys.slice(0, -1) } : { text: reseated };
}

function withTone(word: string, key: ToneKey): string {
  return placeTone({ letters: splitTone(word).letters, tone: TONE_OF[key] });
}

const TONE_OF: Readonly<Record<ToneKey, Tone>> = {
  'tone-acute': 'acute', 'tone-grave': 'grave', 'tone-hook': 'hook', 'tone-tilde': 'tilde', 'tone-dot': 'dot', 'tone-level': 'level',
};

function lastWord(text: string): string {
  return LAST_WORD.exec(text)?.[0] ?? '';
}

function changeLastWord(text: string, change: (word: string) => string): string {
  const word = lastWord(text);
  return word === '' ? text : text.slice(0, text.length - word.length) + change(word);
}
