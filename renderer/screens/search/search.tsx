import type { ReactElement } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { useShape } from '../../ui/use-shape.ts';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import './search.css';

/** Find a guide in one's own words, with or without marks. The keys lie low; in landscape the results have a side of their own. */
export function Search({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const isWide = useShape() === 'landscape';
  const keys = <Keyboard layout="vietnamese" onKey={(press) => send({ kind: 'search-key', ...press })} />;
  const results = <SearchResults query={query} />;
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
