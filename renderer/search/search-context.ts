import { createContext, useContext, useMemo } from 'react';
import type { GuideOrCard } from '#contract/content-pack.ts';
import { useSession } from '../session/session-context.ts';
import type { GuideSearch } from './guide-search.ts';

export const SearchContext = createContext<GuideSearch | null>(null);

/** What the query finds in the present pack, best first. */
export function useSearchResults(query: string): readonly GuideOrCard[] {
  const search = useContext(SearchContext);
  if (search === null) throw new Error('A search was drawn outside SearchContext');
  const pack = useSession((state) => state.kiosk.pack);
  return useMemo(() => (pack === null ? [] : search.find(pack, query)), [search, pack, query]);
}
