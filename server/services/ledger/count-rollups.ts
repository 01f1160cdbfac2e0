import type { Entry } from '#contract/ledger.ts';
import { assertNever } from '#domain/assert-never.ts';
import { withScore } from '#domain/score.ts';
import type { EntryRow, RollupDelta, StoredTap } from '../../repositories/ledger.ts';
import { rollupRows, type RollupRows } from './rollup-rows.ts';

/** Adds up what a batch changes in the rollups. */
export type RollupCounter = {
  /** Counts a tap that was just received, as it stands. That it was received is never taken back. */
  newTap(tap: StoredTap): void;
  /** Counts a tap as it stands (`by` 1) or takes it out as it stood (`by` -1). */
  tap(tap: StoredTap, by: 1 | -1): void;
  /** Counts everything else that an entry says. */
  entry(entry: Entry, row: EntryRow): void;
  delta(): RollupDelta;
};

export function rollupCounter(): RollupCounter {
  const rows = rollupRows();
  return {
    newTap(tap) {
      countTap(rows, tap, 1);
      const placed = rows.streamDay(tap.day, tap.pointNo);
      placed.received += 1;
      if (tap.ownDay === null) placed.receivedOwn += 1;
      else rows.streamDay(tap.ownDay, tap.pointNo).receivedOwn += 1;
    },
    tap: (tap, by) => countTap(rows, tap, by),
    entry: (entry, row) => countEntry(rows, entry, row),
    delta: rows.all,
  };
}

function countTap(rows: RollupRows, tap: StoredTap, by: 1 | -1): void {
  if (tap.retracted) return;
  const { day, hour, procedure } = rows.ofTap(tap);
  day.scores = withScore(day.scores, tap.score, by);
  if (tap.flags !== 0) day.flagged = withScore(day.flagged, tap.score, by);
  hour.scores = withScore(hour.scores, tap.score, by);
  if (procedure !== null) procedure.scores = withScore(procedure.scores, tap.score, by);
  for (const reason of tap.reasons) rows.reason(tap.day, tap.pointNo, tap.field ?? '', reason).taps += by;
}

function countEntry(rows: RollupRows, entry: Entry, row: EntryRow): void {
  if (entry.kind === 'tap' && row.placing === 'as-sent') return;
  const field = 'field' in entry && entry.field !== undefined ? entry.field : '';
  if (row.placing === 'corrected') rows.day(row.day, row.pointNo, field).corrected += 1;
  if (row.placing === 'unplaceable') rows.day(row.day, row.pointNo, field).unplaceable += 1;
  if (entry.kind === 'asked') rows.day(row.day, row.pointNo, field).asked += 1;
  if (entry.kind === 'guide') countGuide(rows, entry, row);
  if (entry.kind === 'handoff') {
    rows.procedure(row.day, row.pointNo, entry.procedure, field).handoffs += 1;
    rows.step(row.day, row.pointNo, entry.procedure, entry.step, field).handoffs += 1;
  }
}

function countGuide(rows: RollupRows, entry: Entry & { kind: 'guide' }, { day, pointNo }: EntryRow): void {
  const procedure = rows.procedure(day, pointNo, entry.procedure, entry.field ?? '');
  const step = rows.step(day, pointNo, entry.procedure, entry.step, entry.field ?? '');
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
}
