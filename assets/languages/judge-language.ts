import type { PackLanguage } from '#contract/content-pack.ts';
import type { PackText } from '../check/pack-texts.ts';

export type Untranslated = { readonly file: string; readonly vi: string };

export type Judgement = {
  /** The kiosk's own texts of citizens' screens that the file does not translate. */
  readonly missingWords: readonly string[];
  /** Texts of the pack without translation, each once, at its first place. */
  readonly missingTexts: readonly Untranslated[];
  /** What is there and wrong: each says where and what to do. */
  readonly mistakes: readonly string[];
};

/** Staff and whoever sets a kiosk up read Vietnamese or English; a further language may leave these to its fallback. */
const NOT_FOR_CITIZENS = /^(?:staff|setup|errors)\./;
const PLACEHOLDER = /\{\{\w+\}\}/g;
/** 10.000 in Vietnamese is 10,000 elsewhere: the same number. */
const THOUSANDS = /(?<=\d)[.,](?=\d{3}(?!\d))/g;

/**
 * What a further language still lacks, and where it says something else than the Vietnamese.
 * @param own  the kiosk's own texts in Vietnamese, by key
 * @param texts  every text of the pack
 */
export function judgeLanguage(language: PackLanguage, own: ReadonlyMap<string, string>, texts: readonly PackText[]): Judgement {
  const first = new Map<string, string>();
  for (const { file, text } of texts) if (!first.has(text.vi)) first.set(text.vi, file);
  return {
    missingWords: [...own.keys()].filter((key) => !NOT_FOR_CITIZENS.test(key) && language.words[key] === undefined),
    missingTexts: [...first].filter(([vi]) => language.texts[vi] === undefined).map(([vi, file]) => ({ file, vi })),
    mistakes: [
      ...Object.entries(language.words).flatMap(([key, said]) => mistakesOfWord(key, own.get(key), said)),
      ...Object.entries(language.texts).flatMap(([vi, said]) => mistakesOfText(vi, said, first.has(vi))),
    ],
  };
}

function mistakesOfWord(key: string, vi: string | undefined, said: string): readonly string[] {
  // A language with other plural forms than Vietnamese has keys that vi.json lacks.
  if (vi === undefined) return /_(?:zero|one|two|few|many|other)$/.test(key) ? [] : [`words.${key}: is no text of the kiosk any more; remove it`];
  return same(vi, said, placeholders) ? [] : [`words.${key}: must hold ${placeholders(vi).join(' ') || 'no placeholder'}, as the Vietnamese does`];
}

function mistakesOfText(vi: string, said: string, isThere: boolean): readonly string[] {
  if (!isThere) return [`texts."${vi}": is no text of this pack any more; remove it, or translate the new wording`];
  return same(vi, said, numbers) ? [] : [`texts."${vi}": must hold the numbers ${numbers(vi).join(' ') || '(none)'}, and holds ${numbers(said).join(' ') || 'none'}`];
}

function placeholders(text: string): readonly string[] {
  return (text.match(PLACEHOLDER) ?? []).sort();
}

/** Every number of a text, whatever the order a language puts them in. */
function numbers(text: string): readonly string[] {
  return (text.replaceAll(THOUSANDS, '').match(/\d+/g) ?? []).map((digits) => String(Number(digits))).sort();
}

function same(one: string, other: string, of: (text: string) => readonly string[]): boolean {
  return of(one).join(' ') === of(other).join(' ');
}
