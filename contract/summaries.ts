import { Type, type Static } from 'typebox';
import { KIOSK_TROUBLES } from '#domain/kiosk-trouble.ts';

export const Count = Type.Integer({ minimum: 0 });
/** YYYY-MM-DD; that such a day exists is asked with isCalendarDay. */
export const CalendarDay = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Day = CalendarDay;
/** Counts of the scores 1 to 5. */
export const ScoreCountsSchema = Type.Array(Count, { minItems: 5, maxItems: 5 });

export const SatisfactionSchema = Type.Union([
  Type.Object({ rate: Type.Number(), low: Type.Number(), high: Type.Number() }),
  Type.Null(),
]);

export const Completeness = Type.Object({
  /** Taps the kiosks say they made; null before the first heartbeat, and while a kiosk whose taps are here has not said. */
  made: Type.Union([Count, Type.Null()]),
  received: Count,
  /** Those known to be missing; a zero only when all have said what they made. */
  missing: Type.Union([Count, Type.Null()]),
});
export type Completeness = Static<typeof Completeness>;

export const DaySummary = Type.Object({
  day: Day,
  servicePoint: Type.String(),
  /** Every tap that was not retracted. */
  taps: Count,
  scores: ScoreCountsSchema,
  /** Those of them that the published misuse rule marks (E172). */
  flagged: Count,
  /** The flagged ones by score, so that filtered shares can be merged over days and service points. */
  flaggedScores: ScoreCountsSchema,
  /** Times the rating was shown and ignored, so that taps / (taps + asked) is the response rate (E179). */
  asked: Count,
  satisfied: SatisfactionSchema,
  satisfiedRaw: SatisfactionSchema,
  reasons: Type.Record(Type.String(), Count),
  completeness: Completeness,
  /** Entries whose time was moved because the kiosk's clock was wrong, and those nobody can place. */
  corrected: Count,
  unplaceable: Count,
});
export type DaySummary = Static<typeof DaySummary>;

export const DailySummaryQuery = Type.Object({
  from: Day,
  to: Day,
  servicePoint: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  field: Type.Optional(Type.String()),
  /** Days only: one row a day over everything asked for, with empty `servicePoint`, instead of one a service point. */
  merge: Type.Optional(Type.Enum(['unit'])),
});
export type DailySummaryQuery = Static<typeof DailySummaryQuery>;
export const DailySummary = Type.Object({ days: Type.Array(DaySummary) });
export type DailySummary = Static<typeof DailySummary>;

export const HourSummary = Type.Object({
  hours: Type.Array(
    Type.Object({ day: Day, hour: Type.Integer({ minimum: 0, maximum: 23 }), servicePoint: Type.String(), taps: Count, scores: ScoreCountsSchema }),
  ),
});
export type HourSummary = Static<typeof HourSummary>;

export const ProcedureSummary = Type.Object({
  procedures: Type.Array(
    Type.Object({ procedure: Type.String(), opened: Count, finished: Count, left: Count, problems: Count, handoffs: Count, taps: Count, scores: ScoreCountsSchema }),
  ),
});
export type ProcedureSummary = Static<typeof ProcedureSummary>;

export const StepSummary = Type.Object({
  steps: Type.Array(
    Type.Object({ procedure: Type.String(), step: Type.String(), reached: Count, left: Count, problems: Count, handoffs: Count }),
  ),
});
export type StepSummary = Static<typeof StepSummary>;

/** One kiosk as staff see it beside the day. */
export const KioskRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  servicePoint: Type.String(),
  lastSeenAt: Type.Union([Type.Integer(), Type.Null()]),
  received: Count,
  head: Type.Union([Count, Type.Null()]),
  waiting: Type.Union([Count, Type.Null()]),
  clockOffset: Type.Union([Type.Integer(), Type.Null()]),
  contentVersion: Type.Union([Type.String(), Type.Null()]),
  pictureMoving: Type.Union([Type.Boolean(), Type.Null()]),
  faults: Type.Array(Type.Object({ code: Type.String(), at: Type.Integer() })),
  revoked: Type.Boolean(),
  quarantined: Count,
  /** Null where the kiosk did not say. */
  appVersion: Type.Union([Type.String(), Type.Null()]),
  shell: Type.Union([Type.String(), Type.Null()]),
  freeDiskBytes: Type.Union([Count, Type.Null()]),
  pageOpen: Type.Union([Type.Boolean(), Type.Null()]),
  /** The service point is open now, by its hours; without hours it always is. */
  open: Type.Boolean(),
  /** What is wrong now, worst first (domain/kiosk-trouble.ts); none of a revoked kiosk. */
  troubles: Type.Array(Type.Enum([...KIOSK_TROUBLES])),
  /** Of the day asked for. */
  completeness: Completeness,
});
export type KioskRow = Static<typeof KioskRow>;
export const KioskList = Type.Object({ kiosks: Type.Array(KioskRow) });
export type KioskList = Static<typeof KioskList>;

const DaySpans = Type.Array(Type.Object({ from: Type.String(), until: Type.String() }));

export const ServicePointList = Type.Object({
  servicePoints: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: Type.String(),
      timezone: Type.String(),
      unit: Type.Union([Type.String(), Type.Null()]),
      /** Opening hours, seven lists, Monday first; null: not said. */
      hours: Type.Union([Type.Array(DaySpans), Type.Null()]),
      /** Null: in use. */
      closedAt: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
});
export type ServicePointList = Static<typeof ServicePointList>;
