import type { CatalogueEntry, FindableGuide, FindingSource } from './finding.ts';
import type { FindingIndex, IndexedProcedure } from './finding-index.ts';
import { IndexDraft, LINE_WEIGHT } from './index-draft.ts';
import { entryPrior, foldProvince, GUIDE_PRIOR } from './procedure-prior.ts';
import { foldText } from '../text-folding.ts';

/** Procedures between two rests. */
const SLICE = 48;

/**
 * Builds the index in slices of about a millisecond, so that whoever builds it on a screen's own thread can rest
 * between two: call `next()` until it is done.
 */
export function* buildIndex({ guides, words, catalogue }: FindingSource): Generator<void, FindingIndex> {
  const draft = new IndexDraft(words);
  const intents = intentsByCode(words.intents);
  const places = new Map<string, number>();
  for (const guide of guides) {
    const place = addGuide(draft, guide, intents);
    if (guide.code !== undefined) places.set(guide.code, place);
  }
  yield;
  let count = 0;
  for (const entry of catalogue) {
    const place = places.get(entry.code);
    if (place === undefined) places.set(entry.code, addEntry(draft, entry, intents));
    else joinEntry(draft, place, entry);
    count += 1;
    if (count % SLICE === 0) yield;
  }
  yield;
  return yield* draft.finish();
}

/** Each way to say it, with how much it is worth: the first code of an intent is what most people mean. */
type Intents = ReadonlyMap<string, readonly { readonly say: string; readonly weight: number }[]>;

const NEXT_CODE = 0.95;

function intentsByCode(intents: FindingSource['words']['intents']): Intents {
  const byCode = new Map<string, { readonly say: string; readonly weight: number }[]>();
  for (const { codes, say } of intents) {
    for (const [rank, code] of codes.entries()) {
      const list = byCode.get(code) ?? [];
      list.push(...say.map((text) => ({ say: text, weight: LINE_WEIGHT.synonym * NEXT_CODE ** rank })));
      byCode.set(code, list);
    }
  }
  return byCode;
}

function addIntents(draft: IndexDraft, place: number, code: string, intents: Intents): void {
  for (const { say, weight } of intents.get(code) ?? []) draft.addLine(place, say, weight);
}

function addGuide(draft: IndexDraft, guide: FindableGuide, intents: Intents): number {
  const place = draft.addProcedure({
    code: guide.code ?? null,
    name: guide.title.vi,
    slug: guide.slug,
    entry: null,
    prior: GUIDE_PRIOR[guide.kind],
    province: null,
    sameName: foldText(guide.officialName),
  });
  draft.addLine(place, guide.title.vi, LINE_WEIGHT.title);
  draft.addLine(place, guide.title.en, LINE_WEIGHT.english);
  for (const synonym of guide.synonyms) draft.addLine(place, synonym, LINE_WEIGHT.synonym);
  draft.addLine(place, guide.officialName, LINE_WEIGHT.name);
  draft.addLine(place, guide.field, LINE_WEIGHT.field);
  if (guide.code !== undefined) {
    draft.addLine(place, guide.code, LINE_WEIGHT.code);
    addIntents(draft, place, guide.code, intents);
  }
  return place;
}

function addEntry(draft: IndexDraft, entry: CatalogueEntry, intents: Intents): number {
  const name = entry.name.trim();
  const procedure: IndexedProcedure = {
    code: entry.code,
    name,
    slug: null,
    entry,
    prior: entryPrior(entry),
    province: entry.scope === 'SPECIFIC' ? foldProvince(entry.issuedBy) : null,
    sameName: foldText(withoutHead(name)),
  };
  const place = draft.addProcedure(procedure);
  draft.addLine(place, withoutHead(name), LINE_WEIGHT.name);
  for (const field of entry.fields) draft.addLine(place, field, LINE_WEIGHT.field);
  if (procedure.province !== null) draft.addLine(place, entry.issuedBy, LINE_WEIGHT.field);
  draft.addLine(place, entry.code, LINE_WEIGHT.code);
  addIntents(draft, place, entry.code, intents);
  return place;
}

/** The catalogue knows a procedure of a guide: it is found once, as the guide. */
function joinEntry(draft: IndexDraft, place: number, entry: CatalogueEntry): void {
  draft.joinEntry(place, entry);
  draft.addLine(place, withoutHead(entry.name.trim()), LINE_WEIGHT.name);
}

/** Every second name begins with "Thủ tục", which says nothing. */
function withoutHead(name: string): string {
  return name.replace(/^(?:thủ tục:?\s+)+/iu, '');
}
