import type { LocalText, PackLanguage } from '#contract/content-pack.ts';
import { localIn, wordsFrom, wordsIn, type Translate } from './words.ts';

/** The texts of a further language of the pack. */
export type FurtherWords = { readonly t: Translate; readonly local: (text: LocalText) => string };

const known = new WeakMap<PackLanguage, FurtherWords>();

/** Made once a language: i18next's set-up is too dear for every drawing. What is not translated is said in the fallback. */
export function furtherWords(language: PackLanguage): FurtherWords {
  const found = known.get(language);
  if (found !== undefined) return found;
  const otherwise = localIn(language.fallback);
  const made: FurtherWords = {
    t: wordsFrom(language.tag, language.words, wordsIn(language.fallback)),
    local: (text) => language.texts[text.vi] ?? otherwise(text),
  };
  known.set(language, made);
  return made;
}
