import { createInstance } from 'i18next';
import type { Language, LocalText } from '#contract/content-pack.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

type Leaves<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${Key}` : Leaves<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** `name_one` and `name_other` are one key with a `count`. */
type WithoutPlural<Key extends string> = Key extends `${infer Name}_${'one' | 'other'}` ? Name : Key;

/** Every text the kiosk can say, as `screen.name`; one that vi.json does not have does not compile. */
export type WordKey = WithoutPlural<Leaves<typeof vi>>;
export type WordValues = Readonly<Record<string, string | number>>;
export type Translate = (key: WordKey, values?: WordValues) => string;

const instance = createInstance();
// The texts are bundled, so i18next is ready when init returns.
void instance.init({
  resources: { vi: { translation: vi }, en: { translation: en } },
  lng: 'vi',
  fallbackLng: 'vi',
  initAsync: false,
  // React escapes what it draws; escaping twice would show "&amp;".
  interpolation: { escapeValue: false },
});

const translators: Record<Language, Translate> = {
  vi: translator('vi'),
  en: translator('en'),
};

function translator(language: Language): Translate {
  const fixed = instance.getFixedT(language);
  return (key, values = {}) => fixed(key, values);
}

/** The kiosk's own texts in one language. */
export function wordsIn(language: Language): Translate {
  return translators[language];
}

/**
 * Texts of a further language by their key.
 * @param words  what the content pack translates: `home.title`; plural forms as i18next names them
 * @param otherwise  says what is not in `words`
 */
export function wordsFrom(tag: string, words: Readonly<Record<string, string>>, otherwise: Translate): Translate {
  const further = createInstance();
  void further.init({
    resources: { [tag]: { translation: words } },
    lng: tag,
    fallbackLng: false,
    initAsync: false,
    // Keys are written whole in the pack: "home.title" is one name.
    keySeparator: false,
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => (further.exists(key, values) ? further.t(key, values) : otherwise(key, values));
}

/** A text of the content pack in one language. */
export function localIn(language: Language): (text: LocalText) => string {
  return (text) => text[language];
}
