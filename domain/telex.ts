import { placeTone, splitTone, type TonedWord } from './tone-mark.ts';
import { canBecomeSyllable, isVowel, parseBare, plainLetter, type Tone } from './vietnamese-syllable.ts';

/** What one key makes of the word before it. */
export type TelexStep = {
  /** NFC. */
  readonly word: string;
  /** The key took back what it had done before, and stands for itself now. */
  readonly undone: boolean;
};

const TONE_KEYS: Readonly<Record<string, Tone>> = { s: 'acute', f: 'grave', r: 'hook', x: 'tilde', j: 'dot', z: 'level' };
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN_OR_BREVE: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };

/**
 * Telex (E122): aa aw ee oo ow uw w dd, s f r x j for the tones and z for none, anywhere after what they change; the
 * same key again takes it back. What cannot become Vietnamese gets its keys as plain letters.
 * @param word letters only, NFC or not  @param key one letter
 */
export function typeTelex(word: string, key: string): TelexStep {
  const toned = splitTone(word);
  const bare = toned.letters.toLowerCase();
  if (isAbbreviatedD(bare, key)) return { word: word.slice(0, -1) + withCaseOf('đ', word.slice(-1)), undone: false };
  if (!canBecomeSyllable(bare, toned.tone)) return plain(word, key);
  return stepOf(toned, key) ?? append(toned, key);
}

/** "QĐ", "HĐND": an abbreviation has no vowel, and its đ may stand anywhere. */
function isAbbreviatedD(bare: string, key: string): boolean {
  return key.toLowerCase() === 'd' && /^[^aăâeêioôơuưy]+d$/u.test(bare);
}

function plain(word: string, key: string): TelexStep {
  return { word: (word + key).normalize('NFC'), undone: false };
}

function stepOf(word: TonedWord, key: string): TelexStep | null {
  const lower = key.toLowerCase();
  const tone = TONE_KEYS[lower];
  if (tone !== undefined) return typeTone(word, key, tone);
  if (lower === 'd') return typeD(word, key);
  if (lower === 'w') return typeHorn(word, key);
  return Object.hasOwn(CIRCUMFLEX, lower) ? typeCircumflex(word, key) : null;
}

function typeTone(word: TonedWord, key: string, tone: Tone): TelexStep | null {
  const bare = word.letters.toLowerCase();
  if ((parseBare(bare)?.rime ?? '') === '') return null;
  if (tone === 'level') return word.tone === 'level' ? null : { word: word.letters, undone: false };
  if (tone === word.tone) return { word: word.letters + key, undone: true };
  return canBecomeSyllable(bare, tone) ? { word: placeTone({ ...word, tone }), undone: false } : null;
}

function typeD(word: TonedWord, key: string): TelexStep | null {
  const first = word.letters.charAt(0);
  if (first === 'đ' || first === 'Đ') return takenBack(replaceAt(word, 0, 'd'), key);
  return first === 'd' || first === 'D' ? { word: placeTone(replaceAt(word, 0, 'đ')), undone: false } : null;
}

function typeCircumflex(word: TonedWord, key: string): TelexStep | null {
  const lower = key.toLowerCase();
  const shaped = CIRCUMFLEX[lower] ?? '';
  const vowels = vowelsOf(word);
  const at = vowels.findLastIndex(({ letter }) => plainLetter(letter) === lower && letter !== shaped);
  const target = vowels[at];
  const changed = target === undefined ? null : possible(replaceAt(word, target.at, shaped));
  if (changed !== null) return { word: placeTone(changed), undone: false };
  const done = vowels.find(({ letter }) => letter === shaped);
  return done === undefined ? null : takenBack(replaceAt(word, done.at, lower), key);
}

function typeHorn(word: TonedWord, key: string): TelexStep | null {
  const vowels = vowelsOf(word);
  if (vowels.length === 0) return append(word, withCaseOf('ư', key));
  const changed = hornPair(word, vowels) ?? hornOne(word, vowels);
  if (changed !== null) return { word: placeTone(changed), undone: false };
  const done = vowels.filter(({ letter }) => 'ăơư'.includes(letter));
  if (done.length === 0) return null;
  return takenBack(done.reduce((next, { letter, at }) => replaceAt(next, at, plainLetter(letter)), word), key);
}

/** uo becomes ươ at once; in "thuở" and "huơ", the open syllables that have it, only once more is written. */
function hornPair(word: TonedWord, vowels: readonly Vowel[]): TonedWord | null {
  const [u, o] = vowels;
  if (u === undefined || o === undefined || plainLetter(u.letter) !== 'u' || plainLetter(o.letter) !== 'o') return null;
  if (o.letter === 'ơ') return null;
  const isOpen = o.at === word.letters.length - 1;
  const onset = word.letters.slice(0, u.at).toLowerCase();
  const withO = replaceAt(word, o.at, 'ơ');
  return possible(isOpen && u.letter === 'u' && (onset === 'th' || onset === 'h') ? withO : replaceAt(withO, u.at, 'ư'));
}

function hornOne(word: TonedWord, vowels: readonly Vowel[]): TonedWord | null {
  for (const { letter, at } of vowels) {
    const shaped = HORN_OR_BREVE[plainLetter(letter)];
    const changed = shaped === undefined || shaped === letter ? null : possible(replaceAt(word, at, shaped));
    if (changed !== null) return changed;
  }
  return null;
}

/** A letter at the end; ưo and uơ become ươ before it, as nothing but ươ can stand there. */
function append(word: TonedWord, letter: string): TelexStep {
  const longer = { ...word, letters: (word.letters + letter).normalize('NFC') };
  const pair = /^(.*)(ưo|uơ)(.)$/isu.exec(longer.letters);
  const paired = pair === null || /q$/i.test(pair[1] ?? '') ? null : possible(asPair(longer, (pair[1] ?? '').length));
  return { word: placeTone(paired ?? longer), undone: false };
}

function asPair(word: TonedWord, at: number): TonedWord {
  return replaceAt(replaceAt(word, at, 'ư'), at + 1, 'ơ');
}

function possible(word: TonedWord): TonedWord | null {
  return canBecomeSyllable(word.letters.toLowerCase(), word.tone) ? word : null;
}

function takenBack(word: TonedWord, key: string): TelexStep {
  return { word: placeTone({ ...word, letters: word.letters + key }), undone: true };
}

type Vowel = { readonly letter: string; readonly at: number };

/** The vowels of the rime, in lower case, with their places in the word. */
function vowelsOf(word: TonedWord): readonly Vowel[] {
  const bare = word.letters.toLowerCase();
  const from = parseBare(bare)?.onset.length ?? bare.length;
  const found: Vowel[] = [];
  for (let at = from; isVowel(bare.charAt(at)); at += 1) found.push({ letter: bare.charAt(at), at });
  return found;
}

function replaceAt(word: TonedWord, at: number, letter: string): TonedWord {
  const { letters } = word;
  return { ...word, letters: letters.slice(0, at) + withCaseOf(letter, letters.charAt(at)) + letters.slice(at + 1) };
}

function withCaseOf(letter: string, model: string): string {
  return model === model.toUpperCase() ? letter.toUpperCase() : letter;
}
