/** Slips are forgiven in words of at least this many letters; swapped letters already in words of two. */
const SHORTEST_SLIP = 3;

/** Finds the words of an index that sound or look like a mistyped one. */
export type NearTerms = {
  /** Terms that are one slip away: a letter missing, doubled, wrong, or two swapped. */
  readonly oneSlip: (folded: string) => readonly number[];
  /** Terms that many people say and therefore write alike ("trú" and "chú"). */
  readonly soundAlike: (folded: string) => readonly number[];
};

/**
 * Tables of the words with one letter left out and of how words sound. A query then asks a handful of keys
 * instead of comparing every word; Vietnamese syllables are short, so the tables are small.
 */
export function buildNearTerms(terms: readonly string[]): NearTerms {
  const shortened = new Map<string, number[]>();
  const sounds = new Map<string, number[]>();
  for (const [id, term] of terms.entries()) {
    if (/\d/.test(term)) continue;
    for (const key of withoutOne(term)) push(shortened, key, id);
    push(sounds, soundOf(term), id);
  }
  const known = new Map(terms.map((term, id) => [term, id]));
  return {
    oneSlip: (folded) => slips(folded, { terms, known, shortened }),
    soundAlike: (folded) => (sounds.get(soundOf(folded)) ?? []).filter((id) => terms[id] !== folded),
  };
}

type SlipTables = { readonly terms: readonly string[]; readonly known: ReadonlyMap<string, number>; readonly shortened: ReadonlyMap<string, readonly number[]> };

function slips(folded: string, { terms, known, shortened }: SlipTables): readonly number[] {
  const found = new Set<number>();
  const cuts = withoutOne(folded);
  if (folded.length >= SHORTEST_SLIP) {
    for (const id of shortened.get(folded) ?? []) found.add(id);
    for (const cut of cuts) {
      const whole = known.get(cut);
      if (whole !== undefined && cut.length > 1) found.add(whole);
    }
  }
  for (const cut of cuts) {
    for (const id of shortened.get(cut) ?? []) {
      if (isOneSlip(folded, terms[id] ?? '')) found.add(id);
    }
  }
  return [...found].filter((id) => terms[id] !== folded);
}

function withoutOne(term: string): readonly string[] {
  const cuts = new Set<string>();
  for (let at = 0; at < term.length; at += 1) cuts.add(term.slice(0, at) + term.slice(at + 1));
  return [...cuts];
}

/** Same length: one letter other, or two neighbours swapped. */
function isOneSlip(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const swapped = left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2);
  return swapped || (left.length >= SHORTEST_SLIP && left.slice(at + 1) === right.slice(at + 1));
}

/** Sounds that regions merge: tr/ch, s/x, d/gi/r, l/n; n/ng, t/c at the end. */
function soundOf(folded: string): string {
  return folded
    .replace(/^tr/, 'ch')
    .replace(/^s/, 'x')
    .replace(/^(?:gi|r)(?=[aeiou])/, 'd')
    .replace(/^l/, 'n')
    .replace(/^(?:k|q)(?=[a-z])/, 'c')
    .replace(/^ngh/, 'ng')
    .replace(/^gh/, 'g')
    .replace(/(?:nh|ng)$/, 'n')
    .replace(/(?:ch|t)$/, 'c')
    .replaceAll('y', 'i');
}

function push(table: Map<string, number[]>, key: string, id: number): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [id]);
  else list.push(id);
}
