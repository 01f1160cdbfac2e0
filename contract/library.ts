import { Type, type Static } from 'typebox';
import { LocalText } from './content-pack.ts';
import { ContentState, Sha256 } from './manifest.ts';
import { PathInPack } from './pack-parts.ts';

const Millis = Type.Integer({ minimum: 0 });
const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ minLength: 1, maxLength: 64 });
const Note = Type.String({ minLength: 1, maxLength: 1_000 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Whom something is for: every kiosk, those of a unit and of all units below it, or one kiosk. The narrower one wins. */
export const Ring = Type.Union([
  Type.Object({ kind: Type.Literal('all') }),
  Type.Object({ kind: Type.Literal('unit'), id: Id }),
  Type.Object({ kind: Type.Literal('kiosk'), id: Id }),
]);
export type Ring = Static<typeof Ring>;

/**
 * draft: may be edited. review: waits for another person. ready: somebody who changed nothing in it has
 * approved it, and it may be published. dropped: given up, or a shipped pack that nobody wanted.
 */
export const EDITION_STATES = ['draft', 'review', 'ready', 'dropped'] as const;
export const EditionState = Type.Enum([...EDITION_STATES]);
export type EditionState = Static<typeof EditionState>;

/** A whole content pack as it stands in the library. */
export const Edition = Type.Object({
  id: Id,
  /** Shown to staff and reported by kiosks, such as 2026.11.2; no two editions share one. */
  version: Type.String(),
  title: Type.String(),
  /** The unit it was made in; null: the centre's own. */
  unit: Nullable(Type.String()),
  state: EditionState,
  /** The edition it was begun from. */
  base: Nullable(Id),
  madeAt: Millis,
  changedAt: Millis,
  /** Everybody who changed something in it: none of them may approve or publish it. */
  authors: Type.Array(Type.String()),
  approvedBy: Nullable(Type.String()),
  /** Rings it is published to now. */
  rings: Type.Array(Ring),
  everPublished: Type.Boolean(),
});
export type Edition = Static<typeof Edition>;
export const EditionList = Type.Object({ editions: Type.Array(Edition) });

export const NewEdition = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 120 }),
  /** Left out: what is published to the person's own unit. */
  from: Type.Optional(Id),
});

/** One mistake that the checker of content packs finds; see docs/content-pack.md. */
export const PackProblem = Type.Object({ file: Type.String(), path: Type.String(), message: Type.String() });
export type PackProblem = Static<typeof PackProblem>;

export const ChangedFile = Type.Object({
  path: Type.String(),
  change: Type.Enum(['added', 'removed', 'changed']),
  /** Null for files that are no documents: they have no parts to compare. */
  parts: Nullable(Type.Array(Type.Object({ path: Type.String(), before: Type.Unknown(), after: Type.Unknown() }))),
});
export type ChangedFile = Static<typeof ChangedFile>;

