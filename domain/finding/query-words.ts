import type { FindingWords } from './finding.ts';
import { hasMarks, spellingOf, splitWords, type Spelling } from './spelling.ts';

type Phrase = readonly Spelling[];

/** {@link FindingWords} as a query is held against them. */
export type QueryWords = {
  readonly ignore: readonly Phrase[];
  readonly light: ReadonlySet<string>;
  readonly means: ReadonlyMap<string, readonly { readonly say: Phrase; readonly mean: readonly Phrase[] }[]>;
};

export function prepareWords({ ignore, light, means }: Pick<FindingWords, 'ignore' | 'light' | 'means'>): QueryWords {
  const byFirst = new Map<string, { readonly say: Phrase; readonly mean: readonly Phrase[] }[]>();
  for (const rule of means) {
    const mean = rule.mean.map(phraseOf);
    for (const say of rule.say.map(phraseOf)) {
      const first = say[0]?.folded;
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { say, mean }]);
    }
  }
  for (const rules of byFirst.values()) rules.sort((a, b) => b.say.length - a.say.length);
  return {
    ignore: ignore.map(phraseOf).toSorted((a, b) => b.length - a.length),
    light: new Set(light.map((word) => spellingOf(word.toLowerCase()).marked)),
    means: byFirst,
  };
}

export function phraseOf(text: string): Phrase {
  return splitWords(text).map(spellingOf);
}

/** Without the words that ask rather than name; all of them when nothing else was said. */
export function withoutIgnored(words: Phrase, ignore: QueryWords['ignore']): Phrase {
  const kept: Spelling[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = ignore.find((one) => one.every((word, step) => words[at + step]?.marked === word.marked));
    const word = words[at];
    if (phrase === undefined && word !== undefined) kept.push(word);
    at += phrase?.length ?? 1;
  }
  return kept.length === 0 ? words : kept;
}

/**
 * What the words may mean besides themselves: each known phrase replaced by what it stands for. One reading for the
 * first meanings, one for the second, and so on; [] when nothing is known.
 */
export function otherReadings(words: Phrase, means: QueryWords['means'], most: number): readonly Phrase[] {
  const readings: Phrase[] = [];
  for (let turn = 0; turn < most; turn += 1) {
    const { reading, turns } = replaced(words, means, turn);
    if (turns <= turn) break;
    readings.push(reading);
  }
  return readings;
}

function replaced(words: Phrase, means: QueryWords['means'], turn: number): { readonly reading: Phrase; readonly turns: number } {
  const reading: Spelling[] = [];
  let turns = 0;
  for (let at = 0; at < words.length; ) {
    const rule = ruleAt(words, at, means);
    const word = words[at];
    if (rule === undefined) {
      if (word !== undefined) reading.push(word);
      at += 1;
      continue;
    }
    turns = Math.max(turns, rule.mean.length);
    reading.push(...(rule.mean[Math.min(turn, rule.mean.length - 1)] ?? []));
    at += rule.say.length;
  }
  return { reading, turns };
}

function ruleAt(words: Phrase, at: number, means: QueryWords['means']) {
  return means.get(words[at]?.folded ?? '')?.find(({ say }) => say.every((word, step) => isMeant(words[at + step], word)));
}

/** Typed without marks a word may be any that folds to it; typed with marks it is what it says. */
function isMeant(typed: Spelling | undefined, word: Spelling): boolean {
  return typed !== undefined && (typed.marked === word.marked || (!hasMarks(typed) && typed.folded === word.folded));
}
