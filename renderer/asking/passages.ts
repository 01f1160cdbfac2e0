import type { Language } from '#contract/content-pack.ts';
import { MOST_PASSAGES } from '#contract/rephrase.ts';
import type { QuoteView } from './quote-view.ts';

/**
 * The texts of a quotation as the pack has them, its title first; null when it is not one to be said in other words:
 * nothing is shown, the citizen is asked back, or it would not fit as a whole (half a list of papers is a wrong one).
 */
export function passagesOf({ title, aspect, lines, choices }: QuoteView, lang: Language): readonly string[] | null {
  // Names of laws are no texts of ours.
  if (lines === null || choices.length > 0 || aspect === 'law') return null;
  const passages = [title, ...lines.flatMap(({ text, detail }) => (detail === undefined ? [text] : [text, detail]))].map((text) => text[lang]);
  return passages.length > MOST_PASSAGES ? null : passages;
}
