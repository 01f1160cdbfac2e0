import type { ContentPack } from '#contract/content-pack.ts';
import type { Session } from '../session/session-context.ts';
import type { GuideSearch } from './guide-search.ts';

/** Builds the index of each new pack when the browser is idle, never before the loop's first picture. */
export function warmSearch(search: GuideSearch, store: Session['store'], whenIdle: (task: () => void) => void): () => void {
  let known: ContentPack | null = null;
  return store.subscribe(({ kiosk }) => {
    const { pack } = kiosk;
    if (pack === null || pack === known) return;
    known = pack;
    whenIdle(() => search.warm(pack));
  });
}
