import { NO_SCORES } from '#domain/score.ts';
import type { DayDelta, ProcedureDelta, RollupDelta, StepDelta, StoredTap } from '../../repositories/ledger.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type ReasonDelta = RollupDelta['reasons'][number];
type HourDelta = RollupDelta['hours'][number];
type StreamDayDelta = RollupDelta['streamDays'][number];

type TapRows = { readonly day: Writable<DayDelta>; readonly hour: Writable<HourDelta>; readonly procedure: Writable<ProcedureDelta> | null };

/** The rollup rows that one batch touches: each is made at its first use and added to from then on. */
export type RollupRows = {
  day(day: string, pointNo: number, field: string): Writable<DayDelta>;
  /** The rows that a tap counts in, found by one look-up. */
  ofTap(tap: StoredTap): TapRows;
  reason(day: string, pointNo: number, field: string, reason: string): Writable<ReasonDelta>;
  procedure(day: string, pointNo: number, procedure: string, field: string): Writable<ProcedureDelta>;
  step(day: string, pointNo: number, procedure: string, step: string, field: string): Writable<StepDelta>;
  streamDay(day: string, pointNo: number): Writable<StreamDayDelta>;
  all(this: void): RollupDelta;
};

// Two free texts beside each other are kept apart by the first one's length: either may hold a tab.
export function rollupRows(): RollupRows {
  const days = keyed<Writable<DayDelta>>();
  const hours = keyed<Writable<HourDelta>>();
  const reasons = keyed<Writable<ReasonDelta>>();
  const procedures = keyed<Writable<ProcedureDelta>>();
  const steps = keyed<Writable<StepDelta>>();
  const streamDays = keyed<Writable<StreamDayDelta>>();
  const tapRows = keyed<TapRows>();
  const rows: RollupRows = {
    day: (day, pointNo, field) =>
      days.row(`${day}\t${pointNo}\t${field}`, () => ({ day, pointNo, field, scores: NO_SCORES, flagged: NO_SCORES, asked: 0, corrected: 0, unplaceable: 0 })),
    ofTap({ day, pointNo, hour, field, procedure }) {
      const key = `${day}\t${pointNo}\t${hour}\t${field === null ? '' : `${field.length}\t${field}`}\t${procedure === null ? '' : `\t${procedure}`}`;
      const name = field ?? '';
      return tapRows.row(key, () => ({
        day: rows.day(day, pointNo, name),
        hour: hours.row(`${day}\t${pointNo}\t${hour}\t${name}`, () => ({ day, pointNo, hour, field: name, scores: NO_SCORES })),
        procedure: procedure === null ? null : rows.procedure(day, pointNo, procedure, name),
      }));
    },
    reason: (day, pointNo, field, reason) => reasons.row(`${day}\t${pointNo}\t${field.length}\t${field}\t${reason}`, () => ({ day, pointNo, field, reason, taps: 0 })),
    procedure: (day, pointNo, procedure, field) =>
      procedures.row(`${day}\t${pointNo}\t${procedure.length}\t${procedure}\t${field}`, () => ({
        day,
        pointNo,
        procedure,
        field,
        opened: 0,
        finished: 0,
        left: 0,
        problems: 0,
        handoffs: 0,
        scores: NO_SCORES,
      })),
    step: (day, pointNo, procedure, step, field) =>
      steps.row(`${day}\t${pointNo}\t${procedure.length}\t${procedure}\t${step.length}\t${step}\t${field}`, () => ({ day, pointNo, procedure, step, field, reached: 0, left: 0, problems: 0, handoffs: 0 })),
    streamDay: (day, pointNo) => streamDays.row(`${day}\t${pointNo}`, () => ({ day, pointNo, received: 0, receivedOwn: 0 })),
    all: () => ({
      days: days.all(),
      reasons: reasons.all().filter((row) => row.taps !== 0),
      hours: hours.all(),
      procedures: procedures.all(),
      steps: steps.all(),
      streamDays: streamDays.all(),
    }),
  };
  return rows;
}

function keyed<Row>(): { row(key: string, make: () => Row): Row; all(): readonly Row[] } {
  const rows = new Map<string, Row>();
  return {
    row(key, make) {
      const known = rows.get(key);
      if (known !== undefined) return known;
      const made = make();
      rows.set(key, made);
      return made;
    },
    all: () => [...rows.values()],
  };
}
