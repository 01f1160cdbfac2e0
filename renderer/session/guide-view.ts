import type { Card, ContentPack, Guide, GuideOrCard, KeyFact, Paper, Provenance, Question, Step } from '#contract/content-pack.ts';
import type { Answers } from '#domain/condition.ts';
import { isShowable } from '#domain/fact.ts';
import { keepOpenAnswers, keyFactsFor, mostQuestions, openQuestions, papersFor, stepsFor } from '#domain/guide-path.ts';
import type { GuideScreen } from './state.ts';

/** A fact as a citizen may see it today: hidden ones say "hỏi cán bộ tại quầy" (promise 8). */
export type Shown<Value> =
  | { readonly kind: 'shown'; readonly value: Value; readonly provenance: Provenance }
  | { readonly kind: 'hidden' };

export type OverviewView = {
  readonly time: Shown<readonly KeyFact[]>;
  readonly fee: Shown<readonly KeyFact[]>;
  /** null when the guide names no exempt group. */
  readonly exempt: Shown<Guide['result']['text']> | null;
  readonly papers: Shown<readonly Paper[]>;
  readonly result: Shown<Guide['result']['text']>;
  readonly decidedBy: Shown<Guide['result']['text']>;
  readonly law: Shown<readonly string[]>;
  /** Questions still to be answered before the papers are certain. */
  readonly questionsLeft: number;
  /** The oldest check among what is shown, YYYY-MM-DD; null when everything is hidden. */
  readonly checkedOn: string | null;
};

export type Station = { readonly step: number; readonly name: Step['name']; readonly state: 'done' | 'now' | 'ahead' };

export type PartView =
  | { readonly kind: 'overview' }
  | { readonly kind: 'question'; readonly question: Question; readonly n: number; readonly of: number; readonly chosen: string | null }
  | { readonly kind: 'step'; readonly step: Step; readonly n: number; readonly of: number; readonly last: boolean };

export type GuideView = {
  readonly guide: Guide;
  readonly overview: OverviewView;
  readonly part: PartView;
  /** The named stations of the step track, for these answers. */
  readonly stations: readonly Station[];
};

export type CardView = {
  readonly card: Card;
  readonly time: Shown<readonly KeyFact[]>;
  readonly fee: Shown<readonly KeyFact[]>;
  readonly exempt: Shown<Guide['result']['text']> | null;
  readonly decidedBy: Shown<Guide['result']['text']>;
  readonly checkedOn: string | null;
};

export function findGuide(pack: ContentPack | null, slug: string): GuideOrCard | null {
  return pack?.guides.find((guide) => guide.slug === slug) ?? null;
}

/** Everything a guide's screen shows, or null when the pack has no such guide any more. */
export function guideView(pack: ContentPack | null, screen: GuideScreen, today: string): GuideView | null {
  const guide = findGuide(pack, screen.slug);
  if (guide === null || guide.kind !== 'guide') return null;
  const steps = stepsFor<Step>(guide, screen.answers);
  const now = screen.part.kind === 'step' ? screen.part.step : 0;
  return {
    guide,
    overview: overviewView(guide, screen.answers, today),
    part: partView(guide, screen, steps),
    stations: steps.map((step, index) => ({
      step: index + 1,
      name: step.name,
      state: index + 1 < now ? 'done' : index + 1 === now ? 'now' : 'ahead',
    })),
  };
}

function partView(guide: Guide, screen: GuideScreen, steps: readonly Step[]): PartView {
  const { part, answers } = screen;
  if (part.kind === 'question') {
    const open = openQuestions(guide, answers);
    const index = open.findIndex((question) => question.id === part.question);
    const question = open[index];
    if (question !== undefined) {
      return { kind: 'question', question, n: index + 1, of: mostQuestions(guide, answers), chosen: answers[question.id] ?? null };
    }
  }
  if (part.kind === 'step') {
    const step = steps[part.step - 1];
    if (step !== undefined) {
      return { kind: 'step', step, n: part.step, of: steps.length, last: part.step === steps.length };
    }
  }
  return { kind: 'overview' };
}

function overviewView(guide: Guide, answers: Answers, today: string): OverviewView {
  const facts = {
    time: keyFacts(guide.time, answers, today),
    fee: keyFacts(guide.fee, answers, today),
    exempt: guide.exempt === undefined ? null : fact(guide.exempt.text, guide.exempt.provenance, today),
    papers: fact(papersFor<Paper>(guide, answers), guide.papers.provenance, today),
    result: fact(guide.result.text, guide.result.provenance, today),
    decidedBy: fact(guide.decidedBy.text, guide.decidedBy.provenance, today),
    law: fact<readonly string[]>(guide.law.list, guide.law.provenance, today),
  };
  return {
    ...facts,
    questionsLeft: mostQuestions(guide, answers) - Object.keys(keepOpenAnswers(guide, answers)).length,
    checkedOn: oldestCheck(Object.values(facts)),
  };
}

export function cardView(pack: ContentPack | null, slug: string, today: string): CardView | null {
  const card = findGuide(pack, slug);
  if (card === null || card.kind !== 'card') return null;
  const facts = {
    time: keyFacts(card.time ?? [], {}, today),
    fee: keyFacts(card.fee ?? [], {}, today),
    exempt: card.exempt === undefined ? null : fact(card.exempt.text, card.exempt.provenance, today),
    decidedBy: fact(card.decidedBy.text, card.decidedBy.provenance, today),
  };
  return { card, ...facts, checkedOn: oldestCheck(Object.values(facts)) };
}

function fact<Value>(value: Value, provenance: Provenance, today: string): Shown<Value> {
  return isShowable(provenance, today) ? { kind: 'shown', value, provenance } : { kind: 'hidden' };
}

/** One hidden case hides the whole answer: half a table of fees would mislead. */
function keyFacts(facts: readonly KeyFact[], answers: Answers, today: string): Shown<readonly KeyFact[]> {
  const applying = keyFactsFor(facts, answers);
  const first = applying[0];
  if (first === undefined || applying.some((one) => !isShowable(one.provenance, today))) return { kind: 'hidden' };
  const oldest = applying.reduce((a, b) => (b.provenance.checkedOn < a.provenance.checkedOn ? b : a), first);
  return { kind: 'shown', value: applying, provenance: oldest.provenance };
}

function oldestCheck(facts: readonly (Shown<unknown> | null)[]): string | null {
  const days = facts.flatMap((one) => (one?.kind === 'shown' ? [one.provenance.checkedOn] : []));
  return days.sort()[0] ?? null;
}
