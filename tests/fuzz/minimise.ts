import { applyEdit } from './edits.ts';
import { randomFrom } from './random.ts';
import type { InputKind } from './target.ts';
import { writeInput } from './fuzz-input.ts';

/** Tries before it is small enough. */
const TRIES = 1_500;

/** Takes away from an input as long as `stillFails` says so. The same input gives the same smallest one. */
export async function minimise(kind: InputKind, input: unknown, stillFails: (input: unknown) => Promise<boolean>): Promise<unknown> {
  const random = randomFrom(1);
  const sizeOf = (value: unknown): number => writeInput(kind, value).length;
  let [smallest, size] = [input, sizeOf(input)];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const next = smallerOne(kind, smallest, random, tries);
    const nextSize = sizeOf(next);
    if (nextSize >= size || !(await stillFails(next))) continue;
    [smallest, size] = [next, nextSize];
  }
  return smallest;
}

/** First large pieces, then small ones. */
function smallerOne(kind: InputKind, input: unknown, random: () => number, tries: number): unknown {
  if (kind === 'json') return applyEdit('json', input, { how: tries % 4 === 0 ? 0 : 1, at: random(), what: tries % 8 === 0 ? 0 : random() }, { words: [], donor: null, largest: Number.MAX_SAFE_INTEGER });
  const whole = kind === 'text' ? (typeof input === 'string' ? input : '') : input instanceof Uint8Array ? input : new Uint8Array();
  const piece = Math.max(1, Math.floor(whole.length / 2 ** (1 + (tries % 12))));
  const start = random() % (whole.length + 1);
  if (typeof whole === 'string') return whole.slice(0, start) + whole.slice(start + piece);
  const kept = new Uint8Array(Math.max(0, whole.length - Math.min(piece, whole.length - start)));
  kept.set(whole.subarray(0, start));
  kept.set(whole.subarray(start + piece), start);
  return kept;
}
