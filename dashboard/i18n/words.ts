import { createContext, useContext } from 'react';
import { formatsOf, type Formats } from './formats.ts';
import { EN, VI, type WordKey } from './texts.ts';

export type Tongue = 'vi' | 'en';
export type { WordKey };
/** Values for the holes of a text, already formatted. */
export type Holes = Readonly<Record<string, string>>;

/** The texts and formats of one language. */
export type Words = Formats & { readonly tongue: Tongue; readonly say: (key: WordKey, holes?: Holes) => string };

const TEXTS: Readonly<Record<Tongue, Readonly<Record<WordKey, string>>>> = { vi: VI, en: EN };

export function wordsOf(tongue: Tongue): Words {
  const texts = TEXTS[tongue];
  return {
    tongue,
    ...formatsOf(tongue),
    say: (key, holes = {}) => texts[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => holes[name] ?? ''),
  };
}

export const WordsContext = createContext<Words>(wordsOf('vi'));

export function useWords(): Words {
  return useContext(WordsContext);
}
