import { useSession } from '../session/session-context.ts';
import type { Language, LocalText } from '#contract/content-pack.ts';
import { localIn, wordsIn, type Translate } from './words.ts';

export type Words = {
  readonly language: Language;
  /** The kiosk's own texts: `t('guide.step', { step: 2, of: 5 })`. */
  readonly t: Translate;
  /** A text of the content pack. */
  readonly local: (text: LocalText) => string;
};

/** Texts in the language the citizen chose. */
export function useWords(): Words {
  const language = useSession((state) => state.comfort.language);
  return { language, t: wordsIn(language), local: localIn(language) };
}
