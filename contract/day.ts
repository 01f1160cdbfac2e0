import { Type, type Static } from 'typebox';
import { CalendarDay, Completeness, Count, SatisfactionSchema, ScoreCountsSchema } from './summaries.ts';

const Id = Type.String({ minLength: 1, maxLength: 64 });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Millis = Type.Integer({ minimum: 0 });
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** `csv`, `xlsx` and `html` (a printable page) come as files; `lang` is the language of their words. */
const asFile = {
  format: Type.Optional(Type.Enum(['json', 'csv', 'xlsx', 'html'])),
  lang: Type.Optional(Type.Enum(['vi', 'en'])),
  /** Files only: `public` hides cells under 10, `internal` (usual) reasons under 5 (E176, E177). */
  audience: Type.Optional(Type.Enum(['internal', 'public'])),
};

const scope = { servicePoint: Type.Optional(Id), unit: Type.Optional(Id), field: Type.Optional(Type.String({ maxLength: 120 })) };

/** A span, and what of it: one service point, one unit with what lies below, or all that the user may see. */
export const SpanQuery = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  ...scope,
  /** Days only: one row a day over everything asked for, with empty `servicePoint`, instead of one a service point. */
  merge: Type.Optional(Type.Enum(['unit'])),
  ...asFile,
});
export type SpanQuery = Static<typeof SpanQuery>;

/** Either `day` or `from` and `to`; nothing means today. */
export const OverviewQuery = Type.Object({
  day: Type.Optional(CalendarDay),
  from: Type.Optional(CalendarDay),
  to: Type.Optional(CalendarDay),
  unit: Type.Optional(Id),
  field: Type.Optional(Type.String({ maxLength: 120 })),
  /** `children`: only what lies directly below the unit. Left out: `all` up to 1,000 service points, else `children`. */
  depth: Type.Optional(Type.Enum(['all', 'children'])),
  ...asFile,
});
export type OverviewQuery = Static<typeof OverviewQuery>;

/** By the 95 % interval: low ≥ target, high < target, or too few answers to say. */
export const TargetVerdict = Type.Enum(['reached', 'not-reached', 'too-few']);
export type TargetVerdict = Static<typeof TargetVerdict>;

/**
 * The share against the same weekdays before, both weighted by the weekdays of now (E180).
 * `change` is now − before as shares, with its 95 % interval.
 */
export const Trend = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  before: Share,
  beforeTaps: Count,
  change: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
});
export type Trend = Static<typeof Trend>;

const figures = {
  taps: Count,
  scores: ScoreCountsSchema,
  flagged: Count,
  flaggedScores: ScoreCountsSchema,
  /** More than 5 % of at least 20 taps are flagged (E173). */
  flaggedAlarm: Type.Boolean(),
  asked: Count,
  /** taps / (taps + asked); null when nobody was asked, and with `field` (E179). */
  responseRate: orNull(Share),
  satisfied: SatisfactionSchema,
  satisfiedRaw: SatisfactionSchema,
  /** The target that holds on the last day; null with figures over several targets. */
  target: orNull(Share),
  verdict: orNull(TargetVerdict),
  /** Null where either side has under 30 unflagged taps. */
  trend: orNull(Trend),
};
export const Figures = Type.Object(figures);
export type Figures = Static<typeof Figures>;

const fleet = {
  /** Kiosks in use, and those that got in touch since the last day of the span began. */
  kiosks: Count,
  reported: Count,
  /** Entries written on the kiosks and not here; null when no kiosk has said. */
  waiting: orNull(Count),
  completeness: Completeness,
  openAlerts: Count,
};
export const UnitFigures = Type.Object({ id: Type.String(), name: Type.String(), parent: orNull(Type.String()), servicePoints: Count, ...figures, ...fleet });
export type UnitFigures = Static<typeof UnitFigures>;
export const PointFigures = Type.Object({ id: Type.String(), name: Type.String(), unit: orNull(Type.String()), kind: Type.String(), ...figures, ...fleet });
export type PointFigures = Static<typeof PointFigures>;

export const Overview = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  /** The unit looked at; null: everything. */
  unit: orNull(Type.String()),
  depth: Type.Enum(['all', 'children']),
  total: Type.Object({ servicePoints: Count, ...figures, ...fleet }),
  /** Parents before children. A unit's figures hold everything below it. */
  units: Type.Array(UnitFigures),
  servicePoints: Type.Array(PointFigures),
});
export type Overview = Static<typeof Overview>;

