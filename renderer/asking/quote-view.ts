import type { Answer, ContentPack, GuideOrCard, KeyFact, LocalText, Provenance, Step } from '#contract/content-pack.ts';
import type { Side } from '#domain/asking/aspect.ts';
import type { Quote } from '#domain/asking/quote.ts';
import { assertNever } from '#domain/assert-never.ts';
import { isShowable } from '#domain/fact.ts';
import { stepsFor } from '#domain/guide-path.ts';
import { findGuide } from '../session/guide-view.ts';

/** One line of a quotation; `detail` says when it holds. */
export type QuoteLine = { readonly text: LocalText; readonly detail?: LocalText };

/** A quotation as it may be shown today. */
export type QuoteView = {
  readonly title: LocalText;
  /** Which side of a guide was asked for; null for an answer of its own. */
  readonly aspect: Side | 'summary' | null;
  /** null: nobody has seen it or its time is over, so the desk is asked (promise 8). */
  readonly lines: readonly QuoteLine[] | null;
  /** Where it comes from; null: it says nothing that could grow old. */
  readonly source: Provenance | null;
  /** Ways of filing that a source names, where they were asked for. A way that is not listed is unknown, not impossible. */
  readonly channels: GuideOrCard['channels'] | null;
  readonly choices: readonly { readonly text: LocalText; readonly to: Quote }[];
  /** The guide or card to go on with. */
  readonly guide: GuideOrCard | null;
};

/** What a quote shows today, or null when the pack no longer has it. */
export function quoteView(pack: ContentPack | null, quote: Quote, today: string): QuoteView | null {
  if (pack === null) return null;
  if (quote.kind === 'answer') {
    const answer = pack.answers?.find(({ id }) => id === quote.id);
    return answer === undefined ? null : answerView(pack, answer, today);
  }
  const guide = findGuide(pack, quote.slug);
  if (guide === null) return null;
  return { title: guide.title, aspect: quote.aspect, channels: quote.aspect === 'online' || quote.aspect === 'post' ? guide.channels : null, choices: [], guide, ...sideOf(guide, quote.aspect, today) };
}

/** The common questions, in the pack's order: listed before anything is typed. */
export function firstAnswers(pack: ContentPack | null): readonly Answer[] {
  const listed = (pack?.answers ?? []).filter(({ first }) => first !== undefined);
  return listed.toSorted((a, b) => (a.first ?? 0) - (b.first ?? 0));
}

function answerView(pack: ContentPack, answer: Answer, today: string): QuoteView {
  const shown = isShowable(answer.provenance, today);
  return {
    title: answer.title,
    aspect: null,
    channels: null,
    lines: shown ? answer.text.map((text) => ({ text })) : null,
    source: shown ? answer.provenance : null,
    choices: (answer.choices ?? []).map(({ text, to }) => ({ text, to: { kind: 'answer', id: to } })),
    guide: answer.guide === undefined ? null : findGuide(pack, answer.guide),
  };
}

type Quoted = Pick<QuoteView, 'lines' | 'source'>;

const HIDDEN: Quoted = { lines: null, source: null };

function sideOf(guide: GuideOrCard, aspect: Side | 'summary', today: string): Quoted {
  switch (aspect) {
    case 'time':
      return keyFacts(guide.time, today);
    case 'fee':
      return withExempt(guide, keyFacts(guide.fee, today), today);
    case 'place':
      return fact([{ text: guide.decidedBy.text }], guide.decidedBy.provenance, today);
    case 'papers':
      return guide.kind === 'guide' ? fact(guide.papers.list.map(paperLine), guide.papers.provenance, today) : HIDDEN;
    case 'result':
      return guide.kind === 'guide' ? fact([{ text: guide.result.text }], guide.result.provenance, today) : HIDDEN;
    case 'law':
      return guide.kind === 'guide' ? fact(guide.law.list.map((law) => ({ text: { vi: law, en: law } })), guide.law.provenance, today) : HIDDEN;
    case 'steps':
      return { lines: guide.kind === 'guide' ? stepsFor<Step>(guide, {}).map(({ title }) => ({ text: title })) : [{ text: guide.summary }], source: null };
    case 'online':
    case 'post':
    case 'summary':
      return { lines: [{ text: guide.summary }], source: null };
    default:
      return assertNever(aspect, 'A side of a guide is not quoted');
  }
}

function paperLine({ text, note }: { readonly text: LocalText; readonly note?: LocalText }): QuoteLine {
  return note === undefined ? { text } : { text, detail: note };
}

function fact(lines: readonly QuoteLine[], provenance: Provenance, today: string): Quoted {
  return isShowable(provenance, today) ? { lines, source: provenance } : HIDDEN;
}

/** Every case with its detail: the question did not say which is the citizen's own. One hidden case hides all. */
function keyFacts(facts: readonly KeyFact[] | undefined, today: string): Quoted {
  const [first] = facts ?? [];
  if (facts === undefined || first === undefined || facts.some(({ provenance }) => !isShowable(provenance, today))) return HIDDEN;
  return { lines: facts.map(({ headline, detail }) => (detail === undefined ? { text: headline } : { text: headline, detail })), source: first.provenance };
}

/** Who pays nothing or less stands beside every fee. */
function withExempt({ exempt }: GuideOrCard, fees: Quoted, today: string): Quoted {
  if (fees.lines === null || exempt === undefined || !isShowable(exempt.provenance, today)) return fees;
  return { ...fees, lines: [...fees.lines, { text: exempt.text }] };
}
