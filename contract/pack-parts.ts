import { Type, type Static } from 'typebox';

/** Languages every text of the default pack has. Vietnamese is the first and the fallback. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A property that nobody reads is a mistake. */
export const closed = { additionalProperties: false } as const;
export const Text = Type.String({ minLength: 1, maxLength: 400 });
/** One text in every language of the pack. */
export const LocalText = Type.Object({ vi: Text, en: Text }, closed);
export type LocalText = Static<typeof LocalText>;

export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 20 });
/** No part of it begins with a dot: it leads nowhere else. */
export const PathInPack = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*$', maxLength: 120 });

/** Where a fact comes from, how sure it is, and how long it may be shown (promise 8). */
export const Provenance = Type.Object(
  {
    source: Type.String({ minLength: 3, maxLength: 300 }),
    sourceUrl: Type.Optional(Type.String({ pattern: '^https://', maxLength: 300 })),
    mark: Type.Enum(['A', 'B', 'C']),
    checkedOn: Day,
    expiresOn: Day,
  },
  closed,
);
export type Provenance = Static<typeof Provenance>;
