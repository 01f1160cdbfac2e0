import { Type, type Static } from 'typebox';
import { closed, LANGUAGES, LocalText, PathInPack, Provenance, Slug, Text } from './pack-parts.ts';

const AnswerId = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 });

/**
 * One answer of "Hỏi – đáp" (answers/<topic>.json is a list of them): a fault and what helps, or advice for safety. An answer with
 * `choices` asks back and leads on; together they are a tree without circles.
 */
export const Answer = Type.Object(
  {
    id: AnswerId,
    /** The question in a citizen's words. */
    title: LocalText,
    /** Other ways to ask it, in any language; found like `title`. */
    asks: Type.Array(Type.String({ minLength: 2, maxLength: 120 }), { maxItems: 40 }),
    /** What helps, a paragraph each; quoted as it stands. */
    text: Type.Array(LocalText, { minItems: 1, maxItems: 4 }),
    /** "Which of these is it?" */
    choices: Type.Optional(Type.Array(Type.Object({ text: LocalText, to: AnswerId }, closed), { minItems: 2, maxItems: 6 })),
    /** The guide to go on with. */
    guide: Type.Optional(Slug),
    /** Listed before anybody has asked; 1 is first. */
    first: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    provenance: Provenance,
  },
  closed,
);
export type Answer = Static<typeof Answer>;

/**
 * A further language of the pack, one file `languages/<tag>.json`. What it does not translate is shown in `fallback`.
 * Pack texts are keyed by their Vietnamese wording, so that a changed text never keeps an outdated translation.
 */
export const PackLanguage = Type.Object(
  {
    /** BCP 47, such as "zh-Hans" or "km". */
    tag: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 }),
    /** The language's name in itself (E110). */
    endonym: Type.String({ minLength: 1, maxLength: 24 }),
    fallback: Type.Enum([...LANGUAGES]),
    /** Who translated; "machine" is said on the screen until a person has read it. */
    translatedBy: Type.Enum(['person', 'machine']),
    /** Letters the kiosk's own fonts do not have: WOFF2 files of the pack. */
    fonts: Type.Optional(Type.Array(PathInPack, { maxItems: 8 })),
    /** The kiosk's own texts by their key, such as `home.title`. */
    words: Type.Record(Type.String(), Text),
    /** Texts of the pack by their Vietnamese wording. */
    texts: Type.Record(Type.String(), Text),
  },
  closed,
);
export type PackLanguage = Static<typeof PackLanguage>;