/** All 7 × 24 cells, Monday first; `satisfied` over all taps of the cell, null under ten. */
export const HeatMap = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  cells: Type.Array(
    Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), hour: Type.Integer({ minimum: 0, maximum: 23 }), taps: Count, scores: ScoreCountsSchema, satisfied: SatisfactionSchema }),
  ),
});
export type HeatMap = Static<typeof HeatMap>;

/** `share` of the taps with any reason counted here; most often first. `factor`: SIPAS factor 1–5, null when the pack gives none. */
export const ReasonSummary = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  /** Reasons given; one tap may give several. */
  given: Count,
  reasons: Type.Array(
    Type.Object({ reason: Type.String(), text: orNull(Type.Object({ vi: Type.String(), en: Type.String() })), after: orNull(Type.Enum(['low', 'high', 'both'])), factor: orNull(Type.Integer({ minimum: 1, maximum: 5 })), taps: Count, share: Share }),
  ),
  factors: Type.Array(Type.Object({ factor: Type.Integer({ minimum: 1, maximum: 5 }), low: Count, high: Count })),
});
export type ReasonSummary = Static<typeof ReasonSummary>;

/** `field` is null for taps that name none. */
export const FieldSummary = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  fields: Type.Array(Type.Object({ field: orNull(Type.String()), ...figures, opened: Count, finished: Count, left: Count, problems: Count, handoffs: Count })),
});
export type FieldSummary = Static<typeof FieldSummary>;

/** Guides with their steps in the guide's order where the pack knows it (`ordered`), else by name. */
export const StuckSteps = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  guides: Type.Array(
    Type.Object({
      procedure: Type.String(),
      title: orNull(Type.Object({ vi: Type.String(), en: Type.String() })),
      field: orNull(Type.String()),
      opened: Count,
      finished: Count,
      left: Count,
      handoffs: Count,
      ordered: Type.Boolean(),
      steps: Type.Array(
        Type.Object({
          step: Type.String(),
          name: orNull(Type.Object({ vi: Type.String(), en: Type.String() })),
          reached: Count,
          left: Count,
          problems: Count,
          handoffs: Count,
          /** left / reached; null under ten reached. */
          leftShare: orNull(Share),
        }),
      ),
    }),
  ),
});
export type StuckSteps = Static<typeof StuckSteps>;

/** The week that ends with `to` and the one before, day by day, and their comparison. */
export const WeekSummary = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  now: Figures,
  days: Type.Array(Type.Object({ day: CalendarDay, weekday: Type.Integer({ minimum: 1, maximum: 7 }), taps: Count, satisfied: SatisfactionSchema, beforeDay: CalendarDay, beforeTaps: Count, beforeSatisfied: SatisfactionSchema })),
});
export type WeekSummary = Static<typeof WeekSummary>;

/** One target as somebody set it. `field` null: everything without a target of its own. */
export const TargetRow = Type.Object({
  field: orNull(Type.String()),
  target: Share,
  /** It holds from this day on. */
  from: CalendarDay,
  /** The unit that set it; null: the whole centre, or the national plan. */
  unit: orNull(Type.String()),
  source: Type.Enum(['plan', 'set']),
});
export type TargetRow = Static<typeof TargetRow>;

export const TargetsQuery = Type.Object({ unit: Type.Optional(Id), day: Type.Optional(CalendarDay) });
/** `targets`: what holds for the unit on the day. `history`: what this unit itself ever set, newest first. */
export const Targets = Type.Object({
  unit: orNull(Type.String()),
  day: CalendarDay,
  targets: Type.Array(TargetRow),
  history: Type.Array(Type.Object({ field: orNull(Type.String()), target: orNull(Share), from: CalendarDay, setAt: Millis, /** By name, or e-mail, or id. */ setBy: Type.String() })),
});
export type Targets = Static<typeof Targets>;

/** `target` null: from that day the unit takes its parent's again. `unit` null: the whole centre. */
export const SetTargetRequest = Type.Object({
  unit: orNull(Id),
  field: orNull(Type.String({ minLength: 1, maxLength: 120 })),
  target: orNull(Share),
  from: CalendarDay,
});
export type SetTargetRequest = Static<typeof SetTargetRequest>;

export const ALERT_KINDS = ['satisfaction', 'flagged-share', 'kiosk-silent', 'picture-still', 'taps-missing', 'taps-waiting', 'content-old'] as const;
export const AlertKind = Type.Enum([...ALERT_KINDS]);
export type AlertKind = Static<typeof AlertKind>;

