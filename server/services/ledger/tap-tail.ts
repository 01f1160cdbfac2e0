import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { BURST_MS, WINDOW_TAPS } from '#domain/misuse.ts';
import { isScore } from '#domain/score.ts';
import type { Wake } from './follow-plays.ts';
import type { StoredTap } from './stored-tap.ts';

/**
 * The last taps of a stream that the misuse rule can still reach from a tap to come: those after
 * which nothing lies a minute or more apart, and no more than a window holds beside its last.
 */
export function nextTail(taps: readonly StoredTap[]): readonly StoredTap[] {
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let first = taps.length;
  while (first > 0 && taps.length - first < WINDOW_TAPS - 1) {
    const at = taps[first - 1]?.at ?? 0;
    earliest = Math.min(earliest, at);
    latest = Math.max(latest, at);
    if (latest - earliest >= BURST_MS) break;
    first -= 1;
  }
  return taps.slice(first);
}

const Tail = Type.Array(
  Type.Tuple([
    Type.Integer(), Type.Integer(), Type.Integer(), Type.String(), Type.Integer(), Type.Union([Type.String(), Type.Null()]),
    Type.Integer(), Type.String(), Type.String(), Type.Integer(), Type.Boolean(), Type.Array(Type.String()),
  ]),
);
const tail = Compile(Tail);
const tailWithWake = Compile(Type.Object({ taps: Tail, wake: Type.Tuple([Type.String(), Type.Number(), Type.String()]) }));

/** `wake`: the last touch that entries to come may still belong to. */
export function writeTail(taps: readonly StoredTap[], wake: Wake | null = null): string {
  if (taps.length === 0 && wake === null) return '';
  const rows = rowsOf(taps);
  return JSON.stringify(wake === null ? rows : { taps: rows, wake: [wake.clip, wake.up, wake.boot] });
}

function rowsOf(taps: readonly StoredTap[]): readonly (readonly unknown[])[] {
  return taps.map(({ seq, pointNo, at, when, ownDay, score, field, procedure, flags, retracted, reasons }) => [
    seq, pointNo, at, when.day, when.hour, ownDay, score, field, procedure, flags, retracted, reasons,
  ]);
}

/** @throws when the text is not what {@link writeTail} wrote. */
export function readTail(text: string): { readonly taps: readonly StoredTap[]; readonly wake: Wake | null } {
  if (text === '') return { taps: [], wake: null };
  const kept: unknown = JSON.parse(text);
  if (tail.Check(kept)) return { taps: tapsIn(kept), wake: null };
  if (!tailWithWake.Check(kept)) throw new TypeError('stream.tail holds no tail of taps');
  const [clip, up, boot] = kept.wake;
  return { taps: tapsIn(kept.taps), wake: { clip, up, boot } };
}

function tapsIn(rows: Static<typeof Tail>): readonly StoredTap[] {
  return rows.map(([seq, pointNo, at, day, hour, ownDay, score, field, procedure, flags, retracted, reasons]) => {
    if (!isScore(score)) throw new TypeError('stream.tail holds a tap without a score');
    return { seq, pointNo, at, when: { day, hour }, ownDay, score, field, procedure, flags, retracted, reasons };
  });
}
