import { findMisuse, type MisuseFlag } from '#domain/misuse.ts';
import type { TapChange } from '../../repositories/ledger.ts';
import type { ReadEntries, Reference } from './read-entries.ts';
import { AS_IT_CAME, isSameState, type StoredTap, type TapState } from './stored-tap.ts';
import { nextTail } from './tap-tail.ts';

const FLAG_BIT: Readonly<Record<MisuseFlag, number>> = { burst: 1, roam: 2 };

/** What the centre has already that this batch can touch, beside the tail. */
export type KnownTaps = {
  /** What was said before of numbers that this batch has or speaks of. */
  readonly changes: readonly TapChange[];
  /** Earlier taps that entries of this batch speak of, as they came. */
  readonly referenced: readonly StoredTap[];
};

export type TapPlan = {
  /** The taps of the batch as they stand now. */
  readonly taps: readonly StoredTap[];
  /** Earlier taps that are other than before. */
  readonly recounted: readonly { readonly before: StoredTap; readonly after: StoredTap }[];
  /** Numbers of which something else is said than before. */
  readonly changes: readonly TapChange[];
  readonly tail: readonly StoredTap[];
};

/**
 * What a batch does to taps: which are retracted, which reasons stand (the last said), which the
 * misuse rule marks. The outcome does not depend on how a stream was cut into batches. The rule
 * sees every touch, retracted ones too: a face that was touched was touched (E171, E172).
 */
export function planTaps({ taps, references }: Pick<ReadEntries, 'taps' | 'references'>, tail: readonly StoredTap[], known: KnownTaps): TapPlan {
  const inReach = tail.length === 0 ? taps : [...tail, ...taps];
  const misuse = findMisuse(inReach);
  // Most batches are calm.
  if (references.length === 0 && misuse.size === 0 && known.changes.length === 0) return { taps, recounted: [], changes: [], tail: nextTail(inReach) };

  const before = new Map<number, TapState>([...tail, ...known.changes].map((state) => [state.seq, state]));
  const after = sayAll(before, references, misuse);
  const standing = (tap: StoredTap, states: ReadonlyMap<number, TapState>): StoredTap => withState(tap, states.get(tap.seq) ?? AS_IT_CAME);
  return {
    taps: taps.map((tap) => standing(tap, after)),
    recounted: [...tail, ...known.referenced].flatMap((tap) => {
      const [was, is] = [standing(tap, before), standing(tap, after)];
      return isSameState(was, is) ? [] : [{ before: was, after: is }];
    }),
    changes: [...after].flatMap(([seq, { flags, retracted, reasons }]) =>
      isSameState({ flags, retracted, reasons }, before.get(seq) ?? AS_IT_CAME) ? [] : [{ seq, flags, retracted, reasons }],
    ),
    tail: nextTail(inReach.map((tap) => standing(tap, after))),
  };
}

function sayAll(before: ReadonlyMap<number, TapState>, references: readonly Reference[], misuse: ReturnType<typeof findMisuse>): ReadonlyMap<number, TapState> {
  const after = new Map(before);
  for (const { of, reasons } of references) {
    const state = after.get(of) ?? AS_IT_CAME;
    after.set(of, reasons === null ? { ...state, retracted: true } : { ...state, reasons });
  }
  for (const [seq, found] of misuse) {
    const state = after.get(seq) ?? AS_IT_CAME;
    // Only ever adds: a window is judged once its last tap is there, and never judged again.
    after.set(seq, { ...state, flags: [...found].reduce((bits, flag) => bits | FLAG_BIT[flag], state.flags) });
  }
  return after;
}

function withState(tap: StoredTap, { flags, retracted, reasons }: TapState): StoredTap {
  return isSameState(tap, { flags, retracted, reasons }) ? tap : { ...tap, flags, retracted, reasons };
}
