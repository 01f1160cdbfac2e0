import { useEffect, type ReactElement } from 'react';
import type { GuideOrCard } from '#contract/content-pack.ts';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Translate } from '../../i18n/words.ts';
import { Keyboard } from '../../search/keyboard.tsx';
import { useSearchResults } from '../../search/search-context.ts';
import { useSend } from '../../session/session-context.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { useShape } from '../../ui/use-shape.ts';
import './search.css';

/** Find a guide in one's own words, with or without marks. The keys lie low; in landscape the results have a side of their own. */
export function Search({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const isWide = useShape() === 'landscape';
  usePhysicalKeys(query);
  const keys = <Keyboard onKey={(key) => send({ kind: 'search-key', key })} />;
  const results = <Results query={query} />;
  return (
    <ScreenFrame name="search" floor="whole" alwaysParts controls={isWide ? results : keys}>
      <div className="search-head">
        <h1>{t('search.title')}</h1>
        <SearchField query={query} />
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

/** The screen's own keys type into it, a real keyboard too; the system's on-screen keyboard stays away (E125, E079). */
function SearchField({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  return (
    <div className="search-field">
      <Icon name="search" className="search-icon" />
      <input
        type="text"
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        value={query}
        onChange={(event) => send({ kind: 'search-text', text: event.target.value })}
      />
      {query === '' ? null : (
        <button type="button" className="search-clear" onClick={() => send({ kind: 'search-key', key: 'Clear' })}>
          {t('search.clear')}
        </button>
      )}
    </div>
  );
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

/** Typing on a real keyboard finds the field by itself. */
function usePhysicalKeys(query: string): void {
  const send = useSend();
  useEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return;
      // Space on a focused button presses that button.
      const onButton = event.target instanceof HTMLButtonElement && event.key === ' ';
      if (event.key === 'Backspace') send({ kind: 'search-text', text: query.slice(0, -1) });
      else if (event.key.length === 1 && !onButton) send({ kind: 'search-text', text: query + event.key });
    };
    window.addEventListener('keydown', typed);
    return () => window.removeEventListener('keydown', typed);
  }, [send, query]);
}
