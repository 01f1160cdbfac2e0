import { Type, type Static } from 'typebox';
import { COMMAND_KINDS } from './commands.ts';
import { ContentState } from './manifest.ts';
import { KioskRow } from './summaries.ts';

const Millis = Type.Integer({ minimum: 0 });
const Count = Type.Integer({ minimum: 0 });
const Id = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
const Name = Type.String({ minLength: 1, maxLength: 200 });
const MaybeText = Type.Union([Type.String(), Type.Null()]);
const MaybeMillis = Type.Union([Millis, Type.Null()]);

/** The units that a person may see; the top ones of them may name a parent that is not among them. */
export const UnitList = Type.Object({ units: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), parent: MaybeText })) });
export type UnitList = Static<typeof UnitList>;

export const AddUnitRequest = Type.Object({ id: Id, name: Name, parent: Type.Optional(Type.Union([Id, Type.Null()])) });
export type AddUnitRequest = Static<typeof AddUnitRequest>;

/** What is left out stays as it is. */
export const ChangeUnitRequest = Type.Object({ name: Type.Optional(Name), parent: Type.Optional(Type.Union([Id, Type.Null()])) });
export type ChangeUnitRequest = Static<typeof ChangeUnitRequest>;

const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
/** Seven lists, Monday first; see domain/opening-hours.ts. */
export const OpeningHours = Type.Array(Type.Array(Type.Object({ from: TimeOfDay, until: TimeOfDay }), { maxItems: 4 }), { minItems: 7, maxItems: 7 });

/** What is left out stays as it is; `hours` null: not said; `closed`: no kiosk is paired there any more. */
export const ChangePointRequest = Type.Object({
  name: Type.Optional(Name),
  kind: Type.Optional(Type.Enum(['one-stop', 'post-office'])),
  unit: Type.Optional(Type.Union([Id, Type.Null()])),
  timezone: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  hours: Type.Optional(Type.Union([OpeningHours, Type.Null()])),
  closed: Type.Optional(Type.Boolean()),
});
export type ChangePointRequest = Static<typeof ChangePointRequest>;

/** What is left out stays as it is. Taps that the centre gets after a move count at the new service point. */
export const ChangeKioskRequest = Type.Object({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  servicePoint: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
});
export type ChangeKioskRequest = Static<typeof ChangeKioskRequest>;

export const AskCommandRequest = Type.Object({ kind: Type.Enum([...COMMAND_KINDS]) });

export const COMMAND_STATES = ['waiting', 'delivered', 'done', 'failed', 'expired'] as const;

/** A command as staff see it. Picture and log are asked for one by one: each look is in the audit log. */
export const KioskCommand = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...COMMAND_KINDS]),
  state: Type.Enum([...COMMAND_STATES]),
  /** Who asked: an e-mail, or an id where there is none. */
  askedBy: Type.String(),
  askedAt: Millis,
  expiresAt: Millis,
  answeredAt: MaybeMillis,
  /** The kiosk's one sentence. */
  detail: MaybeText,
  hasPicture: Type.Boolean(),
  hasLog: Type.Boolean(),
});
export type KioskCommand = Static<typeof KioskCommand>;
export const KioskCommandList = Type.Object({ commands: Type.Array(KioskCommand) });

/** What a kiosk sent for a command. `picture` is base64, its kind the first bytes say. */
export const CommandAnswer = Type.Object({
  picture: Type.Union([Type.Object({ type: Type.Enum(['image/png', 'image/jpeg']), base64: Type.String() }), Type.Null()]),
  log: MaybeText,
});
export type CommandAnswer = Static<typeof CommandAnswer>;

/** One disk's part of a kiosk's taps; a kiosk with a new disk has two. */
export const KioskStream = Type.Object({
  id: Type.String(),
  startedAt: Millis,
  lastUsedAt: Millis,
  received: Count,
  /** The highest number that the kiosk says it wrote; null before its first heartbeat. */
  head: Type.Union([Count, Type.Null()]),
  quarantined: Count,
  unplaceable: Count,
});

/** One kiosk with everything that is known of it. */
export const KioskDetail = Type.Object({
  kiosk: KioskRow,
  platform: Type.String(),
  enrolledAt: Millis,
  revokedAt: MaybeMillis,
  streams: Type.Array(KioskStream),
  faults: Type.Array(Type.Object({ code: Type.String(), at: Millis, detail: MaybeText })),
  rendererRestarts: Type.Union([Count, Type.Null()]),
  content: Type.Union([ContentState, Type.Null()]),
  /** The pack's version that it shall show; null: nothing was published for it. */
  expectedContent: MaybeText,
  commands: Type.Array(KioskCommand),
});
export type KioskDetail = Static<typeof KioskDetail>;
