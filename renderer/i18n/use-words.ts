import { LANGUAGES, type Language, type LocalText, type PackLanguage } from '#contract/content-pack.ts';
import { useSession } from '../session/session-context.ts';
import { furtherWords } from './further-words.ts';
import { localIn, wordsIn, type Translate } from './words.ts';

export type Words = {
  /** BCP 47 tag of what is on the screen. */
  readonly tag: string;
  /** The built-in language that numbers, captions and whatever is not translated follow. */
  readonly language: Language;
  /** The kiosk's own texts: `t('guide.step', { step: 2, of: 5 })`. */
  readonly t: Translate;
  /** A text of the content pack. */
  readonly local: (text: LocalText) => string;
};

/** Texts in the language the citizen chose. */
export function useWords(): Words {
  const tag = useSession((state) => state.comfort.language);
  const further = useFurtherLanguage();
  if (further !== null) return { tag, language: further.fallback, ...furtherWords(further) };
  const language = LANGUAGES.find((one) => one === tag) ?? 'vi';
  return { tag: language, language, t: wordsIn(language), local: localIn(language) };
}

/** The further language of the pack that is on the screen; null: Vietnamese or English. */
export function useFurtherLanguage(): PackLanguage | null {
  return useSession(({ comfort, kiosk }) => kiosk.pack?.languages?.find(({ tag }) => tag === comfort.language) ?? null);
}

export type OfferedLanguage = { readonly tag: string; readonly endonym: string };

const NO_LANGUAGES: readonly PackLanguage[] = [];

/** Every language a citizen can choose, each by its own name (E110), Vietnamese first. */
export function useOfferedLanguages(): readonly OfferedLanguage[] {
  const further = useSession((state) => state.kiosk.pack?.languages ?? NO_LANGUAGES);
  const builtIn = LANGUAGES.map((tag) => ({ tag, endonym: wordsIn(tag)(`language.${tag}`) }));
  return [...builtIn, ...further.map(({ tag, endonym }) => ({ tag, endonym }))];
}
