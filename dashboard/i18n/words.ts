import { createContext, useContext } from 'react';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import { formatsOf, type Formats } from './formats.ts';

export type Tongue = 'vi' | 'en';
export type WordKey = keyof typeof vi;
/** Values for the holes of a text, already formatted. */
export type Holes = Readonly<Record<string, string>>;

/** The texts and formats of one language. */
export type Words = Formats & { readonly tongue: Tongue; readonly say: (key: WordKey, holes?: Holes) => string };

const TEXTS: Readonly<Record<Tongue, Readonly<Record<WordKey, string>>>> = { vi, en };

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
