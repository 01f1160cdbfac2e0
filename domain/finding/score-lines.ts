import type { FindingIndex } from './finding-index.ts';
import type { Reading, Slot } from './read-query.ts';

/** A procedure's score for one reading, and how much of the query was found in it (0–1). */
export type Scored = { readonly procedure: number; readonly score: number; readonly covered: number };

/** Arrays as long as the index, kept between keystrokes. */
export type Scratch = {
  readonly sum: Float32Array;
  readonly seenBy: Int32Array;
  readonly touched: Int32Array;
  readonly slotsOfTerm: Int32Array;
  /** Grows by one a slot, so that `seenBy` need not be cleared. */
  turn: number;
};

export function createScratch({ lineProcedure, terms }: Pick<FindingIndex, 'lineProcedure' | 'terms'>): Scratch {
  const lines = lineProcedure.length;
  return { sum: new Float32Array(lines), seenBy: new Int32Array(lines), touched: new Int32Array(lines), slotsOfTerm: new Int32Array(terms.length), turn: 0 };
}

/** Lines that are looked at word by word. */
const MOST_CANDIDATES = 120;
/** A line with less than this share of what the best one has is passed over, unless it stands whole in the query. */
const WORTH_A_LOOK = 0.3;
/** A line that says more than was asked is worth at least so much of one that says the same. */
const LEAST_FOR_LENGTH = 0.62;
/** A line that stands whole in the query names what is meant, whatever else was said: it is worth at least this and more with each word. */
const WHOLE_LINE = 0.3;
/** A single word that says so much names a thing ("karaoke"). */
const NAMES_IT = 4.5;
/** So much of a line's words make it whole. */
const WHOLE = 0.98;
/** Words that stand together as they were typed. */
const IN_ORDER = 0.2;
/** What a line is worth whose marks are all other than those typed (E117). */
const OTHER_MARKS = 0.7;
/** What the best line alone is worth; the rest is for words found elsewhere in the procedure. */
const BEST_LINE = 0.75;

/** Scores all procedures that have a word of the reading. */
export function scoreReading(index: FindingIndex, reading: Reading, scratch: Scratch): readonly Scored[] {
  const { slots } = reading;
  const asked = slots.reduce((sum, { idf }) => sum + idf, 0);
  if (asked === 0) return [];
  const touched = addUp(index, slots, scratch);
  const candidates = bestLines(index, touched, asked, scratch);
  const found = new Map<number, { score: number; slots: number }>();
  const isSlot = markSlots(slots, scratch.slotsOfTerm, true);
  for (const { line, quick, whole } of candidates) {
    const looked = lookAt(index, line, slots, scratch.slotsOfTerm);
    const score = Math.max(quick * looked.order, looked.isRun ? whole : 0) * looked.marks;
    const procedure = index.lineProcedure[line] ?? 0;
    const before = found.get(procedure);
    if (before === undefined) found.set(procedure, { score, slots: looked.slots });
    else {
      before.score = Math.max(before.score, score);
      before.slots |= looked.slots;
    }
  }
  if (isSlot) markSlots(slots, scratch.slotsOfTerm, false);
  return [...found].map(([procedure, { score, slots: bits }]) => {
    const covered = slots.reduce((sum, { idf }, at) => sum + (bits & (1 << at) ? idf : 0), 0) / asked;
    return { procedure, covered, score: score * (BEST_LINE + (1 - BEST_LINE) * covered) * reading.weight * (index.procedures[procedure]?.prior ?? 1) };
  });
}

/** Adds to each line what each word is worth in it, the best of a word's terms once. Returns how many lines have any. */
function addUp(index: FindingIndex, slots: readonly Slot[], scratch: Scratch): number {
  const { sum, seenBy, touched } = scratch;
  const firstTurn = scratch.turn + 1;
  let count = 0;
  for (const { terms, weights, idf } of slots) {
    scratch.turn += 1;
    const { turn } = scratch;
    for (let which = 0; which < terms.length; which += 1) {
      const term = terms[which] ?? 0;
      const worth = idf * (weights[which] ?? 0);
      const end = index.postStart[term + 1] ?? 0;
      for (let at = index.postStart[term] ?? 0; at < end; at += 1) {
        const line = index.posts[at] ?? 0;
        const seen = seenBy[line] ?? 0;
        if (seen === turn) continue;
        if (seen < firstTurn) {
          touched[count] = line;
          count += 1;
          sum[line] = 0;
        }
        seenBy[line] = turn;
        sum[line] = (sum[line] ?? 0) + worth;
      }
    }
  }
  return count;
}

