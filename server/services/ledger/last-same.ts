import type { LedgerTransaction, StreamState } from '../../repositories/ledger.ts';
import { readBatch } from './batch-body.ts';
import type { ParsedBatch } from './parsed-batch.ts';

/** Tells an entry from every other one with its number; null: it bears no stamps and may stand for any. */
type Identity = string | null;

/**
 * The last number of a batch up to which the centre has the very entries that it brings; null when none that it has
 * already is another one. Two ledgers of one stream go the same way up to where one was set back or copied, and never
 * again after it: so a few numbers tell it. What bears no stamps, or was pruned here, speaks against nothing.
 */
export async function lastSame(tx: LedgerTransaction, { no, mark }: StreamState, { first, entries }: ParsedBatch): Promise<number | null> {
  const kept = keptIdentities(tx, no);
  const sent = entries.slice(0, Math.max(0, mark - first + 1)).flatMap((entry, index) => {
    const identity = identityOf(entry);
    return identity === null ? [] : [{ seq: first + index, identity }];
  });
  const isSame = async (at: number): Promise<boolean> => {
    const one = sent[at];
    const there = one === undefined ? null : await kept(one.seq);
    return there === null || there === one?.identity;
  };
  if (await isSame(sent.length - 1)) return null;
  // The first that differs lies above `low` and at most at `high`.
  let [low, high] = [-1, sent.length - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await isSame(middle)) low = middle;
    else high = middle;
  }
  return (sent[high]?.seq ?? first) - 1;
}

/** Reads a segment once for all of its numbers. */
function keptIdentities(tx: LedgerTransaction, streamNo: number): (seq: number) => Promise<Identity> {
  const known = new Map<number, Identity>();
  return async (seq) => {
    if (!known.has(seq)) {
      const segment = await tx.segmentWith(streamNo, seq);
      if (segment === null) return null;
      const { first, entries } = await readBatch(segment.body);
      for (let at = segment.first; at <= segment.last; at += 1) known.set(at, identityOf(entries[at - first]));
    }
    return known.get(seq) ?? null;
  };
}

function identityOf(entry: unknown): Identity {
  if (typeof entry !== 'object' || entry === null || !('kind' in entry) || !('at' in entry) || !('up' in entry) || !('boot' in entry)) return null;
  return JSON.stringify([entry.kind, entry.at, entry.up, entry.boot]);
}
