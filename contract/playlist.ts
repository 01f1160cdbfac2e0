import { Type, type Static } from 'typebox';
import { closed, Day, LocalText, PathInPack, Slug } from './pack-parts.ts';

const ClipFile = Type.Object(
  {
    /** The same clip in one or two encodings; the kiosk plays the first it can. */
    sources: Type.Array(
      Type.Object({ path: PathInPack, type: Type.String({ pattern: '^video/(webm|mp4)' }) }, closed),
      { minItems: 1 },
    ),
    poster: PathInPack,
    width: Type.Integer({ minimum: 16 }),
    height: Type.Integer({ minimum: 16 }),
  },
  closed,
);
export type ClipFile = Static<typeof ClipFile>;

const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/**
 * When an item is in the loop, by the service point's own clock; what is left out does not limit.
 * Among the items due at a moment only those of the highest priority are shown.
 */
export const Schedule = Type.Object(
  {
    /** First and last day. */
    from: Type.Optional(Day),
    until: Type.Optional(Day),
    /** ISO weekdays, 1 is Monday. */
    weekdays: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true })),
    /** Spans of the day; one may pass midnight and then belongs to the day it began on. */
    hours: Type.Optional(Type.Array(Type.Object({ from: TimeOfDay, until: TimeOfDay }, closed), { minItems: 1, maxItems: 6 })),
    /** 0 is usual. */
    priority: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
  },
  closed,
);
export type Schedule = Static<typeof Schedule>;

export const PlaylistItem = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('clip'),
      id: Type.String({ pattern: '^[a-z0-9-]+$' }),
      title: LocalText,
      /** What the clip says, for those who cannot see or hear it (E090). */
      description: LocalText,
      seconds: Type.Number({ minimum: 1, maximum: 600 }),
      tall: ClipFile,
      wide: ClipFile,
      /** WebVTT (E088). */
      captions: Type.Object({ vi: PathInPack, en: PathInPack }, closed),
      /** The guide that a touch during this clip should offer first. */
      guide: Type.Optional(Slug),
      schedule: Type.Optional(Schedule),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('still'),
      id: Type.String({ pattern: '^[a-z0-9-]+$' }),
      title: LocalText,
      description: LocalText,
      seconds: Type.Number({ minimum: 3, maximum: 60 }),
      tall: PathInPack,
      wide: PathInPack,
      schedule: Type.Optional(Schedule),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('slide'),
      id: Type.String({ pattern: '^[a-z0-9-]+$' }),
      /** A slide that is built into the kiosk, drawn in renderer/art/scenes. */
      slide: Type.Enum(['counter', 'family', 'grandmother', 'post-office']),
      title: LocalText,
      seconds: Type.Number({ minimum: 3, maximum: 60 }),
      guide: Type.Optional(Slug),
      schedule: Type.Optional(Schedule),
    },
    closed,
  ),
]);
export type PlaylistItem = Static<typeof PlaylistItem>;

export const Playlist = Type.Object({ items: Type.Array(PlaylistItem) }, closed);
