import { useMemo } from 'react';
import { cardView, guideView, type CardView, type GuideView } from './guide-view.ts';
import { eventChoices, eventView, findReasons, homeView, type EventChoice, type EventView, type HomeView } from './choice-view.ts';
import { handoffView, type HandoffView } from './handoff-view.ts';
import { useSession } from './session-context.ts';
import type { GuideScreen, HandoffScreen } from './state.ts';
import type { Reason } from '#contract/content-pack.ts';

export function useGuideView(screen: GuideScreen): GuideView | null {
  const pack = useSession((state) => state.kiosk.pack);
  const today = useSession((state) => state.kiosk.today);
  return useMemo(() => guideView(pack, screen, today), [pack, screen, today]);
}

export function useCardView(slug: string): CardView | null {
  const pack = useSession((state) => state.kiosk.pack);
  const today = useSession((state) => state.kiosk.today);
  return useMemo(() => cardView(pack, slug, today), [pack, slug, today]);
}

type Place = Pick<HandoffScreen, 'slug' | 'step' | 'answers'>;

/** Also for a card's own QR: `useHandoffView({ slug, step: 0, answers: {} })` with a constant object. */
export function useHandoffView(place: Place): HandoffView | null {
  const pack = useSession((state) => state.kiosk.pack);
  const today = useSession((state) => state.kiosk.today);
  const servicePoint = useSession((state) => state.kiosk.boot?.servicePoint ?? null);
  return useMemo(() => handoffView(pack, place, servicePoint, today), [pack, place, servicePoint, today]);
}

/** Whether this kiosk stands in a post office, which takes and carries files but decides none. */
export function useAtPostOffice(): boolean {
  return useSession((state) => state.kiosk.boot?.servicePoint?.kind === 'post-office');
}

export function useHomeView(offer: string | null): HomeView {
  const pack = useSession((state) => state.kiosk.pack);
  const atPostOffice = useAtPostOffice();
  return useMemo(() => homeView(pack, offer, atPostOffice), [pack, offer, atPostOffice]);
}

export function useEventChoices(): readonly EventChoice[] {
  const pack = useSession((state) => state.kiosk.pack);
  return useMemo(() => eventChoices(pack), [pack]);
}

export function useEventView(id: string): EventView | null {
  const pack = useSession((state) => state.kiosk.pack);
  const atPostOffice = useAtPostOffice();
  return useMemo(() => eventView(pack, id, atPostOffice), [pack, id, atPostOffice]);
}

export function useReasons(ids: readonly string[]): readonly Reason[] {
  const pack = useSession((state) => state.kiosk.pack);
  return useMemo(() => findReasons(pack, ids), [pack, ids]);
}
