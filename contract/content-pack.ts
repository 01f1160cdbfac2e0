import { Type, type Static } from 'typebox';
import { FindingWords } from './finding-words.ts';
import { Answer, PackLanguage } from './pack-additions.ts';
import { closed, LocalText, PathInPack, Provenance, Slug } from './pack-parts.ts';
import { Playlist } from './playlist.ts';

/** Written into pack.json; a kiosk refuses a pack of a format it does not know. */
export const PACK_FORMAT = 'mot-cham-pack/1';

// One door to the pack: whoever reads it imports from here.
export { LANGUAGES, LocalText, Provenance, type Language } from './pack-parts.ts';
export { Playlist, PlaylistItem, Schedule, type ClipFile } from './playlist.ts';
export { Answer, PackLanguage } from './pack-additions.ts';

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
