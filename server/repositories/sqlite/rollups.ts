import type { RollupDelta } from '../ledger.ts';
import type { Statements } from './database.ts';

const SCORES = ['s1', 's2', 's3', 's4', 's5'];
const FLAGGED = ['f1', 'f2', 'f3', 'f4', 'f5'];
const DAY = adding('rollup_day', ['day', 'point_no', 'field'], [...SCORES, ...FLAGGED, 'asked', 'corrected', 'unplaceable']);
const REASON = adding('rollup_reason', ['day', 'point_no', 'field', 'reason'], ['taps']);
const HOUR = adding('rollup_hour', ['day', 'point_no', 'hour', 'field'], SCORES);
const PROCEDURE = adding('rollup_procedure', ['day', 'point_no', 'procedure', 'field'], ['opened', 'finished', 'left_early', 'problems', 'handoffs', ...SCORES]);
const STEP = adding('rollup_step', ['day', 'point_no', 'procedure', 'step', 'field'], ['reached', 'left_early', 'problems', 'handoffs']);
const STREAM_DAY = adding('stream_day', ['day', 'point_no', 'stream_no'], ['received', 'received_own']);

/** Adds to what stands; makes the row when it is the first. */
export function addToRollups(prepare: Statements, streamNo: number, delta: RollupDelta): void {
  const day = prepare(DAY);
  for (const row of delta.days) {
    day.run(row.day, row.pointNo, row.field, ...row.scores, ...row.flagged, row.asked, row.corrected, row.unplaceable);
  }
  const reason = prepare(REASON);
  for (const row of delta.reasons) reason.run(row.day, row.pointNo, row.field, row.reason, row.taps);
  const hour = prepare(HOUR);
  for (const row of delta.hours) hour.run(row.day, row.pointNo, row.hour, row.field, ...row.scores);
  const procedure = prepare(PROCEDURE);
  for (const row of delta.procedures) {
    procedure.run(row.day, row.pointNo, row.procedure, row.field, row.opened, row.finished, row.left, row.problems, row.handoffs, ...row.scores);
  }
  const step = prepare(STEP);
  for (const row of delta.steps) step.run(row.day, row.pointNo, row.procedure, row.step, row.field, row.reached, row.left, row.problems, row.handoffs);
  const streamDay = prepare(STREAM_DAY);
  for (const row of delta.streamDays) streamDay.run(row.day, row.pointNo, streamNo, row.received, row.receivedOwn);
}

/** The upsert of one rollup table. Names come from this file only, never from outside. */
function adding(table: string, keys: readonly string[], counts: readonly string[]): string {
  const columns = [...keys, ...counts];
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${counts.map((count) => `${count} = ${count} + excluded.${count}`).join(', ')}`;
}
