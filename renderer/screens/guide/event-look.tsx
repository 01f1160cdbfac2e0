import type { ReactElement } from 'react';
import type { ContentPack, GuideOrCard, LifeEvent } from '#contract/content-pack.ts';
import { EventFigure, PlainFigure } from '../../art/scenes/index.ts';
import type { EventName } from '../../art/scenes/index.ts';

type Look = { readonly ground: 'leaf' | 'lotus' | 'sophora'; readonly figure: EventName | null };

/** Each life event owns one soft ground and one figure. */
const looks: Readonly<Record<LifeEvent['icon'], Look>> = {
  birth: { ground: 'lotus', figure: 'birth' },
  study: { ground: 'sophora', figure: 'study' },
  work: { ground: 'leaf', figure: 'work' },
  residence: { ground: 'leaf', figure: 'residence' },
  marriage: { ground: 'lotus', figure: 'marriage' },
  house: { ground: 'leaf', figure: 'house' },
  health: { ground: 'leaf', figure: 'health' },
  vehicle: { ground: 'sophora', figure: 'vehicle' },
  retirement: { ground: 'sophora', figure: 'benefits' },
  death: { ground: 'leaf', figure: 'death' },
  complaint: { ground: 'leaf', figure: null },
};

export type EventLook = { readonly event: LifeEvent | null; readonly ground: Look['ground']; readonly figure: EventName | null };

/** The life event under which a guide is found first, and how its screens look. */
export function eventLook(pack: Pick<ContentPack, 'events'> | null, guide: Pick<GuideOrCard, 'events'>): EventLook {
  const event = pack?.events.find((one) => one.id === guide.events[0]) ?? null;
  return event === null ? { event, ground: 'leaf', figure: null } : { event, ...lookOf(event) };
}

/** The ground and figure of a life event. */
export function lookOf(event: Pick<LifeEvent, 'icon'>): Look {
  return looks[event.icon];
}

export function LookFigure({ figure, className }: { readonly figure: EventName | null; readonly className: string }): ReactElement {
  return figure === null ? <PlainFigure className={className} /> : <EventFigure name={figure} className={className} />;
}
