import type { ContentPack, GuideOrCard, KeyFact, LocalText, Paper, Step } from '#contract/content-pack.ts';
import type { ServicePoint } from '#contract/enrol.ts';
import type { Answers } from '#domain/condition.ts';
import { isShowable } from '#domain/fact.ts';
import { stepsFor } from '#domain/guide-path.ts';
import { cardView, findGuide, guideView, type Shown } from '../session/guide-view.ts';
import { handoffView, type HandoffTarget } from '../session/handoff-view.ts';

type Place = { readonly slug: string; readonly step: number; readonly answers: Answers };

/** Everything that stands on the sheet. */
export type SheetView = {
  readonly guide: GuideOrCard;
  readonly time: Shown<readonly KeyFact[]>;
  readonly fee: Shown<readonly KeyFact[]>;
  readonly exempt: Shown<LocalText> | null;
  readonly decidedBy: Shown<LocalText>;
  /** null on a card, which names no papers. */
  readonly papers: Shown<readonly Paper[]> | null;
  /** Questions still open: the list of papers may grow. */
  readonly questionsLeft: number;
  readonly steps: readonly Step[];
  /** Worth knowing before going; of a card. */
  readonly hints: readonly LocalText[];
  readonly target: HandoffTarget;
  /** Six signs, of our own page; null where the QR leads to the portal. */
  readonly code: string | null;
  readonly checkedOn: string | null;
  /** null when its own source has expired. */
  readonly helpLine: string | null;
  /** The service point's name; null on a kiosk alone. */
  readonly from: string | null;
  /** YYYY-MM-DD. */
  readonly printedOn: string;
};

/** The sheet of this place in a guide; null where there is no address for its code, as on the screen. */
export function sheetView(pack: ContentPack | null, place: Place, servicePoint: ServicePoint | null, today: string): SheetView | null {
  const handoff = handoffView(pack, place, servicePoint, today);
  const guide = findGuide(pack, place.slug);
  if (pack === null || handoff === null || handoff.target === null || guide === null) return null;
  const facts = guide.kind === 'card' ? cardFacts(pack, guide.slug, today) : guideFacts(pack, place, today);
  if (facts === null) return null;
  const { number, provenance } = pack.head.helpLine;
  return {
    ...facts,
    guide,
    target: handoff.target,
    code: handoff.target.leadsTo === 'guide' ? handoff.code : null,
    checkedOn: handoff.checkedOn,
    helpLine: isShowable(provenance, today) ? number : null,
    from: servicePoint?.name ?? null,
    printedOn: today,
  };
}

type Facts = Pick<SheetView, 'time' | 'fee' | 'exempt' | 'decidedBy' | 'papers' | 'questionsLeft' | 'steps' | 'hints'>;

function guideFacts(pack: ContentPack, { slug, answers }: Place, today: string): Facts | null {
  const view = guideView(pack, { kind: 'guide', slug, part: { kind: 'overview' }, answers }, today);
  if (view === null) return null;
  const { time, fee, exempt, decidedBy, papers, questionsLeft } = view.overview;
  return { time, fee, exempt, decidedBy, papers, questionsLeft, steps: stepsFor<Step>(view.guide, answers), hints: [] };
}

function cardFacts(pack: ContentPack, slug: string, today: string): Facts | null {
  const view = cardView(pack, slug, today);
  if (view === null) return null;
  const { time, fee, exempt, decidedBy, card } = view;
  return { time, fee, exempt, decidedBy, papers: null, questionsLeft: 0, steps: [], hints: card.hints ?? [] };
}
