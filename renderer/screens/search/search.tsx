import type { ReactElement } from 'react';
import type { GuideOrCard } from '#contract/content-pack.ts';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Translate } from '../../i18n/words.ts';
import { useSearchResults } from '../../search/search-context.ts';
import { useSend } from '../../session/session-context.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { useShape } from '../../ui/use-shape.ts';
import { SearchField } from './search-field.tsx';
import './search.css';

/** Find a guide in one's own words, with or without marks. The keys lie low; in landscape the results have a side of their own. */
export function Search({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const isWide = useShape() === 'landscape';
  const keys = <Keyboard layout="vietnamese" onKey={(press) => send({ kind: 'search-key', ...press })} />;
  const results = <Results query={query} />;
  return (
    <ScreenFrame name="search" floor="whole" alwaysParts controls={isWide ? results : keys}>
      <div className="search-head">
        <h1>{t('search.title')}</h1>
        <SearchField query={query} label={t('search.label')} />
      </div>
      {isWide ? keys : results}
    </ScreenFrame>
  );
}

function Results({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const results = useSearchResults(query);
  return (
    <div className="search-answers">
      <p className="search-said" role="status">
        {results.length === 0 ? '' : t('search.results', { count: results.length })}
      </p>
      {results.length === 0 ? (
        <Paged label={t('search.label')} pageKey="none" className="search-results">
          <p role="status">{said(t, query)}</p>
        </Paged>
      ) : (
        <Paged label={t('search.results', { count: results.length })} pageKey={query} className="search-results">
          <ul className="search-list">
            {results.map((guide) => (
              <Result key={guide.slug} guide={guide} />
            ))}
          </ul>
        </Paged>
      )}
    </div>
  );
}

function said(t: Translate, query: string): string {
  if (query.trim() !== '') return t('search.none', { query });
  return `${t('search.start')}. ${t('search.without')}. ${t('search.hint')}.`;
}

function Result({ guide }: { readonly guide: GuideOrCard }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  return (
    <li data-block>
      <button type="button" className="search-row" onClick={() => send({ kind: 'open-guide', slug: guide.slug })}>
        <Icon name={guide.kind === 'guide' ? 'document' : 'info'} className="search-row-icon" />
        <span className="search-row-words">{local(guide.title)}</span>
        <span className="visually-hidden">{t(guide.kind === 'guide' ? 'events.full' : 'events.short')}</span>
        <Icon name="forward" className="search-row-icon" />
      </button>
    </li>
  );
}
