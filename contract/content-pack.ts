import { Type, type Static } from 'typebox';
import { FindingWords } from './finding-words.ts';

/** Written into pack.json; a kiosk refuses a pack of a format it does not know. */
export const PACK_FORMAT = 'mot-cham-pack/1';

/** Languages every text of the default pack has. Vietnamese is the first and the fallback. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 400 });
/** One text in every language of the pack. */
export const LocalText = Type.Object({ vi: Text, en: Text }, closed);
export type LocalText = Static<typeof LocalText>;

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 20 });
const PathInPack = Type.String({ pattern: '^[a-z0-9][a-z0-9./-]*$', maxLength: 120 });

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

/** Question id → the option ids with which the part applies. Questions are one letter, options one digit. */
export const ConditionSchema = Type.Record(
  Type.String({ pattern: '^[a-z]$' }),
  Type.Array(Type.String({ pattern: '^[0-9]$' }), { minItems: 1 }),
);

/** `headline` is set as large as a sign ("1 ngày", "0 đồng"); `detail` says when it holds. */
const KeyFact = Type.Object(
  {
    headline: LocalText,
    detail: Type.Optional(LocalText),
    when: Type.Optional(ConditionSchema),
    provenance: Provenance,
  },
  closed,
);
export type KeyFact = Static<typeof KeyFact>;

const Paper = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    text: LocalText,
    note: Type.Optional(LocalText),
    when: Type.Optional(ConditionSchema),
  },
  closed,
);
export type Paper = Static<typeof Paper>;

const Question = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z]$' }),
    text: LocalText,
    why: Type.Optional(LocalText),
    when: Type.Optional(ConditionSchema),
    options: Type.Array(
      Type.Object({ id: Type.String({ pattern: '^[0-9]$' }), text: LocalText }, closed),
      { minItems: 2, maxItems: 6 },
    ),
  },
  closed,
);
export type Question = Static<typeof Question>;

/** The picture of a step, drawn in renderer/art/scenes. */
export const STEP_SCENES = [
  'prepare-papers',
  'photograph-papers',
  'scan-and-check-address',
  'choose-place',
  'sign-in',
  'fill-form',
  'attach-files',
  'pay-fee',
  'submit-and-keep-code',
  'track',
  'receive-result',
  'sign-together',
  'go-to-police',
  'drawings',
  'ask-officer',
  'bank-card',
  'biometrics',
  'book-a-time',
  'certify-copies',
  'child-card',
  'correct-paper',
  'disability',
  'driving-licence',
  'driving-test',
  'electricity-meter',
  'family-agreement',
  'guardian',
  'guest-at-door',
  'health-check',
  'health-insurance',
  'household-split',
  'land-certificate',
  'land-map',
  'look-up-record',
  'mind-the-day',
  'old-papers',
  'owner-agrees',
  'parent-and-child',
  'passport-photo',
  'pay-at-counter',
  'pension',
  'receive-by-post',
  'remembrance',
  'send-by-post',
  'shop-opening',
  'sign-before-officer',
  'submit-at-counter',
  'traffic-fines',
  'witness-pledge',
] as const;
export const StepScene = Type.Enum([...STEP_SCENES]);
export type StepScene = (typeof STEP_SCENES)[number];

const Step = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    /** The station's name on the step track, at most about 12 signs. */
    name: LocalText,
    title: LocalText,
    text: LocalText,
    stuck: Type.Optional(LocalText),
    scene: StepScene,
    /** Words on the plates of a right-and-wrong picture. */
    plates: Type.Optional(Type.Object({ right: LocalText, wrong: LocalText }, closed)),
    when: Type.Optional(ConditionSchema),
  },
  closed,
);
export type Step = Static<typeof Step>;

export const CHANNELS = ['online', 'counter', 'post'] as const;

const guideHead = {
  /** Stable for ever: hand-off codes are made from it. */
  number: Type.Integer({ minimum: 1, maximum: 890_000 }),
  slug: Slug,
  code: Type.String({ pattern: '^\\d\\.\\d{6}$' }),
  officialName: Type.String({ minLength: 3, maxLength: 700 }),
  title: LocalText,
  /** The procedure's field as the official report names it. */
  field: Type.String({ minLength: 2, maxLength: 80 }),
  /** Life events (ids of events.json) under which it is found. */
  events: Type.Array(Type.String({ pattern: '^[a-z-]+$' }), { minItems: 1 }),
  /** 1 is shown first among the most used services on the home screen. */
  mostUsed: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
  /** Citizens' own words for it, for search. */
  synonyms: Type.Array(Type.String({ minLength: 2, maxLength: 80 })),
  channels: Type.Array(Type.Enum([...CHANNELS]), { minItems: 1 }),
  portalUrl: Type.String({ pattern: '^https://', maxLength: 200 }),
  decidedBy: Type.Object({ text: LocalText, provenance: Provenance }, closed),
  summary: LocalText,
};

