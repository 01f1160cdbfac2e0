/** What a tone key of Telex and of VNI leaves on a word, as a combining mark. */
const TELEX_TONES: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI_TONES: Readonly<Record<string, string>> = { '1': '\u0301', '2': '\u0300', '3': '\u0309', '4': '\u0303', '5': '\u0323' };

const TELEX = /^[a-z]+$/;
const VNI = /^[a-z]+[0-9][a-z0-9]*$/;
/** Consonants, vowels, consonants, as a Vietnamese syllable is built once its marks are off. */
const SYLLABLE = /^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouyăâêôơư]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/u;

/**
 * The word that somebody meant who typed Telex or VNI with the keyboard's Vietnamese off ("ddawng", "d9a8ng");
 * null when the word cannot be one. Marks may stand anywhere after their vowel, as people type them.
 */
export function readRawTyping(word: string): string | null {
  if (TELEX.test(word)) return syllable(readTelex(word), word);
  if (VNI.test(word)) return syllable(readVni(word), word);
  return null;
}

type Read = { readonly letters: string; readonly tone: string };

function syllable({ letters, tone }: Read, word: string): string | null {
  if (!SYLLABLE.test(letters)) return null;
  const vowel = letters.search(/[aeiouyăâêôơư]/u);
  const read = (letters.slice(0, vowel + 1) + tone + letters.slice(vowel + 1)).normalize('NFC');
  return read === word ? null : read;
}

function readTelex(word: string): Read {
  const vowel = word.search(/[aeiouyw]/);
  let tone = '';
  const letters = [...word].filter((letter, at) => {
    const mark = at > vowel && vowel >= 0 ? TELEX_TONES[letter] : undefined;
    // "r" and "s" begin words; behind the vowel they can only be tones. "x" and "j" too.
    if (mark === undefined) return true;
    tone = mark;
    return false;
  });
  return { letters: shapeTelex(letters.join('')), tone };
}

function shapeTelex(letters: string): string {
  const doubled = letters.replace(/^dd/, 'đ').replace(/^d(.*)d$/, 'đ$1').replace(/aa|a(?=[^aeiouyw]+a$)/, 'â').replace(/oo/, 'ô').replace(/ee/, 'ê');
  const spread = doubled.replace(/â([^aeiouyw]+)a$/, 'â$1');
  if (!spread.includes('w')) return spread;
  const bare = spread.replace(/w/g, '');
  if (bare === '' || !/[aou]/.test(bare)) return spread.replace(/w/, 'ư');
  if (/uo/.test(bare)) return bare.replace('uo', 'ươ');
  if (/ua/.test(bare)) return bare.replace('ua', 'ưa');
  if (/ui/.test(bare)) return bare.replace('ui', 'ưi');
  // The vowel before the "w" takes the horn or the breve.
  return spread.replace(/([aou])([^w]*)w/, (_whole, vowel: string, rest: string) => horned(vowel) + rest);
}

function horned(vowel: string): string {
  return vowel === 'a' ? 'ă' : vowel === 'o' ? 'ơ' : 'ư';
}

function readVni(word: string): Read {
  let tone = '';
  let letters = '';
  for (const sign of word) {
    const mark = VNI_TONES[sign];
    if (mark !== undefined) tone = mark;
    else if (sign === '6') letters = lastOf(letters, { a: 'â', e: 'ê', o: 'ô' });
    else if (sign === '7') letters = letters.replace(/uo/, 'ươ').replace(/([ou])(?!.*[ou])/, horned);
    else if (sign === '8') letters = lastOf(letters, { a: 'ă' });
    else if (sign === '9') letters = letters.replace(/^d/, 'đ');
    else letters += sign;
  }
  return { letters, tone };
}

function lastOf(letters: string, shapes: Readonly<Record<string, string>>): string {
  const at = [...letters].findLastIndex((letter) => shapes[letter] !== undefined);
  const shape = at === -1 ? undefined : shapes[letters[at] ?? ''];
  return shape === undefined ? letters : letters.slice(0, at) + shape + letters.slice(at + 1);
}
