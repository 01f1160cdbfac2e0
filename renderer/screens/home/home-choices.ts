import type { GuideOrCard } from '#contract/content-pack.ts';
import type { EventChoice, HomeView } from '../../session/choice-view.ts';

/** Five events and "all": six tiles fill the first screen without crowding it. */
const EVENT_TILES = 5;
const SERVICE_BUTTONS = 3;

/** The life events with the most guides, in the pack's order. */
export function fullestEvents(events: readonly EventChoice[]): readonly EventChoice[] {
  const kept = new Set([...events].sort((a, b) => b.guides - a.guides).slice(0, EVENT_TILES));
  return events.filter((choice) => kept.has(choice));
}

/** The most used services; first the guide of the clip during which the citizen touched the screen. */
export function firstServices({ offer, mostUsed }: HomeView): readonly GuideOrCard[] {
  const rest = mostUsed.filter((guide) => guide.slug !== offer?.slug);
  return (offer === null ? rest : [offer, ...rest]).slice(0, SERVICE_BUTTONS);
}