export const HISTORY_ACTIONS = ['began', 'saved', 'removed', 'submitted', 'returned', 'approved', 'dropped', 'commented', 'published', 'ended'] as const;
export const HistoryLine = Type.Object({
  edition: Id,
  at: Millis,
  /** E-mail, or the id where there is none. */
  actor: Type.String(),
  action: Type.Enum([...HISTORY_ACTIONS]),
  path: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type HistoryLine = Static<typeof HistoryLine>;

export const EditionFile = Type.Object({ path: PathInPack, sha256: Sha256, bytes: Type.Integer({ minimum: 0 }) });
export type EditionFile = Static<typeof EditionFile>;

export const EditionDetail = Type.Object({
  edition: Edition,
  files: Type.Array(EditionFile),
  problems: Type.Array(PackProblem),
  /** Against what is published for the edition's unit now, or against its base when nothing is. */
  against: Nullable(Type.Object({ id: Id, version: Type.String() })),
  changes: Type.Array(ChangedFile),
  history: Type.Array(HistoryLine),
  /** Clips of its playlist without captions, with the reason; the approver confirms each. */
  waivers: Type.Array(Type.Object({ clip: Type.String(), reason: Type.String() })),
});
export type EditionDetail = Static<typeof EditionDetail>;

export const DocumentAnswer = Type.Object({ path: PathInPack, sha256: Sha256, document: Type.Unknown(), history: Type.Array(HistoryLine) });
export type DocumentAnswer = Static<typeof DocumentAnswer>;

export const SaveDocument = Type.Object({
  path: PathInPack,
  /** Null removes the document. */
  document: Type.Unknown(),
  /** SHA-256 of what was read before; null for a new one. A document that somebody else saved meanwhile is refused. */
  seen: Nullable(Sha256),
});
export type SaveDocument = Static<typeof SaveDocument>;
export const SaveAnswer = Type.Object({ sha256: Nullable(Sha256), problems: Type.Array(PackProblem) });
export type SaveAnswer = Static<typeof SaveAnswer>;

/** return and comment need a note. */
export const EditionStep = Type.Object({
  action: Type.Enum(['submit', 'return', 'approve', 'drop', 'comment']),
  note: Type.Optional(Note),
  /** With approve: the ids of the clips whose missing captions the approver has looked at. */
  waivers: Type.Optional(Type.Array(Type.String(), { maxItems: 200 })),
});
export type EditionStep = Static<typeof EditionStep>;

export const Publication = Type.Object({
  id: Id,
  edition: Id,
  version: Type.String(),
  ring: Ring,
  /** Grows with every change to what kiosks shall show. */
  sequence: Type.Integer({ minimum: 1 }),
  at: Millis,
  actor: Type.String(),
  note: Nullable(Type.String()),
  /** An older edition than the one it took the place of. */
  isRollBack: Type.Boolean(),
  endedAt: Nullable(Millis),
});
export type Publication = Static<typeof Publication>;
export const PublicationList = Type.Object({ publications: Type.Array(Publication) });

export const NewPublication = Type.Object({
  edition: Id,
  ring: Ring,
  note: Type.Optional(Note),
  /** Ends what narrower rings inside this one show of their own. The same edition is always ended there. */
  endNarrower: Type.Optional(Type.Boolean()),
});
export type NewPublication = Static<typeof NewPublication>;

/** Where a kiosk is with what it shall show. */
export const COVERAGE_STATES = ['current', 'loading', 'behind', 'silent', 'none'] as const;
export const CoverageKiosk = Type.Object({
  device: Id,
  name: Type.String(),
  servicePoint: Type.String(),
  unit: Nullable(Type.String()),
  /** What it shall show; null: nothing is published for it. */
  edition: Nullable(Id),
  version: Nullable(Type.String()),
  ring: Nullable(Ring),
  /** What it says it shows. */
  shows: Nullable(Type.String()),
  state: Type.Enum([...COVERAGE_STATES]),
  /** 0–1 while it loads. */
  loaded: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
  lastSeenAt: Nullable(Millis),
  refused: ContentState.properties.refused,
});
export type CoverageKiosk = Static<typeof CoverageKiosk>;
export const Coverage = Type.Object({ kiosks: Type.Array(CoverageKiosk) });

export const CLIP_SLOTS = ['tall', 'wide', 'poster-tall', 'poster-wide', 'captions-vi', 'captions-en'] as const;
export const ClipSlot = Type.Enum([...CLIP_SLOTS]);
export type ClipSlot = Static<typeof ClipSlot>;

/** What was found in a file. A null means that it could not be found out without ffprobe. */
export const ProbeReport = Type.Object({
  by: Type.Enum(['ffprobe', 'own-look']),
  type: Type.String(),
  codec: Nullable(Type.String()),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  seconds: Nullable(Type.Number()),
  framesPerSecond: Nullable(Type.Number()),
  bitsPerSecond: Nullable(Type.Integer()),
  hasSound: Nullable(Type.Boolean()),
  /** What differs from the one profile of docs/clips.md: ids with their values. */
  findings: Type.Array(Type.Object({ id: Type.String(), value: Type.String() })),
  /** The ffmpeg line that makes the file fit; null when nothing has to be done. */
  fix: Nullable(Type.String()),
});
export type ProbeReport = Static<typeof ProbeReport>;

export const ClipFileRow = Type.Object({
  slot: ClipSlot,
  path: PathInPack,
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 0 }),
  type: Type.String(),
  /** Who made it and under which terms it may be shown. */
  licence: Type.String(),
  addedAt: Millis,
  probe: Nullable(ProbeReport),
});
export type ClipFileRow = Static<typeof ClipFileRow>;

