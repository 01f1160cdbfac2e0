import type { ContentPack, GuideOrCard, LifeEvent, Reason } from '#contract/content-pack.ts';
import { guideRank } from '#domain/guide-order.ts';
import type { Score } from '#domain/score.ts';
import { findGuide } from './guide-view.ts';

export type EventChoice = { readonly event: LifeEvent; readonly guides: number };

export type HomeView = {
  readonly events: readonly EventChoice[];
  /** The most used services: packages first, then the most used; at a post office what it takes comes before both. */
  readonly mostUsed: readonly GuideOrCard[];
  /** The guide behind "Tôi chưa có VNeID". */
  readonly vneid: GuideOrCard | null;
  /** The guide of the clip that was on when the citizen touched the screen. */
  readonly offer: GuideOrCard | null;
};

export function homeView(pack: ContentPack | null, offer: string | null, atPostOffice = false): HomeView {
  return {
    events: eventChoices(pack),
    mostUsed: (pack?.guides ?? [])
      .filter((guide) => guide.mostUsed !== undefined)
      .sort((a, b) => guideRank(a, atPostOffice) - guideRank(b, atPostOffice)),
    vneid: pack === null ? null : findGuide(pack, pack.head.vneidGuide),
    offer: offer === null ? null : findGuide(pack, offer),
  };
}

/** All life events of the pack, in its order, with the number of guides and cards in each. */
export function eventChoices(pack: ContentPack | null): readonly EventChoice[] {
  if (pack === null) return [];
  return pack.events.map((event) => ({
    event,
    guides: pack.guides.filter((guide) => guide.events.includes(event.id)).length,
  }));
}

export type EventView = { readonly event: LifeEvent; readonly guides: readonly GuideOrCard[] };

/** The guides and cards of one life event, in the order of `guideRank`. */
export function eventView(pack: ContentPack | null, id: string, atPostOffice = false): EventView | null {
  const event = pack?.events.find((one) => one.id === id);
  if (pack === null || event === undefined) return null;
  return {
    event,
    guides: pack.guides.filter((guide) => guide.events.includes(id)).sort((a, b) => guideRank(a, atPostOffice) - guideRank(b, atPostOffice)),
  };
}

/** Reasons asked after a score: 1–3 is low, 4–5 is high (E156). */
export function reasonsAfter(reasons: readonly Reason[], score: Score): readonly Reason[] {
  const side = score <= 3 ? 'low' : 'high';
  return reasons.filter((reason) => reason.after === side || reason.after === 'both');
}

/** The reasons of the given ids, in that order. */
export function findReasons(pack: ContentPack | null, ids: readonly string[]): readonly Reason[] {
  return ids.flatMap((id) => pack?.reasons.find((reason) => reason.id === id) ?? []);
}