/** `whole`: what the line is worth when all of it stands in the query as a run; 0: it does not. */
type Candidate = { readonly line: number; readonly quick: number; readonly whole: number; readonly best: number };

function bestLines(index: FindingIndex, touched: number, asked: number, { sum, touched: lines }: Scratch): readonly Candidate[] {
  let best: Candidate[] = [];
  let least = 0;
  let most = 0;
  for (let at = 0; at < touched; at += 1) most = Math.max(most, sum[lines[at] ?? 0] ?? 0);
  const floor = most * WORTH_A_LOOK;
  for (let at = 0; at < touched; at += 1) {
    const line = lines[at] ?? 0;
    const got = sum[line] ?? 0;
    const full = index.lineIdf[line] ?? 1;
    if (got < floor && got < full * WHOLE) continue;
    const said = Math.min(1, got / full);
    const share = got / asked;
    const weight = index.lineWeight[line] ?? 1;
    // The power of 1.25: half of a query is worth less than half.
    const quick = share * Math.sqrt(Math.sqrt(share)) * (LEAST_FOR_LENGTH + (1 - LEAST_FOR_LENGTH) * said) * weight;
    const whole = said < WHOLE ? 0 : (WHOLE_LINE + (1 - WHOLE_LINE) * share) * weight;
    const worth = Math.max(quick, whole);
    if (worth <= least) continue;
    best.push({ line, quick, whole, best: worth });
    if (best.length < MOST_CANDIDATES * 3) continue;
    best = best.toSorted((a, b) => b.best - a.best).slice(0, MOST_CANDIDATES);
    least = best.at(-1)?.best ?? 0;
  }
  return best.toSorted((a, b) => b.best - a.best).slice(0, MOST_CANDIDATES);
}

function markSlots(slots: readonly Slot[], slotsOfTerm: Int32Array, on: boolean): true {
  for (const [at, { terms }] of slots.entries()) {
    for (const term of terms) slotsOfTerm[term] = on ? (slotsOfTerm[term] ?? 0) | (1 << at) : 0;
  }
  return true;
}

type Looked = {
  readonly order: number;
  readonly marks: number;
  /** Every word of the line follows the one before as in the query; a single word must say much. */
  readonly isRun: boolean;
  readonly slots: number;
};

/** Which words stand in the line, whether in the order typed, and whether with the marks typed. */
function lookAt(index: FindingIndex, line: number, slots: readonly Slot[], slotsOfTerm: Int32Array): Looked {
  const start = index.lineStart[line] ?? 0;
  const end = index.lineStart[line + 1] ?? 0;
  let all = 0;
  let sameMarks = 0;
  let inOrder = 0;
  let before = 0;
  for (let at = start; at < end; at += 1) {
    const here = slotsOfTerm[index.lineTerms[at] ?? 0] ?? 0;
    if (here !== 0) {
      all |= here;
      inOrder |= (before << 1) & here;
      for (let slot = 0; slot < slots.length; slot += 1) {
        if (here & (1 << slot) && slots[slot]?.mark === index.lineMarks[at]) sameMarks |= 1 << slot;
      }
    }
    before = here;
  }
  let marked = 0;
  for (const [slot, { marked: isMarked }] of slots.entries()) if (isMarked) marked |= 1 << slot;
  marked &= all;
  const agree = marked === 0 ? 1 : bits(sameMarks & marked) / bits(marked);
  const order = slots.length < 2 ? 1 : bits(inOrder) / (slots.length - 1);
  const words = end - start;
  return {
    order: 1 - IN_ORDER + IN_ORDER * order,
    marks: OTHER_MARKS + (1 - OTHER_MARKS) * agree * agree,
    isRun: words > 1 ? bits(inOrder) === words - 1 : (index.lineIdf[line] ?? 0) >= NAMES_IT,
    slots: all,
  };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