export const Alert = Type.Object({
  id: Type.String(),
  kind: AlertKind,
  servicePoint: Type.String(),
  servicePointName: Type.String(),
  unit: orNull(Type.String()),
  /** The kiosk, where one is meant. */
  kiosk: orNull(Type.Object({ id: Type.String(), name: Type.String() })),
  field: orNull(Type.String()),
  openedAt: Millis,
  /** Null: it stands. */
  closedAt: orNull(Millis),
  /** As of the last time it was looked at while it stood; what is in it depends on the kind. */
  figures: Type.Record(Type.String(), orNull(Type.Union([Type.Number(), Type.String()]))),
  acknowledged: orNull(Type.Object({ at: Millis, by: Type.String(), note: Type.String() })),
});
export type Alert = Static<typeof Alert>;

export const AlertsQuery = Type.Object({
  state: Type.Optional(Type.Enum(['open', 'closed', 'all'])),
  unit: Type.Optional(Id),
  servicePoint: Type.Optional(Id),
  kind: Type.Optional(AlertKind),
  /** Opened on these days (UTC+7); both or neither. */
  from: Type.Optional(CalendarDay),
  to: Type.Optional(CalendarDay),
});
export type AlertsQuery = Static<typeof AlertsQuery>;
/** Open ones first, then newest first; at most 500. */
export const AlertList = Type.Object({ alerts: Type.Array(Alert), open: Count });
export type AlertList = Static<typeof AlertList>;

export const AcknowledgeRequest = Type.Object({ note: Type.String({ maxLength: 1000 }) });
export type AcknowledgeRequest = Static<typeof AcknowledgeRequest>;

const Line = Type.String({ maxLength: 200 });
/** What stands above and below a report (NĐ 30/2020/NĐ-CP): typed by staff, remembered per unit. */
export const ReportHeading = Type.Object({
  /** "UBND TỈNH HƯNG YÊN"; empty: none. */
  parentAgency: Line,
  /** "UBND PHƯỜNG MỸ HÀO". */
  agency: Line,
  /** "…/BC-UBND"; the number itself is filled in by hand. */
  numberSign: Line,
  place: Line,
  signerTitle: Line,
  signer: Line,
  recipients: Type.Array(Line, { maxItems: 20 }),
});
export type ReportHeading = Static<typeof ReportHeading>;
export const ReportHeadingQuery = Type.Object({ unit: Type.Optional(Id) });
/** `inherited`: this unit has none of its own, its parent's is shown. */
export const ReportHeadingAnswer = Type.Object({ unit: orNull(Type.String()), heading: ReportHeading, inherited: Type.Boolean() });
export type ReportHeadingAnswer = Static<typeof ReportHeadingAnswer>;
export const SetReportHeadingRequest = Type.Object({ unit: orNull(Id), heading: ReportHeading });
export type SetReportHeadingRequest = Static<typeof SetReportHeadingRequest>;

export const AnnexQuery = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  unit: Type.Optional(Id),
  servicePoint: Type.Optional(Id),
  format: Type.Optional(Type.Enum(['json', 'csv', 'xlsx', 'html', 'docx'])),
  audience: Type.Optional(Type.Enum(['internal', 'public'])),
});
export type AnnexQuery = Static<typeof AnnexQuery>;

/** A count, or null where too few stand behind it (E177). */
const Cell = orNull(Count);
/** "Phụ lục: kết quả khảo sát nhanh và tuyên truyền tại quầy". Always in Vietnamese as a document. */
export const Annex = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  unit: orNull(Type.Object({ id: Type.String(), name: Type.String() })),
  heading: ReportHeading,
  servicePoints: Count,
  guides: Type.Array(Type.Object({ field: orNull(Type.String()), procedure: Type.String(), title: Type.String(), opened: Cell, handoffs: Cell })),
  opened: Count,
  handoffs: Count,
  /** Null: the centre does not count plays yet. */
  clips: orNull(Type.Array(Type.Object({ clip: Type.String(), title: Type.String(), plays: Count, hours: Type.Number() }))),
  ratings: Type.Object({ taps: Count, scores: Type.Array(Cell, { minItems: 5, maxItems: 5 }), flagged: Cell, responseRate: orNull(Share), satisfied: SatisfactionSchema, target: orNull(Share), verdict: orNull(TargetVerdict) }),
  fields: Type.Array(Type.Object({ field: orNull(Type.String()), taps: Cell, satisfied: SatisfactionSchema, target: Share, verdict: orNull(TargetVerdict) })),
  reasons: Type.Array(Type.Object({ reason: Type.String(), text: Type.String(), factor: orNull(Type.Integer()), taps: Cell })),
  kiosks: Type.Array(
    Type.Object({ servicePoint: Type.String(), name: Type.String(), lastSeenAt: orNull(Millis), waiting: orNull(Count), contentVersion: orNull(Type.String()), missing: orNull(Count) }),
  ),
});
export type Annex = Static<typeof Annex>;
