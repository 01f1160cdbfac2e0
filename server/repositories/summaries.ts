import type { ScoreCounts } from '#domain/score.ts';

/** Both days included; `field` null means every field. */
export type SummaryQuery = {
  readonly from: string;
  readonly to: string;
  readonly pointNos: readonly number[];
  readonly field: string | null;
};

export type DayRow = {
  readonly day: string;
  readonly pointNo: number;
  readonly scores: ScoreCounts;
  readonly flagged: ScoreCounts;
  readonly asked: number;
  readonly corrected: number;
  readonly unplaceable: number;
};
/** All reasons of a service point's day that were given at least once. */
export type ReasonRow = { readonly day: string; readonly pointNo: number; readonly reasons: Readonly<Record<string, number>> };
export type ReasonText = { readonly day: string; readonly pointNo: number; readonly text: string };
/** `made` is null where a kiosk whose taps are here has not said its count; `missing` is what is known to be missing, a zero only when all have said. */
export type CompletenessRow = {
  readonly day: string;
  readonly pointNo: number;
  readonly made: number | null;
  readonly received: number;
  readonly missing: number | null;
};
export type HourRow = { readonly day: string; readonly hour: number; readonly pointNo: number; readonly scores: ScoreCounts };
export type ProcedureRow = {
  readonly procedure: string;
  readonly opened: number;
  readonly finished: number;
  readonly left: number;
  readonly problems: number;
  readonly handoffs: number;
  readonly scores: ScoreCounts;
};
export type StepRow = {
  readonly procedure: string;
  readonly step: string;
  readonly reached: number;
  readonly left: number;
  readonly problems: number;
  readonly handoffs: number;
};

/** Taps of one weekday of the span (1 is Monday), of one service point or of one field. */
export type WeekdayRow<Key> = { readonly key: Key; readonly weekday: number; readonly scores: ScoreCounts; readonly flagged: ScoreCounts; readonly asked: number };
export type PointTotalRow = { readonly key: number; readonly scores: ScoreCounts; readonly flagged: ScoreCounts; readonly asked: number };
export type PointFieldRow = { readonly pointNo: number; readonly field: string; readonly scores: ScoreCounts; readonly flagged: ScoreCounts };
/** One day of everything that is asked for. */
export type DayTotalRow = Omit<DayRow, 'pointNo'>;
export type HourTotalRow = { readonly day: string; readonly hour: number; readonly scores: ScoreCounts };
export type FieldUseRow = Omit<ProcedureRow, 'procedure' | 'scores'> & { readonly field: string };

/** Reads rollups only, so that a page costs the same whatever the number of taps. */
export type SummaryRepository = {
  /** Ordered by day. */
  days(query: SummaryQuery): Promise<readonly DayRow[]>;
  reasons(query: SummaryQuery): Promise<readonly ReasonRow[]>;
  /** The same, ordered by day, with the reasons as the text of a JSON object. */
  reasonTexts(query: SummaryQuery): Promise<readonly ReasonText[]>;
  /** Of whole service points: a kiosk counts its taps over all fields. Ordered by day. */
  completeness(query: Omit<SummaryQuery, 'field'>): Promise<readonly CompletenessRow[]>;
  completenessOfDevice(deviceId: string, day: string): Promise<Omit<CompletenessRow, 'day' | 'pointNo'>>;
  hours(query: SummaryQuery): Promise<readonly HourRow[]>;
  procedures(query: SummaryQuery): Promise<readonly ProcedureRow[]>;
  steps(query: SummaryQuery): Promise<readonly StepRow[]>;
  /** Over the whole span, by service point. */
  totalsByPoint(query: SummaryQuery): Promise<readonly PointTotalRow[]>;
  /** Over the whole span, by service point and weekday. */
  weekdaysByPoint(query: SummaryQuery): Promise<readonly WeekdayRow<number>[]>;
  /** The same, no more than a comparison needs: unflagged taps that are satisfied, and all others. */
  satisfiedByPoint(query: SummaryQuery): Promise<readonly { readonly key: number; readonly weekday: number; readonly others: number; readonly satisfied: number }[]>;
  /** Over the whole span and all the service points, by field ('' where taps name none) and weekday. */
  weekdaysByField(query: Omit<SummaryQuery, 'field'>): Promise<readonly WeekdayRow<string>[]>;
  /** Over the whole span, by service point and named field, where at least `least` taps are. */
  fieldsByPoint(query: Omit<SummaryQuery, 'field'>, least: number): Promise<readonly PointFieldRow[]>;
  /** Of whole service points, over the whole span. */
  completenessByPoint(query: Omit<SummaryQuery, 'field'>): Promise<readonly Omit<CompletenessRow, 'day'>[]>;
  dayTotals(query: SummaryQuery): Promise<readonly DayTotalRow[]>;
  completenessByDay(query: Omit<SummaryQuery, 'field'>): Promise<readonly Omit<CompletenessRow, 'pointNo'>[]>;
  hourTotals(query: SummaryQuery): Promise<readonly HourTotalRow[]>;
  reasonTotals(query: SummaryQuery): Promise<readonly { readonly reason: string; readonly taps: number }[]>;
  reasonsByDay(query: SummaryQuery): Promise<readonly { readonly day: string; readonly reason: string; readonly taps: number }[]>;
  /** How guides were used, by field. */
  fieldUse(query: Omit<SummaryQuery, 'field'>): Promise<readonly FieldUseRow[]>;
  /** The field under which each procedure was used most. */
  fieldsOfProcedures(query: SummaryQuery): Promise<ReadonlyMap<string, string>>;
};
