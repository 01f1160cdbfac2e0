import { assertNever } from '#domain/assert-never.ts';
import type { Entry } from '#contract/ledger.ts';
import { NO_SCORES, withScore } from '#domain/score.ts';
import type { DayDelta, EntryRow, ProcedureDelta, RollupDelta, StepDelta, StoredTap } from '../../repositories/ledger.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type ReasonDelta = RollupDelta['reasons'][number];
type HourDelta = RollupDelta['hours'][number];
type StreamDayDelta = RollupDelta['streamDays'][number];

/** Adds up what a batch changes in the rollups. */
export type RollupCounter = {
  /** Counts a tap as it stands (`by` 1) or takes it out as it stood (`by` -1). */
  tap(tap: StoredTap, by: 1 | -1): void;
  /** Counts that a tap was received; a tap never leaves these counts. */
  received(tap: StoredTap): void;
  /** Counts everything else that an entry says. */
  entry(entry: Entry, row: EntryRow): void;
  delta(): RollupDelta;
};

export function rollupCounter(): RollupCounter {
  const days = new Map<string, Writable<DayDelta>>();
  const reasons = new Map<string, Writable<ReasonDelta>>();
  const hours = new Map<string, Writable<HourDelta>>();
  const procedures = new Map<string, Writable<ProcedureDelta>>();
  const steps = new Map<string, Writable<StepDelta>>();
  const streamDays = new Map<string, Writable<StreamDayDelta>>();

  const dayRow = (day: string, pointNo: number, field: string): Writable<DayDelta> =>
    rowIn(days, `${day}\t${pointNo}\t${field}`, () => ({ day, pointNo, field, scores: NO_SCORES, flagged: NO_SCORES, asked: 0, corrected: 0, unplaceable: 0 }));
  const hourRow = (day: string, pointNo: number, hour: number, field: string): Writable<HourDelta> =>
    rowIn(hours, `${day}\t${pointNo}\t${hour}\t${field}`, () => ({ day, pointNo, hour, field, scores: NO_SCORES }));
  const reasonRow = (day: string, pointNo: number, field: string, reason: string): Writable<ReasonDelta> =>
    rowIn(reasons, `${day}\t${pointNo}\t${field}\t${reason}`, () => ({ day, pointNo, field, reason, taps: 0 }));
  const procedureRow = (day: string, pointNo: number, procedure: string, field: string): Writable<ProcedureDelta> =>
    rowIn(procedures, `${day}\t${pointNo}\t${procedure}\t${field}`, () => ({
      day, pointNo, procedure, field, opened: 0, finished: 0, left: 0, problems: 0, handoffs: 0, scores: NO_SCORES,
    }));
  const stepRow = (day: string, pointNo: number, procedure: string, step: string, field: string): Writable<StepDelta> =>
    rowIn(steps, `${day}\t${pointNo}\t${procedure}\t${step}\t${field}`, () => ({ day, pointNo, procedure, step, field, reached: 0, left: 0, problems: 0, handoffs: 0 }));
  const streamDayRow = (day: string, pointNo: number): Writable<StreamDayDelta> =>
    rowIn(streamDays, `${day}\t${pointNo}`, () => ({ day, pointNo, received: 0, receivedOwn: 0 }));

  const guide = (entry: Entry & { kind: 'guide' }, { day, pointNo }: EntryRow): void => {
    const procedure = procedureRow(day, pointNo, entry.procedure, entry.field ?? '');
    const step = stepRow(day, pointNo, entry.procedure, entry.step, entry.field ?? '');
    switch (entry.action) {
      case 'open':
        procedure.opened += 1;
        step.reached += 1;
        return;
      case 'step':
        step.reached += 1;
        return;
      case 'finish':
        procedure.finished += 1;
        return;
      case 'leave':
        procedure.left += 1;
        step.left += 1;
        return;
      case 'problem':
        procedure.problems += 1;
        step.problems += 1;
        return;
      default:
        assertNever(entry.action, 'a guide action that is not counted');
    }
  };

  return {
    tap(tap, by) {
      if (tap.retracted) return;
      const field = tap.field ?? '';
      const day = dayRow(tap.day, tap.pointNo, field);
      day.scores = withScore(day.scores, tap.score, by);
      if (tap.flags !== 0) day.flagged = withScore(day.flagged, tap.score, by);
      const hour = hourRow(tap.day, tap.pointNo, tap.hour, field);
      hour.scores = withScore(hour.scores, tap.score, by);
      for (const reason of tap.reasons) reasonRow(tap.day, tap.pointNo, field, reason).taps += by;
      if (tap.procedure === null) return;
      const procedure = procedureRow(tap.day, tap.pointNo, tap.procedure, field);
      procedure.scores = withScore(procedure.scores, tap.score, by);
    },
    received(tap) {
      streamDayRow(tap.day, tap.pointNo).received += 1;
      streamDayRow(tap.ownDay ?? tap.day, tap.pointNo).receivedOwn += 1;
    },
    entry(entry, row) {
      const field = 'field' in entry && entry.field !== undefined ? entry.field : '';
      if (row.placing === 'corrected') dayRow(row.day, row.pointNo, field).corrected += 1;
      if (row.placing === 'unplaceable') dayRow(row.day, row.pointNo, field).unplaceable += 1;
      if (entry.kind === 'asked') dayRow(row.day, row.pointNo, field).asked += 1;
      if (entry.kind === 'guide') guide(entry, row);
      if (entry.kind === 'handoff') {
        procedureRow(row.day, row.pointNo, entry.procedure, field).handoffs += 1;
        stepRow(row.day, row.pointNo, entry.procedure, entry.step, field).handoffs += 1;
      }
    },
    delta: () => ({
      days: [...days.values()],
      reasons: [...reasons.values()].filter((row) => row.taps !== 0),
      hours: [...hours.values()],
      procedures: [...procedures.values()],
      steps: [...steps.values()],
      streamDays: [...streamDays.values()],
    }),
  };
}

function rowIn<Row>(rows: Map<string, Row>, key: string, make: () => Row): Row {
  const known = rows.get(key);
  if (known !== undefined) return known;
  const made = make();
  rows.set(key, made);
  return made;
}
