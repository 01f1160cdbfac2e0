import type { ContentPack } from '#contract/content-pack.ts';
import type { Session } from '../session/session-context.ts';
import type { PackSearch } from './pack-search.ts';

/** A loop of stills says nothing of its first picture: then the index waits so long, ms. */
const FIRST_PICTURE_MS = 8_000;

type Page = Pick<Document, 'addEventListener' | 'removeEventListener'>;
type Later = (task: () => void, ms: number) => unknown;

/**
 * Warms the search for each new pack, the first time when the loop's first picture moves, or a citizen has begun,
 * or some seconds have passed: never before the first picture.
 */
export function warmSearch(search: Pick<PackSearch, 'warm'>, store: Session['store'], page: Page, later: Later): () => void {
  let known: ContentPack | null = null;
  let begun = false;
  const look = (): void => {
    const { kiosk, screen } = store.getState();
    const isVisit = screen.kind !== 'attract' && screen.kind !== 'starting';
    if (kiosk.pack === null || kiosk.boot === null || kiosk.pack === known || !(begun || isVisit)) return;
    known = kiosk.pack;
    search.warm(kiosk.pack, kiosk.boot.mediaBase);
  };
  const begin = (): void => {
    begun = true;
    page.removeEventListener('playing', begin, true);
    look();
  };
  // Media events do not bubble; they are heard on their way down.
  page.addEventListener('playing', begin, true);
  later(begin, FIRST_PICTURE_MS);
  const stop = store.subscribe(look);
  return () => {
    page.removeEventListener('playing', begin, true);
    stop();
  };
}
