import type { Entry } from '#contract/ledger.ts';
import { assertNever } from '#domain/assert-never.ts';
import { COUNT, type Counts, type RollupCounts } from './rollup-counts.ts';
import type { PlacedEntry } from './read-entries.ts';
import type { StoredTap } from './stored-tap.ts';

type Where = { readonly pointNo: number; readonly streamNo: number };

/** Counts taps that were just received, as they stand. That they were received is never taken back. */
export function countNewTaps(counts: RollupCounts, taps: readonly StoredTap[], { pointNo, streamNo }: Where): void {
  const rowsOf = counts.taps(pointNo, streamNo);
  for (const tap of taps) {
    const rows = rowsOf(tap);
    add(rows.streamDay, COUNT.streamDay.received, 1);
    add(tap.ownDay === null ? rows.streamDay : counts.row('stream_day', [tap.ownDay, pointNo, streamNo]), COUNT.streamDay.receivedOwn, 1);
    if (tap.retracted) continue;
    const at = tap.score - 1;
    add(rows.day, at, 1);
    add(rows.hour, at, 1);
    if (tap.flags !== 0) add(rows.day, COUNT.day.flagged + at, 1);
    if (rows.procedure !== null) add(rows.procedure, COUNT.procedure.scores + at, 1);
    for (const reason of tap.reasons) add(counts.row('rollup_reason', [tap.when.day, pointNo, tap.field, reason]), 0, 1);
  }
}

/** Counts an earlier tap as it stands (`by` 1) or takes it out as it stood (`by` -1). */
export function recountTap(counts: RollupCounts, tap: StoredTap, by: 1 | -1): void {
  if (tap.retracted) return;
  const { pointNo, when, field, procedure } = tap;
  const at = tap.score - 1;
  const day = counts.row('rollup_day', [when.day, pointNo, field]);
  add(day, at, by);
  if (tap.flags !== 0) add(day, COUNT.day.flagged + at, by);
  add(counts.row('rollup_hour', [when.day, pointNo, when.hour, field]), at, by);
  if (procedure !== '') add(counts.row('rollup_procedure', [when.day, pointNo, procedure, field]), COUNT.procedure.scores + at, by);
  for (const reason of tap.reasons) add(counts.row('rollup_reason', [when.day, pointNo, field, reason]), 0, by);
}

/** Counts everything that an entry says beside being a tap. Ordinary taps need not come here. */
export function countEntry(counts: RollupCounts, { entry, when: { day }, placing }: PlacedEntry, pointNo: number): void {
  const field = fieldOf(entry);
  if (placing !== 'as-sent') add(counts.row('rollup_day', [day, pointNo, field]), COUNT.day[placing], 1);
  if (entry.kind === 'asked') add(counts.row('rollup_day', [day, pointNo, field]), COUNT.day.asked, 1);
  if (entry.kind === 'guide') countGuide(counts, entry, day, pointNo);
  if (entry.kind === 'handoff') {
    add(counts.row('rollup_procedure', [day, pointNo, entry.procedure, field]), COUNT.procedure.handoffs, 1);
    add(counts.row('rollup_step', [day, pointNo, entry.procedure, entry.step, field]), COUNT.step.handoffs, 1);
  }
}

function countGuide(counts: RollupCounts, entry: Entry & { kind: 'guide' }, day: string, pointNo: number): void {
  const procedure = counts.row('rollup_procedure', [day, pointNo, entry.procedure, fieldOf(entry)]);
  const step = counts.row('rollup_step', [day, pointNo, entry.procedure, entry.step, fieldOf(entry)]);
  switch (entry.action) {
    case 'open':
      add(procedure, COUNT.procedure.opened, 1);
      return add(step, COUNT.step.reached, 1);
    case 'step':
      return add(step, COUNT.step.reached, 1);
    case 'finish':
      return add(procedure, COUNT.procedure.finished, 1);
    case 'leave':
      add(procedure, COUNT.procedure.left, 1);
      return add(step, COUNT.step.left, 1);
    case 'problem':
      add(procedure, COUNT.procedure.problems, 1);
      return add(step, COUNT.step.problems, 1);
    default:
      assertNever(entry.action, 'a guide action that is not counted');
  }
}

/** The field under which an entry is counted; '' where it names none. */
export function fieldOf(entry: Entry): string {
  return 'field' in entry ? (entry.field ?? '') : '';
}

function add(counts: Counts, index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}
