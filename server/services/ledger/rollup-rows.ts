import { NO_SCORES } from '#domain/score.ts';
import type { DayDelta, ProcedureDelta, RollupDelta, StepDelta } from '../../repositories/ledger.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type ReasonDelta = RollupDelta['reasons'][number];
type HourDelta = RollupDelta['hours'][number];
type StreamDayDelta = RollupDelta['streamDays'][number];

/** The rollup rows that one batch touches: each is made at its first use and added to from then on. */
export type RollupRows = {
  day(day: string, pointNo: number, field: string): Writable<DayDelta>;
  hour(day: string, pointNo: number, hour: number, field: string): Writable<HourDelta>;
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
  return {
    day: (day, pointNo, field) =>
      days.row(`${day}\t${pointNo}\t${field}`, () => ({ day, pointNo, field, scores: NO_SCORES, flagged: NO_SCORES, asked: 0, corrected: 0, unplaceable: 0 })),
    hour: (day, pointNo, hour, field) => hours.row(`${day}\t${pointNo}\t${hour}\t${field}`, () => ({ day, pointNo, hour, field, scores: NO_SCORES })),
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