/** A complete guide: what to bring, how long, how much, questions, steps. */
export const Guide = Type.Object(
  {
    kind: Type.Literal('guide'),
    ...guideHead,
    time: Type.Array(KeyFact, { minItems: 1 }),
    fee: Type.Array(KeyFact, { minItems: 1 }),
    /** Groups that pay nothing or less; always stands beside a fee. */
    exempt: Type.Optional(Type.Object({ text: LocalText, provenance: Provenance }, closed)),
    papers: Type.Object({ list: Type.Array(Paper, { minItems: 1 }), provenance: Provenance }, closed),
    result: Type.Object({ text: LocalText, provenance: Provenance }, closed),
    law: Type.Object({ list: Type.Array(Type.String({ minLength: 3, maxLength: 120 }), { minItems: 1 }), provenance: Provenance }, closed),
    /** A duty with a last day: so many days after an event whose day the citizen knows ("ngày sinh của bé"). */
    deadline: Type.Optional(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 3_650 }), from: LocalText, provenance: Provenance }, closed)),
    questions: Type.Array(Question, { maxItems: 6 }),
    steps: Type.Array(Step, { minItems: 3, maxItems: 8 }),
  },
  closed,
);
export type Guide = Static<typeof Guide>;

/** A short card: what it is, who decides, and the QR. Facts that were seen may be added. */
export const Card = Type.Object(
  {
    kind: Type.Literal('card'),
    ...guideHead,
    /** Absent where no source names the code: the card then leads to the portal's first page and to the desk. */
    code: Type.Optional(guideHead.code),
    time: Type.Optional(Type.Array(KeyFact)),
    fee: Type.Optional(Type.Array(KeyFact)),
    exempt: Type.Optional(Type.Object({ text: LocalText, provenance: Provenance }, closed)),
    /** One or two sentences worth knowing before going ("phải đến ký trực tiếp"). */
    hints: Type.Optional(Type.Array(LocalText, { maxItems: 3 })),
  },
  closed,
);
export type Card = Static<typeof Card>;

export const GuideOrCard = Type.Union([Guide, Card]);
export type GuideOrCard = Static<typeof GuideOrCard>;

export const LifeEvent = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z-]+$' }),
    title: LocalText,
    /** Name of an icon and of a header figure in renderer/art. */
    icon: Type.Enum(['birth', 'study', 'work', 'residence', 'marriage', 'house', 'health', 'vehicle', 'retirement', 'death', 'complaint']),
  },
  closed,
);
export type LifeEvent = Static<typeof LifeEvent>;

export const Reason = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z-]+$' }),
    text: LocalText,
    /** Shown after scores 1–3 (low), 4–5 (high) or both (E156). */
    after: Type.Enum(['low', 'high', 'both']),
    /** SIPAS factor 1–5 the reason belongs to; absent for "other". */
    factor: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    /** Keeps its place at the end when the others are shuffled (E156). */
    last: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type Reason = Static<typeof Reason>;

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

/** pack.json: the head of a content pack. */
export const PackHead = Type.Object(
  {
    format: Type.Literal(PACK_FORMAT),
    /** Shown to staff, such as 2026.11.1. */
    version: Type.String({ pattern: '^\\d{4}\\.\\d{1,2}\\.\\d+$' }),
    title: LocalText,
    /** Hosts a QR or link of this pack may lead to. */
    hosts: Type.Array(Type.String({ pattern: '^[a-z0-9.-]+$' }), { minItems: 1 }),
    /** The national help line, shown where a citizen is stuck. */
    helpLine: Type.Object({ number: Type.String({ pattern: '^[0-9 ]+$' }), provenance: Provenance }, closed),
    /** The guide behind "Tôi chưa có VNeID". */
    vneidGuide: Slug,
  },
  closed,
);
export type PackHead = Static<typeof PackHead>;

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

/** The whole pack as the renderer gets it: pack.json, events.json, reasons.json, playlist.json, guides/*.json. */
export const ContentPack = Type.Object(
  {
    head: PackHead,
    events: Type.Array(LifeEvent),
    reasons: Type.Array(Reason),
    playlist: Playlist,
    guides: Type.Array(GuideOrCard),
    /** "Hỏi – đáp"; absent: it answers from the guides only. */
    answers: Type.Optional(Type.Array(Answer)),
    /** How citizens say things (words.json), for the search; absent: only the guides' own synonyms. */
    words: Type.Optional(FindingWords),
    /** Where the page fetches the national catalogue, below `mediaBase`; absent: the pack holds none. */
    catalogue: Type.Optional(PathInPack),
    /** Absent: Vietnamese and English only. */
    languages: Type.Optional(Type.Array(PackLanguage)),
  },
  closed,
);
export type ContentPack = Static<typeof ContentPack>;
