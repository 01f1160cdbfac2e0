import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Found } from '#domain/finding/finding.ts';
import { useSession } from '../session/session-context.ts';
import type { PackSearch } from './pack-search.ts';

export const SearchContext = createContext<PackSearch | null>(null);

/** What the query finds in the present pack, best first. */
export function useSearchResults(query: string): readonly Found[] {
  const search = useContext(SearchContext);
  if (search === null) throw new Error('A search was drawn outside SearchContext');
  const pack = useSession((state) => state.kiosk.pack);
  const province = useSession((state) => state.kiosk.boot?.servicePoint?.province ?? null);
  const version = useSyncExternalStore(search.onMore, search.version);
  // `version` is what makes the same words find more once the catalogue is there.
  return useMemo(() => (pack === null || version < 0 ? [] : search.find(pack, query, province)), [search, pack, query, province, version]);
}
