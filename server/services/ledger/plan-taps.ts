import { findMisuse, type MisuseFlag } from '#domain/misuse.ts';
import type { EarlyReference, StoredTap, TapChange } from '../../repositories/ledger.ts';
import type { ReadEntry } from './read-entries.ts';

const FLAG_BIT: Readonly<Record<MisuseFlag, number>> = { burst: 1, roam: 2 };

/** What the centre has already that this batch can touch. */
export type KnownTaps = {
  /** The last taps before the batch, in ledger order, as far back as the misuse rule reaches. */
  readonly tail: readonly StoredTap[];
  /** Earlier taps that entries of this batch point to. */
  readonly referenced: readonly StoredTap[];
  /** Earlier entries that point ahead to taps of this batch. */
  readonly early: readonly EarlyReference[];
};

export type TapPlan = {
  /** Taps of the batch that stand otherwise than they came. */
  readonly added: ReadonlyMap<number, StoredTap>;
  /** Earlier taps that are other than before. */
  readonly changed: readonly { readonly before: StoredTap; readonly after: StoredTap }[];
};

/**
 * What a batch does to taps: which are retracted, which reasons stand (the last said), which the
 * misuse rule marks. The outcome does not depend on how a stream was cut into batches. The rule
 * sees every touch, retracted ones too: a face that was touched was touched (E171, E172).
 */
export function planTaps(entries: readonly ReadEntry[], known: KnownTaps): TapPlan {
  const fresh = entries.flatMap(({ tap }) => (tap === null ? [] : [tap]));
  const references = [...known.early, ...entries.flatMap(referenceOf)];
  const misuse = findMisuse(known.tail.length === 0 ? fresh : [...known.tail, ...fresh]);
  // Most batches are calm: nothing to look up.
  if (references.length === 0 && misuse.size === 0) return { added: new Map(), changed: [] };

  const before = new Map([...known.tail, ...known.referenced, ...fresh].map((tap) => [tap.seq, tap]));
  const after = new Map(before);
  for (const reference of references) applyReference(after, reference);
  for (const [seq, flags] of misuse) {
    const tap = after.get(seq);
    // Only ever adds: a window is judged once its last tap is there, and never judged again.
    if (tap !== undefined) after.set(seq, { ...tap, flags: [...flags].reduce((bits, flag) => bits | FLAG_BIT[flag], tap.flags) });
  }
  const firstFresh = fresh[0]?.seq ?? Number.POSITIVE_INFINITY;
  const added = new Map([...after].filter(([seq, tap]) => seq >= firstFresh && tap !== before.get(seq)));
  const changed = [...before.values()].filter((tap) => tap.seq < firstFresh).flatMap((tap) => changeOf(tap, after.get(tap.seq)));
  return { added, changed };
}

export function tapChangeOf(tap: StoredTap): TapChange {
  return { seq: tap.seq, flags: tap.flags, retracted: tap.retracted, reasons: tap.reasons };
}

function referenceOf({ entry, row }: ReadEntry): readonly EarlyReference[] {
  if (entry.kind === 'retract') return [{ kind: 'retract', of: entry.of, seq: row.seq }];
  return entry.kind === 'reasons' ? [{ kind: 'reasons', of: entry.of, seq: row.seq, reasons: entry.reasons }] : [];
}

function applyReference(taps: Map<number, StoredTap>, reference: EarlyReference): void {
  const tap = taps.get(reference.of);
  // Not a tap: the entry is kept like every other and says nothing.
  if (tap === undefined) return;
  taps.set(reference.of, reference.kind === 'retract' ? { ...tap, retracted: true } : { ...tap, reasons: reference.reasons });
}

function changeOf(before: StoredTap, after: StoredTap | undefined): TapPlan['changed'] {
  if (after === undefined) return [];
  const isSame = before.flags === after.flags && before.retracted === after.retracted && before.reasons === after.reasons;
  return isSame ? [] : [{ before, after }];
}
