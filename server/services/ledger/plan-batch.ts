import { failure, success, type Result } from '#domain/result.ts';
import type { OfStream, QuarantineRow, Segment, StreamAdvance, StreamState, TapChange } from '../../repositories/ledger.ts';
import { countEntry, countNewTaps, recountTap } from './count-batch.ts';
import type { WhenOf } from './day-and-hour-cache.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import { addPlays } from './follow-plays.ts';
import { planTaps, type KnownTaps } from './plan-taps.ts';
import { readEntries, type ReadEntries } from './read-entries.ts';
import type { RollupCounts } from './rollup-counts.ts';
import type { StoredTap } from './stored-tap.ts';
import { readTail, writeTail } from './tap-tail.ts';

export type Receipt = Result<{ readonly received: number; readonly same?: number }, 'LEDGER_GAP' | 'LEDGER_FOREIGN_STREAM' | 'DEVICE_REVOKED'>;

/**
 * The answer to a batch that brings nothing new; null when there is something to take. A batch that
 * starts beyond the mark + 1 is a gap, an empty one too; an empty batch at or below it only asks for
 * the mark and changes nothing.
 */
export function answerWithoutTaking(stream: StreamState | null, batch: ParsedBatch): Receipt | null {
  if (stream !== null && stream.deviceId !== batch.deviceId) return failure('LEDGER_FOREIGN_STREAM', 'The stream belongs to another device.');
  if (stream?.isRevoked === true) return failure('DEVICE_REVOKED', 'The device was revoked.');
  const mark = stream?.mark ?? 0;
  if (batch.first > mark + 1) return failure('LEDGER_GAP', `The batch starts at ${batch.first}, the mark is ${mark}.`, { received: mark });
  return lastOf(batch) <= mark ? success({ received: mark }) : null;
}

/** A batch that was read, with what must be looked up before it can be planned. */
export type OpenBatch = {
  readonly batch: ParsedBatch;
  readonly stream: StreamState;
  readonly tail: readonly StoredTap[];
  readonly read: ReadEntries;
  /** Earlier numbers outside the tail that it speaks of, ascending. */
  readonly earlier: readonly number[];
  /** Numbers to come that it speaks of, and that something may have been said of before. */
  readonly ahead: readonly number[];
  /** Whether something may have been said before of numbers that it has. */
  readonly wasForetold: boolean;
};

export function openBatch(batch: ParsedBatch, stream: StreamState, whenOf: WhenOf): OpenBatch {
  const { entries, first, clock, now, point } = batch;
  const { taps: tail, wake } = readTail(stream.tail);
  const read = readEntries({ entries, first, from: stream.mark + 1, clock, now, pointNo: point.no, wake }, whenOf);
  const spokenOf = new Set(read.references.map((reference) => reference.of));
  const inTail = new Set(tail.map((tap) => tap.seq));
  return {
    batch,
    stream,
    tail,
    read,
    earlier: [...spokenOf].filter((seq) => seq <= stream.mark && !inTail.has(seq)).sort((one, other) => one - other),
    ahead: [...spokenOf].filter((seq) => seq > lastOf(batch) && seq <= stream.forwardTo),
    wasForetold: stream.forwardTo > stream.mark,
  };
}

export type BatchPlan = {
  readonly segment: Segment;
  readonly changes: readonly OfStream<TapChange>[];
  readonly quarantined: readonly OfStream<QuarantineRow & { readonly now: number }>[];
  readonly advance: StreamAdvance;
};

/** Decides what a batch leaves behind, and adds to the rollups of its group what it counts. */
export function planBatch({ batch, stream, tail, read }: OpenBatch, known: KnownTaps, counts: RollupCounts): BatchPlan {
  const plan = planTaps(read, tail, known);
  const where = { pointNo: batch.point.no, streamNo: stream.no };
  countNewTaps(counts, plan.taps, where);
  for (const entry of read.others) countEntry(counts, entry, batch.point.no);
  addPlays(counts, read.plays, where);
  for (const { before, after } of plan.recounted) {
    recountTap(counts, before, -1);
    recountTap(counts, after, 1);
  }
  return {
    segment: segmentOf(batch, stream, read),
    changes: plan.changes.map((change) => ({ ...change, streamNo: stream.no })),
    quarantined: read.quarantined.map((row) => ({ ...row, streamNo: stream.no, now: batch.now })),
    advance: {
      streamNo: stream.no,
      deviceId: batch.deviceId,
      mark: lastOf(batch),
      forwardTo: read.references.reduce((highest, { seq, of }) => (of > seq && of > highest ? of : highest), stream.forwardTo),
      tail: writeTail(plan.tail, read.wake),
      quarantined: read.quarantined.length,
      unplaceable: read.unplaceable,
      now: batch.now,
    },
  };
}

function segmentOf(batch: ParsedBatch, stream: StreamState, { firstDay, lastDay }: ReadEntries): Segment {
  const { point, now, body } = batch;
  return { streamNo: stream.no, first: stream.mark + 1, last: lastOf(batch), pointNo: point.no, timezone: point.timezone, receivedAt: now, firstDay, lastDay, body };
}

function lastOf(batch: ParsedBatch): number {
  return batch.first + batch.entries.length - 1;
}
