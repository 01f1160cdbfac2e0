import { Type, type Static } from 'typebox';

const Millis = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 });
const Id = Type.String({ minLength: 1, maxLength: 64 });
const Field = Type.String({ minLength: 1, maxLength: 120 });
const Seq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** Inflated size and number of entries that one batch may have; the centre answers 413 beyond. */
export const BATCH_LIMIT = { bytes: 2 * 1024 * 1024, entries: 5_000 } as const;
/** What a kiosk sends at once: large enough to be cheap, small enough to repeat. */
export const BATCH_SIZE = 500;
/** How long a kiosk keeps what the centre has, for the local summary and a restored centre. */
export const KEEP_SENT_DAYS = 400;

// Optional where docs/protocol.md allows an entry without it; another program's kiosk may omit them.
export const TapBody = Type.Object({
  kind: Type.Literal('tap'),
  score: Type.Integer({ minimum: 1, maximum: 5 }),
  scale: Type.Optional(Id),
  about: Type.Enum(['visit', 'guide']),
  procedure: Type.Optional(Id),
  step: Type.Optional(Id),
  field: Type.Optional(Field),
  channel: Type.Optional(Id),
  lang: Type.Optional(Id),
  from: Type.Optional(Type.Enum(['attract', 'guide', 'phone'])),
});
export type TapBody = Static<typeof TapBody>;

export const ReasonsBody = Type.Object({
  kind: Type.Literal('reasons'),
  of: Seq,
  reasons: Type.Array(Id, { minItems: 1, maxItems: 6, uniqueItems: true }),
});
export const RetractBody = Type.Object({ kind: Type.Literal('retract'), of: Seq });
/** The rating was shown and nobody touched it: the "ignored" half of the response rate (E179). */
export const AskedBody = Type.Object({
  kind: Type.Literal('asked'),
  about: Type.Enum(['visit', 'guide']),
  outcome: Type.Literal('ignored'),
});
export const GuideBody = Type.Object({
  kind: Type.Literal('guide'),
  procedure: Id,
  step: Id,
  /** Lets the summaries by procedure and step be asked for one field. */
  field: Type.Optional(Field),
  action: Type.Enum(['open', 'step', 'finish', 'leave', 'problem']),
});
export const HandoffBody = Type.Object({
  kind: Type.Literal('handoff'),
  procedure: Id,
  step: Id,
  field: Type.Optional(Field),
  code: Id,
  action: Type.Literal('shown'),
});
export const PlayBody = Type.Object({
  kind: Type.Literal('play'),
  clip: Id,
  plays: Count,
  seconds: Type.Number({ minimum: 0, maximum: 1_000_000 }),
  from: Millis,
});
export const WakeBody = Type.Object({ kind: Type.Literal('wake'), clip: Id });

/** What happened, without when: what the renderer hands to the host. */
export const EntryBody = Type.Union([
  TapBody,
  ReasonsBody,
  RetractBody,
  AskedBody,
  GuideBody,
  HandoffBody,
  PlayBody,
  WakeBody,
]);
export type EntryBody = Static<typeof EntryBody>;
export type EntryKind = EntryBody['kind'];

/** `at`: wall clock, ms. `up`: ms since this boot, monotonic. `boot`: names the boot `up` counts from. */
export const Stamp = Type.Object({ at: Millis, up: Millis, boot: Id });
export type Stamp = Static<typeof Stamp>;

/** One line of the ledger as it travels. Properties we do not know are kept, not refused. */
export const Entry = Type.Union([
  Type.Evaluate(Type.Intersect([TapBody, Stamp])),
  Type.Evaluate(Type.Intersect([ReasonsBody, Stamp])),
  Type.Evaluate(Type.Intersect([RetractBody, Stamp])),
  Type.Evaluate(Type.Intersect([AskedBody, Stamp])),
  Type.Evaluate(Type.Intersect([GuideBody, Stamp])),
  Type.Evaluate(Type.Intersect([HandoffBody, Stamp])),
  Type.Evaluate(Type.Intersect([PlayBody, Stamp])),
  Type.Evaluate(Type.Intersect([WakeBody, Stamp])),
]);
export type Entry = EntryBody & Stamp;

export const ClockReading = Type.Object({ now: Millis, up: Millis, boot: Id });
export type ClockReading = Static<typeof ClockReading>;

export const StreamId = Type.String({ minLength: 8, maxLength: 64, pattern: '^[0-9A-Za-z-]+$' });

/** The envelope. Entries stay `unknown` here: one that does not parse goes to quarantine alone. */
export const LedgerBatch = Type.Object({
  stream: StreamId,
  first: Seq,
  clock: ClockReading,
  /** Hold what the centre has of these numbers already against these entries, and take nothing where they are others. */
  compare: Type.Optional(Type.Boolean()),
  entries: Type.Array(Type.Unknown()),
});
export type LedgerBatch = Static<typeof LedgerBatch>;

const Mark = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/**
 * `received`, the mark: the highest number the centre now has of that stream. `same`, only where it was asked to compare:
 * up to there the centre has what was sent. Below the batch's last number it means that the centre knows other entries
 * under the numbers above it, and took nothing.
 */
export const LedgerReceipt = Type.Object({ received: Mark, same: Type.Optional(Mark) });
export type LedgerReceipt = Static<typeof LedgerReceipt>;
