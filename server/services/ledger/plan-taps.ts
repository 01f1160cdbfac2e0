import { findMisuse, type MisuseFlag } from '#domain/misuse.ts';
import type { EarlyReference, StoredTap, TapChange, TapState } from '../../repositories/ledger.ts';
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
  /** Every tap of the batch as it stands after it. */
  readonly added: ReadonlyMap<number, TapState>;
  /** Earlier taps that are other than before. */
  readonly changed: readonly { readonly before: StoredTap; readonly after: StoredTap }[];
};

/**
 * What a batch does to taps: which are retracted, which reasons stand (the last said), which the
 * misuse rule marks. The outcome does not depend on how a stream was cut into batches. The rule
 * sees every touch, retracted ones too: a face that was touched was touched (E171, E172).
 */
export function planTaps(entries: readonly ReadEntry[], known: KnownTaps): TapPlan {
  const fresh = freshTaps(entries);
  const earlier = new Map([...known.tail, ...known.referenced].map((tap) => [tap.seq, tap]));
  const states = new Map<number, TapState>([...earlier, ...fresh].map(([seq, tap]) => [seq, tap]));
  for (const reference of [...known.early, ...referencesOf(entries)]) applyReference(states, reference);
  for (const [seq, flags] of findMisuse([...known.tail, ...fresh.values()])) {
    const tap = states.get(seq);
    // Only ever adds: a window is judged once its last tap is there, and never judged again.
    if (tap !== undefined) states.set(seq, { ...tap, flags: [...flags].reduce((bits, flag) => bits | FLAG_BIT[flag], tap.flags) });
  }
  const added = new Map<number, TapState>();
  for (const seq of fresh.keys()) {
    const state = states.get(seq);
    if (state !== undefined) added.set(seq, state);
  }
  return { added, changed: [...earlier.values()].flatMap((before) => changeOf(before, states.get(before.seq))) };
}

export function tapChangeOf(tap: StoredTap): TapChange {
  return { seq: tap.seq, flags: tap.flags, retracted: tap.retracted, reasons: tap.reasons };
}

function freshTaps(entries: readonly ReadEntry[]): Map<number, StoredTap> {
  const taps = new Map<number, StoredTap>();
  for (const { row } of entries) if (row.tap !== null) taps.set(row.seq, { ...row.tap, ...placeOf(row) });
  return taps;
}

function placeOf(row: ReadEntry['row']): Omit<StoredTap, keyof TapState> {
  return { seq: row.seq, pointNo: row.pointNo, at: row.at, day: row.day, hour: row.hour, ownDay: row.ownDay };
}

function referencesOf(entries: readonly ReadEntry[]): readonly EarlyReference[] {
  return entries.flatMap(({ entry, row }): readonly EarlyReference[] => {
    if (entry.kind === 'retract') return [{ kind: 'retract', of: entry.of, seq: row.seq }];
    return entry.kind === 'reasons' ? [{ kind: 'reasons', of: entry.of, seq: row.seq, reasons: entry.reasons }] : [];
  });
}

function applyReference(states: Map<number, TapState>, reference: EarlyReference): void {
  const tap = states.get(reference.of);
  // Not a tap: the entry is kept like every other and says nothing.
  if (tap === undefined) return;
  states.set(reference.of, reference.kind === 'retract' ? { ...tap, retracted: true } : { ...tap, reasons: reference.reasons });
}

function changeOf(before: StoredTap, after: TapState | undefined): TapPlan['changed'] {
  if (after === undefined) return [];
  const isSame = before.flags === after.flags && before.retracted === after.retracted && before.reasons === after.reasons;
  return isSame ? [] : [{ before, after: { ...before, ...after } }];
}
