import type { FindOptions, Finder, FindingSource, Found } from './finding.ts';
import { buildIndex } from './build-index.ts';
import type { FindingIndex, IndexedProcedure } from './finding-index.ts';
import { foldProvince } from './procedure-prior.ts';
import { readQuery } from './read-query.ts';
import { createScratch, scoreReading, type Scored, type Scratch } from './score-lines.ts';

const MOST_FOUND = 20;
/** What is worth less than this share of the best is not shown. */
const LEAST_SHARE = 0.35;
/** Below this share of the query found, or this score, words that exist may be slips of others ("tạm chú"). */
const WELL_COVERED = 0.82;
const WELL_FOUND = 0.72;
/** What the words of a second, generous look are worth. */
const GENEROUS = 0.97;
const OWN_PROVINCE = 1.12;
/** Below every procedure that is valid here, unless nothing else has the words. */
const OTHER_PROVINCE = 0.55;
const SOME_PROVINCE = 0.75;

/** Builds a finder in slices: call `next()` until it is done. */
export function* buildFinder(source: FindingSource): Generator<void, Finder> {
  const index = yield* buildIndex(source);
  const scratch = createScratch(index);
  return { size: index.procedures.length, find: (query, options = {}) => findIn(index, scratch, query, options) };
}

/** Builds a finder in one go, for whoever has nothing else to do. */
export function createFinder(source: FindingSource): Finder {
  const building = buildFinder(source);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
  }
}

function findIn(index: FindingIndex, scratch: Scratch, query: string, { province = null, most = MOST_FOUND }: FindOptions): readonly Found[] {
  const scores = new Map<number, number>();
  const best = take(index, scratch, { query, generous: false, into: scores });
  if (best.covered < WELL_COVERED || best.score < WELL_FOUND) take(index, scratch, { query, generous: true, into: scores });
  const here = province === null ? null : foldProvince(province);
  const ranked = [...scores].flatMap(([place, score]) => {
    const procedure = index.procedures[place];
    return procedure === undefined ? [] : [{ procedure, score: score * provinceFactor(procedure, here) }];
  });
  ranked.sort((a, b) => b.score - a.score || (a.procedure.code ?? '').localeCompare(b.procedure.code ?? ''));
  const least = (ranked[0]?.score ?? 0) * LEAST_SHARE;
  const worth = ranked.filter(({ score }) => score >= least).map(({ procedure }) => procedure);
  return withoutCopies(worth, here).slice(0, most).map(foundOf);
}

type Take = { readonly query: string; readonly generous: boolean; readonly into: Map<number, number> };

const NOTHING: Scored = { procedure: -1, score: 0, covered: 0 };

/** Adds what each reading finds; answers the best of it. */
function take(index: FindingIndex, scratch: Scratch, { query, generous, into }: Take): Scored {
  let best = NOTHING;
  for (const reading of readQuery(index, query, generous)) {
    for (const scored of scoreReading(index, reading, scratch)) {
      const score = scored.score * (generous ? GENEROUS : 1);
      if (score > (into.get(scored.procedure) ?? 0)) into.set(scored.procedure, score);
      if (score > best.score) best = { ...scored, score };
    }
  }
  return best;
}

function provinceFactor({ province }: IndexedProcedure, here: string | null): number {
  if (province === null) return 1;
  if (here === null) return SOME_PROVINCE;
  return province === here ? OWN_PROVINCE : OTHER_PROVINCE;
}

/** Ten provinces publish the same land procedures as their own: to a citizen elsewhere a copy says nothing new. */
function withoutCopies(ranked: readonly IndexedProcedure[], here: string | null): readonly IndexedProcedure[] {
  if (here === null) return ranked;
  const names = new Set<string>();
  return ranked.filter(({ province, sameName }) => {
    const isCopy = province !== null && province !== here && names.has(sameName);
    names.add(sameName);
    return !isCopy;
  });
}

function foundOf({ code, name, slug, entry }: IndexedProcedure): Found {
  return { code, name, slug, entry };
}
