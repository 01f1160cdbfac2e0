import type { StoreApi } from 'zustand/vanilla';
import type { KioskApi } from '#contract/kiosk-api.ts';
import type { SessionState } from './state.ts';

/** True while somebody uses the kiosk: on every screen but the loop, and on the loop while a tap is being stored or the screen is read aloud. */
export function isInUse({ screen, comfort }: SessionState): boolean {
  if (screen.kind === 'attract') return screen.saving !== null || comfort.hearing.on;
  return screen.kind !== 'starting';
}

/**
 * Tells the host at once when somebody begins or ends to use the page, so that nothing that staff ask
 * from afar comes under their fingers. The returned function stops it.
 */
export function tellUse(api: KioskApi, store: Pick<StoreApi<SessionState>, 'getState' | 'subscribe'>): () => void {
  let told: boolean | null = null;
  const tell = (state: SessionState): void => {
    const active = isInUse(state);
    if (active === told) return;
    told = active;
    // A call that is lost is made good by the next change; the host counts a page that went away as unused.
    void api.call('session', { active });
  };
  tell(store.getState());
  return store.subscribe(tell);
}
