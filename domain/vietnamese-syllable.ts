/**
 * What a Vietnamese syllable can be made of: an onset, a rime, a tone. "Bare" is a syllable in lower case without its
 * tone but with the letters' own shapes: "tiêng" of "tiếng", "đươc" of "được".
 */

/** `level` is written without a mark (thanh ngang). */
export type Tone = 'level' | 'acute' | 'grave' | 'hook' | 'tilde' | 'dot';

export type Syllable = { readonly onset: string; readonly rime: string };

/** Longest first: "ngh" must be tried before "ng" and "n". `kr` is in names of the Central Highlands (Krông Pắc). */
export const ONSETS: readonly string[] = [
  'ngh', 'ch', 'gh', 'gi', 'kh', 'kr', 'ng', 'nh', 'ph', 'qu', 'th', 'tr',
  'b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x', '',
];

/** Every rime in use. After "qu" and "gi" the same rimes follow: "quyên" is qu + yên, "giếng" g + iêng. */
export const RIMES: readonly string[] = (
  'a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ' +
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
  'u ua uc ui uk um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt ' +
  'uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ' +
  'ươc ươi ươm ươn ương ươp ươt ươu y ych yêm yên yêng yêt yêu ynh yt'
).split(' ');

const VOWELS = 'aăâeêioôơuưy';
/** Written sharp stops: such a syllable has the acute or the dot. */
const STOP_CODA = /(?:ch|[cpkt])$/;

const KNOWN_RIMES: ReadonlySet<string> = new Set(RIMES);

/** The plain letter under each shaped one. */
const PLAIN: Readonly<Record<string, string>> = { ă: 'a', â: 'a', đ: 'd', ê: 'e', ô: 'o', ơ: 'o', ư: 'u' };

export function plainLetter(letter: string): string {
  return PLAIN[letter] ?? letter;
}

export function isVowel(letter: string): boolean {
  return letter !== '' && VOWELS.includes(letter);
}

/**
 * How a rime of the language may begin, with shapes that are still to come left out: "tien" may become "tiên". Made once out
 * of the rimes: a table of what was looked up would keep what somebody typed (promise 5).
 */
const RIME_STARTS: ReadonlySet<string> = new Set(RIMES.flatMap(startsOf));

function startsOf(rime: string): readonly string[] {
  let starts: readonly string[] = [''];
  const all: string[] = [''];
  for (const letter of rime) {
    starts = starts.flatMap((start) => [...new Set([start + letter, start + plainLetter(letter)])]);
    all.push(...starts);
  }
  return all;
}

/** The parts of a bare word that is a syllable or can still become one; null when it cannot. */
export function parseBare(bare: string): Syllable | null {
  for (const onset of ONSETS) {
    if (!bare.startsWith(onset)) continue;
    const rime = bare.slice(onset.length);
    // "gì": here i is the vowel; "già": here it belongs to the onset.
    if (onset === 'gi' && !isVowel(rime.charAt(0))) continue;
    if (RIME_STARTS.has(rime)) return { onset, rime };
  }
  return ONSETS.some((onset) => onset.startsWith(bare)) ? { onset: bare, rime: '' } : null;
}

/** True while more letters or shapes can still make a syllable of it. */
export function canBecomeSyllable(bare: string, tone: Tone): boolean {
  const parts = parseBare(bare);
  if (parts === null) return false;
  return tone === 'level' || (parts.rime !== '' && suitsCoda(parts.rime, tone));
}

/** True for a whole syllable, spelt as the language spells it. */
export function isSyllable(bare: string, tone: Tone): boolean {
  return ONSETS.some((onset) => {
    if (!bare.startsWith(onset)) return false;
    const rime = bare.slice(onset.length);
    return KNOWN_RIMES.has(rime) && spellsTogether(onset, rime) && (tone === 'level' ? !STOP_CODA.test(rime) : suitsCoda(rime, tone));
  });
}

function suitsCoda(rime: string, tone: Tone): boolean {
  return tone === 'level' || tone === 'acute' || tone === 'dot' || !STOP_CODA.test(rime);
}

/** c, g and ng before a, ă, â, o, ô, ơ, u, ư; k, gh and ngh before e, ê, i, y; "qu" before no rounded vowel but ô and ơ. */
export function spellsTogether(onset: string, rime: string): boolean {
  const isFront = /^[eêiy]/.test(rime);
  switch (onset) {
    case 'c':
    case 'ng':
      return !isFront;
    case 'g':
      return !isFront || rime.startsWith('i');
    case 'gh':
    case 'ngh':
      return isFront;
    case 'k':
      return isFront || rime === 'a';
    case 'gi':
      return !/^[iy]/.test(rime);
    case 'qu':
      return !/^(?:[uưo]|ươ)/.test(rime);
    default:
      return true;
  }
}
