import type { ReactElement } from 'react';
import type { GuideOrCard } from '#contract/content-pack.ts';
import type { Found } from '#domain/finding/finding.ts';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Translate } from '../../i18n/words.ts';
import { useSearchResults } from '../../search/search-context.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { endSentence } from '../../ui/phrases.ts';
import { plainName } from '../procedure/plain-name.ts';

/** Before a word is typed, and where nothing was found, the most used services stand ready. */
const MOST_USED = 6;

/** What the query finds; else what helps: how to type, the services most people come for, the desk. */
export function SearchResults({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const results = useSearchResults(query);
  if (results.length === 0) return <NothingYet query={query} />;
  const told = t('search.results', { count: results.length });
  return (
    <div className="search-answers">
      <p className="search-said" role="status">
        {told}
      </p>
      <Paged label={told} pageKey={query} className="search-results">
        <ul className="search-list">
          {results.map((found) => (
            <FoundRow key={`${found.slug ?? ''}${found.code ?? ''}`} found={found} />
          ))}
        </ul>
      </Paged>
    </div>
  );
}

function NothingYet({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const mostUsed = useSession((state) => state.kiosk.pack?.guides ?? NO_GUIDES)
    .filter((guide) => guide.mostUsed !== undefined)
    .toSorted((a, b) => (a.mostUsed ?? 0) - (b.mostUsed ?? 0))
    .slice(0, MOST_USED);
  return (
    <div className="search-answers">
      <Paged label={t('search.label')} pageKey="none" className="search-results">
        <p className="search-help" role="status" data-block>
          {said(t, query)}
        </p>
        <h2 className="search-most" data-block>{t('search.most')}</h2>
        <ul className="search-list">
          {mostUsed.map((guide) => (
            <GuideRow key={guide.slug} guide={guide} />
          ))}
        </ul>
      </Paged>
    </div>
  );
}

const NO_GUIDES: readonly GuideOrCard[] = [];

/** What stands in a sentence; the field above holds all of it. */
const LONGEST_QUOTE = 28;

function shortened(query: string): string {
  const signs = [...query.trim()];
  return signs.length <= LONGEST_QUOTE ? signs.join('') : `${signs.slice(0, LONGEST_QUOTE - 1).join('').trimEnd()}…`;
}

function said(t: Translate, query: string): string {
  if (query.trim() !== '') return t('search.none', { query: shortened(query) });
  return [t('search.start'), t('search.without'), t('search.hint')].map(endSentence).join(' ');
}

function FoundRow({ found }: { readonly found: Found }): ReactElement | null {
  const guide = useSession((state) => state.kiosk.pack?.guides.find((one) => one.slug === found.slug) ?? null);
  if (guide !== null) return <GuideRow guide={guide} />;
  return found.entry === null ? null : <EntryRow entry={found.entry} />;
}

function GuideRow({ guide }: { readonly guide: GuideOrCard }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const isGuide = guide.kind === 'guide';
  return (
    <li data-block>
      <button type="button" className="search-row" data-kind={guide.kind} onClick={() => send({ kind: 'open-guide', slug: guide.slug })}>
        <Icon name={isGuide ? 'document' : 'info'} className="search-row-icon" />
        <span className="search-row-words">
          {local(guide.title)} <span className="search-row-kind">{t(isGuide ? 'events.full' : 'events.short')}</span>
        </span>
        <Icon name="forward" className="search-row-icon" />
      </button>
    </li>
  );
}

/** The catalogue's own words are Vietnamese in every language; a procedure of one province says which. */
function EntryRow({ entry }: { readonly entry: NonNullable<Found['entry']> }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const kind = entry.scope === 'SPECIFIC' ? t('search.onlyIn', { place: entry.issuedBy }) : t('search.national', { field: entry.fields[0] ?? '' });
  return (
    <li data-block>
      <button type="button" className="search-row" data-kind="catalogue" data-own={entry.scope === 'SPECIFIC' ? '' : undefined} onClick={() => send({ kind: 'open-procedure', entry })}>
        <Icon name="office" className="search-row-icon" />
        <span className="search-row-words">
          <span lang="vi" className="search-row-name">
            {plainName(entry.name)}
          </span>{' '}
          <span className="search-row-kind">{kind}</span>
        </span>
        <Icon name="forward" className="search-row-icon" />
      </button>
    </li>
  );
}
