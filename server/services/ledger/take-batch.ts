import { failure, success, type Result } from '#domain/result.ts';
import { BURST_MS } from '#domain/misuse.ts';
import type { EntryRow, LedgerTransaction, RollupDelta, Stream } from '../../repositories/ledger.ts';
import { rollupCounter } from './count-rollups.ts';
import type { DayAndHourOf } from './day-and-hour-cache.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import { planTaps, tapChangeOf, type KnownTaps, type TapPlan } from './plan-taps.ts';
import { readEntries, type ReadEntries, type ReadEntry } from './read-entries.ts';

/** In a flood of touches those further back are marked as a burst already: only five make one. */
const LONGEST_TAIL = 100;

export type Receipt = Result<{ readonly received: number }, 'LEDGER_GAP' | 'LEDGER_FOREIGN_STREAM'>;

/**
 * Takes one batch inside a transaction: skips what the centre has, keeps the rest, adds to the
 * rollups, raises the mark. A batch that starts beyond the mark + 1 is a gap, an empty one too; an
 * empty batch at or below it only asks for the mark and changes nothing.
 */
export async function takeBatch(tx: LedgerTransaction, batch: ParsedBatch, dayAndHourOf: DayAndHourOf): Promise<Receipt> {
  const known = await tx.lockStream(batch.stream);
  if (known !== null && known.deviceId !== batch.deviceId) return failure('LEDGER_FOREIGN_STREAM', 'The stream belongs to another device.');
  const mark = known?.mark ?? 0;
  if (batch.first > mark + 1) return failure('LEDGER_GAP', `The batch starts at ${batch.first}, the mark is ${mark}.`, { received: mark });
  const last = batch.first + batch.entries.length - 1;
  if (last <= mark) return success({ received: mark });
  const stream = known ?? (await tx.openStream(batch.stream, batch.deviceId, batch.now));
  const read = readEntries(batch, mark, batch.point, dayAndHourOf);
  await store(tx, stream, batch, read);
  return success({ received: last });
}

async function store(tx: LedgerTransaction, stream: Stream, batch: ParsedBatch, read: ReadEntries): Promise<void> {
  const { entries, quarantined } = read;
  const plan = planTaps(entries, await gather(tx, stream, entries));
  const rows = entries.map(({ row }) => (plan.added.size === 0 ? row : standing(row, plan)));
  await tx.insertEntries(stream.no, rows);
  if (quarantined.length > 0) await tx.quarantine(stream.no, quarantined, batch.now);
  if (plan.changed.length > 0) await tx.changeTaps(stream.no, plan.changed.map(({ after }) => tapChangeOf(after)));
  await tx.addToRollups(stream.no, countBatch(entries, plan));
  await tx.advance(
    stream.no,
    batch.deviceId,
    {
      mark: batch.first + batch.entries.length - 1,
      forwardTo: rows.reduce((highest, row) => (row.of !== null && row.of > row.seq ? Math.max(highest, row.of) : highest), stream.forwardTo),
      quarantined: quarantined.length,
      unplaceable: rows.filter((row) => row.placing === 'unplaceable').length,
    },
    batch.now,
  );
}

async function gather(tx: LedgerTransaction, stream: Stream, entries: readonly ReadEntry[]): Promise<KnownTaps> {
  const times = entries.flatMap(({ row }) => (row.tap === null ? [] : [row.at]));
  const [firstAt] = times;
  const references = entries.flatMap(({ row }) => (row.of !== null && row.of <= stream.mark ? [row.of] : []));
  return {
    tail:
      firstAt === undefined || stream.mark === 0
        ? []
        : await tx.tailOfTaps(stream.no, { after: firstAt - BURST_MS, lastAt: times.reduce((latest, at) => Math.max(latest, at)), most: LONGEST_TAIL }),
    referenced: references.length === 0 ? [] : await tx.taps(stream.no, references),
    early: stream.forwardTo > stream.mark ? await tx.earlyReferences(stream.no, stream.mark + 1) : [],
  };
}

function standing(row: EntryRow, plan: TapPlan): EntryRow {
  const tap = plan.added.get(row.seq);
  return tap === undefined ? row : { ...row, tap };
}

function countBatch(entries: readonly ReadEntry[], plan: TapPlan): RollupDelta {
  const counter = rollupCounter();
  for (const { entry, row, tap } of entries) {
    counter.entry(entry, row);
    if (tap !== null) counter.newTap(plan.added.get(tap.seq) ?? tap);
  }
  for (const { before, after } of plan.changed) {
    counter.tap(before, -1);
    counter.tap(after, 1);
  }
  return counter.delta();
}