const Title = Type.Object({ vi: Type.String({ minLength: 1, maxLength: 60 }), en: Type.String({ minLength: 1, maxLength: 60 }) });
const clipTexts = {
  title: Title,
  /** What the clip says, for those who cannot see or hear it (E090). */
  description: LocalText,
  /** The guide that a touch during this clip should offer first. */
  guide: Nullable(Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 20 })),
  /** Why the clip has no captions; null when it has them. */
  waiver: Nullable(Type.String({ minLength: 10, maxLength: 300 })),
  /** A still picture instead of a film, for so many seconds; left out: a film. Its pictures are the posters. */
  still: Type.Optional(Type.Integer({ minimum: 3, maximum: 60 })),
};
export const NewClip = Type.Object({ id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 }), ...clipTexts });
export type NewClip = Static<typeof NewClip>;
export const ChangeClip = Type.Object(clipTexts);
export type ChangeClip = Static<typeof ChangeClip>;

export const Clip = Type.Object({
  id: Type.String(),
  unit: Nullable(Type.String()),
  title: LocalText,
  description: LocalText,
  guide: Nullable(Type.String()),
  waiver: Nullable(Type.String()),
  still: Type.Optional(Type.Integer()),
  seconds: Nullable(Type.Number()),
  files: Type.Array(ClipFileRow),
  /** What still has to be done before it can be in a playlist: ids such as `no-video`, `no-captions`. */
  missing: Type.Array(Type.String()),
  /** The item for playlist.json; null while something is missing. */
  item: Nullable(Type.Unknown()),
  /** Versions of editions that hold it. */
  usedIn: Type.Array(Type.String()),
  madeAt: Millis,
});
export type Clip = Static<typeof Clip>;
export const ClipList = Type.Object({ clips: Type.Array(Clip), largestUpload: Type.Integer() });

/** review: waits for a second person. live: shown from `from` until `until`. */
export const Notice = Type.Object({
  id: Id,
  rings: Type.Array(Ring, { minItems: 1, maxItems: 50 }),
  from: Millis,
  until: Millis,
  title: LocalText,
  text: LocalText,
  state: Type.Enum(['review', 'live', 'cancelled']),
  /** Why it went out without a second person. */
  emergency: Nullable(Type.String()),
  madeBy: Type.String(),
  madeAt: Millis,
  approvedBy: Nullable(Type.String()),
  unit: Nullable(Type.String()),
});
export type Notice = Static<typeof Notice>;
export const NoticeList = Type.Object({ notices: Type.Array(Notice) });

const NoticeTitle = Type.Object({ vi: Type.String({ minLength: 1, maxLength: 60 }), en: Type.String({ minLength: 1, maxLength: 60 }) });
const NoticeText = Type.Object({ vi: Type.String({ minLength: 1, maxLength: 240 }), en: Type.String({ minLength: 1, maxLength: 240 }) });
export const NewNotice = Type.Object({
  rings: Type.Array(Ring, { minItems: 1, maxItems: 50 }),
  from: Millis,
  until: Millis,
  title: NoticeTitle,
  text: NoticeText,
  /** With a reason an administrator sends it out at once, for at most 24 hours; audited. */
  emergency: Type.Optional(Type.String({ minLength: 10, maxLength: 300 })),
});
export type NewNotice = Static<typeof NewNotice>;
export const NoticeStep = Type.Object({ action: Type.Enum(['approve', 'cancel']) });

/** How kiosks load files; see contract/manifest.ts. */
export const SyncSettings = Type.Object({
  bytesPerSecond: Nullable(Type.Integer({ minimum: 1_000 })),
  quietHours: Nullable(
    Type.Object({ from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), until: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }) }),
  ),
});
export type SyncSettings = Static<typeof SyncSettings>;

/** Proof of play of one clip on one day, and what people did in the minute after they touched the screen during it. */
export const PlayRow = Type.Object({
  day: Day,
  clip: Type.String(),
  plays: Type.Integer(),
  seconds: Type.Integer(),
  kiosks: Type.Integer(),
  /** Touches while it played. */
  wakes: Type.Integer(),
  guides: Type.Integer(),
  taps: Type.Integer(),
  handoffs: Type.Integer(),
});
export type PlayRow = Static<typeof PlayRow>;
/** How often a touch during a clip led to this guide within a minute, over all days asked for. */
export const LedToRow = Type.Object({ clip: Type.String(), procedure: Type.String(), opened: Type.Integer(), handoffs: Type.Integer() });
export type LedToRow = Static<typeof LedToRow>;
export const PlayList = Type.Object({ plays: Type.Array(PlayRow), ledTo: Type.Array(LedToRow) });
export type PlayList = Static<typeof PlayList>;

export const IdAnswer = Type.Object({ id: Id });
