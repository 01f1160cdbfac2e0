import type { ReactElement } from 'react';
import type { Quote } from '#domain/asking/quote.ts';
import { Icon } from '../../art/icon.tsx';
import { useAsked, useFirstAnswers, useQuoteView } from '../../asking/asking-context.ts';
import type { QuoteView } from '../../asking/quote-view.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { useShape } from '../../ui/use-shape.ts';
import { SearchField } from '../search/search-field.tsx';
import { quoteTitle } from './quote-title.ts';
import '../search/search.css';
import './ask.css';

/** "Hỏi – đáp": common questions first; a typed one is answered from our own texts or, honestly, not at all. */
export function Ask({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const isWide = useShape() === 'landscape';
  const keys = <Keyboard layout="vietnamese" onKey={(press) => send({ kind: 'search-key', ...press })} />;
  const answers = query.trim() === '' ? <CommonQuestions /> : <Answers query={query} />;
  return (
    <ScreenFrame name="search" floor="whole" alwaysParts controls={isWide ? answers : keys}>
      <div className="search-head">
        <h1>{t('ask.title')}</h1>
        <SearchField query={query} label={t('ask.label')} />
      </div>
      {isWide ? keys : answers}
    </ScreenFrame>
  );
}

function CommonQuestions(): ReactElement {
  const { t } = useWords();
  const answers = useFirstAnswers();
  return (
    <div className="search-answers">
      <p className="search-said">{t('ask.common')}</p>
      <Paged label={t('ask.common')} pageKey="common" className="search-results">
        <ul className="search-list">
          {answers.map(({ id }) => (
            <QuoteRow key={id} quote={{ kind: 'answer', id }} />
          ))}
        </ul>
      </Paged>
    </div>
  );
}

function Answers({ query }: { readonly query: string }): ReactElement {
  const { t } = useWords();
  const { sure, others } = useAsked(query);
  return (
    <div className="search-answers">
      <p className="search-said" role="status">
        {sure === null ? t('ask.unsure') : t('ask.found')}
      </p>
      <Paged label={t('ask.title')} pageKey={query} className="search-results">
        <ul className="search-list">
          {sure === null ? null : <SureRow quote={sure} />}
          {others.length === 0 ? null : (
            <li className="ask-maybe" data-block>
              {t(sure === null ? 'ask.maybe' : 'ask.also')}
            </li>
          )}
          {others.map((quote) => (
            <QuoteRow key={JSON.stringify(quote)} quote={quote} />
          ))}
        </ul>
      </Paged>
    </div>
  );
}

/** The answer itself, in its first words; a press shows all of it with its source. */
function SureRow({ quote }: { readonly quote: Quote }): ReactElement | null {
  const view = useQuoteView(quote);
  return view === null ? null : <SureAnswer quote={quote} view={view} />;
}

function SureAnswer({ quote, view }: { readonly quote: Quote; readonly view: QuoteView }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const [first] = view.lines ?? [];
  return (
    <li data-block>
      <button type="button" className="search-row ask-sure" onClick={() => send({ kind: 'open-answer', quote })}>
        <Icon name="info" className="search-row-icon" />
        <span className="search-row-words">
          <span className="ask-sure-title">{quoteTitle(view, t, local)}</span>
          <span className="ask-sure-text">{first === undefined ? t('common.askDesk') : local(first.text)}</span>
        </span>
        <Icon name="forward" className="search-row-icon" />
      </button>
    </li>
  );
}

function QuoteRow({ quote }: { readonly quote: Quote }): ReactElement | null {
  const { t, local } = useWords();
  const send = useSend();
  const view = useQuoteView(quote);
  if (view === null) return null;
  return (
    <li data-block>
      <button type="button" className="search-row" onClick={() => send({ kind: 'open-answer', quote })}>
        <Icon name={quote.kind === 'answer' ? 'info' : 'document'} className="search-row-icon" />
        <span className="search-row-words">{quoteTitle(view, t, local)}</span>
        <Icon name="forward" className="search-row-icon" />
      </button>
    </li>
  );
}
