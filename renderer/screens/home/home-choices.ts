import type { ContentPack, GuideOrCard, LifeEvent } from '#contract/content-pack.ts';
import type { HomeView } from '../../session/choice-view.ts';

/** Five events and "all": six tiles fill the first screen without crowding it. */
const EVENT_TILES = 5;
const SERVICE_BUTTONS = 3;

/** The life events in which most can be done on this kiosk, in the pack's order: a complete guide counts more than a card. */
export function firstEvents(pack: Pick<ContentPack, 'events' | 'guides'> | null): readonly LifeEvent[] {
  if (pack === null) return [];
  const weight = (event: LifeEvent): number =>
    pack.guides
      .filter((guide) => guide.events.includes(event.id))
      .reduce((sum, guide) => sum + (guide.kind === 'guide' ? 4 : 1) + (guide.mostUsed === undefined ? 0 : 4), 0);
  const kept = new Set([...pack.events].sort((a, b) => weight(b) - weight(a)).slice(0, EVENT_TILES));
  return pack.events.filter((event) => kept.has(event));
}

/** The most used services; first the guide of the clip during which the citizen touched the screen. */
export function firstServices({ offer, mostUsed }: HomeView): readonly GuideOrCard[] {
  const rest = mostUsed.filter((guide) => guide.slug !== offer?.slug);
  return (offer === null ? rest : [offer, ...rest]).slice(0, SERVICE_BUTTONS);
}
