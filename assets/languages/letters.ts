import type { PackLanguage } from '#contract/content-pack.ts';

type Range = readonly [from: number, to: number];

/** The letters that a style sheet's own fonts cover, as its `unicode-range` lines say. */
export function parseCoveredLetters(css: string): (letter: string) => boolean {
  const ranges = [...css.matchAll(/unicode-range:([^;]+);/g)].flatMap(([, list = '']) => list.split(',').map(parseRange));
  return (letter) => ranges.some(([from, to]) => from <= codeOf(letter) && codeOf(letter) <= to);
}

function parseRange(range: string): Range {
  const [from = '', to = from] = range.trim().replace('U+', '').split('-');
  return [parseInt(from, 16), parseInt(to, 16)];
}

/** Every letter of a language's texts that is not `covered`, in the order of their code points. */
export function lettersBeyond(language: PackLanguage, covered: (letter: string) => boolean): string {
  const said = [language.endonym, ...Object.values(language.words), ...Object.values(language.texts)];
  const letters = [...new Set(said.join(''))].filter((letter) => letter.trim() !== '' && !covered(letter));
  return letters.sort((one, other) => codeOf(one) - codeOf(other)).join('');
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}
