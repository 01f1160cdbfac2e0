import { success } from '#domain/result.ts';
import type { LedgerTransaction, StreamState } from '../../repositories/ledger.ts';
import { lastSame } from './last-same.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import { answerWithoutTaking, openBatch, planBatch, type OpenBatch, type Receipt } from './plan-batch.ts';
import type { KnownTaps } from './plan-taps.ts';
import { readSegment, type WhenIn } from './read-segment.ts';
import { rollupCounts } from './rollup-counts.ts';
import type { StoredTap } from './stored-tap.ts';

/**
 * Takes a group of batches, each of another stream, in one transaction: skips what the centre has,
 * keeps the rest, adds to the rollups, raises the marks. The receipts come in the batches' order.
 */
export async function takeGroup(tx: LedgerTransaction, batches: readonly ParsedBatch[], whenIn: WhenIn): Promise<readonly Receipt[]> {
  const streams = await streamsOf(tx, batches);
  const receipts: Receipt[] = [];
  const open: OpenBatch[] = [];
  for (const batch of batches) {
    const stream = streams.get(batch.stream) ?? null;
    const receipt = (await answerToAnother(tx, stream, batch)) ?? answerWithoutTaking(stream, batch);
    receipts.push(withSame(receipt ?? success({ received: batch.first + batch.entries.length - 1 }), batch));
    if (receipt === null && stream !== null) open.push(openBatch(batch, stream, whenIn(batch.point.timezone)));
  }
  if (open.length > 0) await keepAll(tx, open, whenIn);
  return receipts;
}

/** The answer to a batch of another history than the centre has of this stream; null when there is none, or none was asked for. */
async function answerToAnother(tx: LedgerTransaction, stream: StreamState | null, batch: ParsedBatch): Promise<Receipt | null> {
  if (batch.compare !== true || stream === null || stream.deviceId !== batch.deviceId || stream.isRevoked) return null;
  const same = await lastSame(tx, stream, batch);
  return same === null ? null : success({ received: stream.mark, same });
}

function withSame(receipt: Receipt, { compare, first, entries }: ParsedBatch): Receipt {
  if (compare !== true || !receipt.ok || receipt.value.same !== undefined) return receipt;
  return success({ ...receipt.value, same: first + entries.length - 1 });
}

/** The group's streams, locked. A stream begins with the first batch that brings something. */
async function streamsOf(tx: LedgerTransaction, batches: readonly ParsedBatch[]): Promise<ReadonlyMap<string, StreamState>> {
  const known = await tx.lockStreams(batches.map((batch) => batch.stream));
  const missing = batches.filter((batch) => !known.has(batch.stream) && answerWithoutTaking(null, batch) === null);
  if (missing.length === 0) return known;
  const made = await tx.openStreams(missing.map(({ stream, deviceId, now }) => ({ id: stream, deviceId, now })));
  return new Map([...known, ...made]);
}

async function keepAll(tx: LedgerTransaction, open: readonly OpenBatch[], whenIn: WhenIn): Promise<void> {
  const counts = rollupCounts();
  const plans = [];
  for (const batch of open) plans.push(planBatch(batch, await lookUp(tx, batch, whenIn), counts));
  plans.sort((one, other) => one.advance.streamNo - other.advance.streamNo);
  await tx.keep({
    segments: plans.map((plan) => plan.segment),
    changes: plans.flatMap((plan) => plan.changes),
    quarantined: plans.flatMap((plan) => plan.quarantined),
    rollups: counts.all(),
    streams: plans.map((plan) => plan.advance),
  });
}

const NOTHING: KnownTaps = { changes: [], referenced: [] };

/** Nothing to ask for most batches: what they speak of lies in them or in the tail. */
async function lookUp(tx: LedgerTransaction, { batch, stream, earlier, ahead, wasForetold }: OpenBatch, whenIn: WhenIn): Promise<KnownTaps> {
  if (earlier.length === 0 && ahead.length === 0 && !wasForetold) return NOTHING;
  const spokenOf = [...earlier, ...ahead];
  return {
    changes: [
      ...(spokenOf.length === 0 ? [] : await tx.changesOf(stream.no, spokenOf)),
      ...(wasForetold ? await tx.changesBetween(stream.no, stream.mark + 1, batch.first + batch.entries.length - 1) : []),
    ],
    referenced: await earlierTaps(tx, stream.no, earlier, whenIn),
  };
}

/** The taps among these numbers, as they came; `seqs` ascending, so that each segment is read once. */
async function earlierTaps(tx: LedgerTransaction, streamNo: number, seqs: readonly number[], whenIn: WhenIn): Promise<readonly StoredTap[]> {
  const found: StoredTap[] = [];
  let readTo = 0;
  for (const seq of seqs) {
    if (seq <= readTo) continue;
    const segment = await tx.segmentWith(streamNo, seq);
    if (segment === null) continue;
    const wanted = new Set(seqs);
    const { taps } = await readSegment(segment, whenIn);
    found.push(...taps.filter((tap) => wanted.has(tap.seq)));
    readTo = segment.last;
  }
  return found;
}
