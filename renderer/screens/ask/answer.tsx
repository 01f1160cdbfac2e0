import type { ReactElement } from 'react';
import { useQuoteView } from '../../asking/asking-context.ts';
import type { QuoteView } from '../../asking/quote-view.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Translate } from '../../i18n/words.ts';
import { useSend } from '../../session/session-context.ts';
import type { AnswerScreen } from '../../session/state.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { Paged } from '../../ui/content/paged.tsx';
import { PageButtons, ScrollPages } from '../../ui/content/scroll-pages.tsx';
import { useScrollPages } from '../../ui/content/use-scroll-pages.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import { PlainFact } from '../guide/facts.tsx';
import { localDate } from '../guide/local-date.ts';
import { OtherWordsButton, OtherWordsSaid, useOtherWords } from './other-words.tsx';
import { quoteTitle } from './quote-title.ts';
import '../guide/overview.css';
import '../guide/question.css';
import './ask.css';

/** One answer, quoted as it stands, with its source; then the next question, the guide, or a person. */
export function AnswerPage({ screen }: { readonly screen: AnswerScreen }): ReactElement {
  const view = useQuoteView(screen.quote);
  const pageKey = JSON.stringify(screen.quote);
  if (view === null) return <GoneAnswer />;
  return view.choices.length > 0 ? <AskBack view={view} pageKey={pageKey} /> : <AnswerBody view={view} pageKey={pageKey} asked={screen} />;
}

/** "Which of these is it?": drawn like a guide's question. */
function AskBack({ view, pageKey }: { readonly view: QuoteView; readonly pageKey: string }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const controls = (
    <Paged label={local(view.title)} pageKey={pageKey}>
      <div className="options" data-count={view.choices.length}>
        {view.choices.map(({ text, to }) => (
          <div key={text.vi} data-block>
            <Button className="option" iconAfter="forward" onPress={() => send({ kind: 'open-answer', quote: to })}>
              {gluePhrases(local(text))}
            </Button>
          </div>
        ))}
      </div>
    </Paged>
  );
  return (
    <ScreenFrame name="question" pageKey={pageKey} floor="choose" ground="leaf" controls={controls}>
      <div className="question-head">
        <p className="question-place">{t('ask.title')}</p>
        <Heading className="question-text">{local(view.title)}</Heading>
        {(view.lines ?? []).map(({ text }) => (
          <p key={text.vi} className="question-why">
            {local(text)}
          </p>
        ))}
        <p className="guide-source ask-source">{sourceWords(view, t)}</p>
      </div>
    </ScreenFrame>
  );
}

function sourceWords({ source }: QuoteView, t: Translate): string {
  if (source === null) return t('ask.ownWords');
  return `${t('guide.source', { source: source.source })}. ${t('guide.checkedOn', { date: localDate(source.checkedOn) })}.`;
}

type BodyProps = { readonly view: QuoteView; readonly pageKey: string; readonly asked: Pick<AnswerScreen, 'question' | 'otherWords'> };

function AnswerBody({ view, pageKey, asked }: BodyProps): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const otherWords = useOtherWords(asked);
  const pages = useScrollPages(`${pageKey} ${otherWords?.kind ?? ''}`);
  const { guide, channels, lines } = view;
  const controls = (
    <div className="go-on">
      {guide === null ? (
        <Button kind="primary" icon="person" className="go-on-primary" onPress={() => send({ kind: 'open-help' })}>
          {t('ask.person')}
        </Button>
      ) : (
        <Button kind="primary" icon="document" className="go-on-primary" onPress={() => send({ kind: 'open-guide', slug: guide.slug })}>
          {t('ask.openGuide')}
        </Button>
      )}
      <OtherWordsButton view={view} asked={asked} />
      <PageButtons pages={pages} />
    </div>
  );
  return (
    <ScreenFrame name="answer" pageKey={pageKey} floor="read" ground="leaf" controls={controls}>
      <div className="guide-head">
        <div className="guide-head-words">
          <p className="guide-event">{t('ask.title')}</p>
          <Heading className="guide-title is-long">{quoteTitle(view, t, local)}</Heading>
        </div>
      </div>
      <ScrollPages pages={pages} label={quoteTitle(view, t, local)} className="overview-facts">
        <OtherWordsSaid otherWords={otherWords} />
        {lines === null ? (
          <p className="answer-line" data-block>
            {t('common.askDesk')}
          </p>
        ) : (
          lines.map(({ text, detail }) => (
            <p key={text.vi} className="answer-line" data-block>
              {local(text)}
              {detail === undefined ? null : <span className="answer-detail">{local(detail)}</span>}
            </p>
          ))
        )}
        {channels === null ? null : <PlainFact icon="post" label={t('guide.channels')} text={channels.map((channel) => t(`guide.channel.${channel}`)).join(' · ')} />}
        <p className="guide-source" data-block>
          {sourceWords(view, t)}
        </p>
      </ScrollPages>
    </ScreenFrame>
  );
}

/** The pack changed under the answer: the honest sentence, and a person. */
function GoneAnswer(): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const controls = (
    <Button kind="primary" icon="person" className="go-on-primary" onPress={() => send({ kind: 'open-help' })}>
      {t('ask.person')}
    </Button>
  );
  return (
    <ScreenFrame name="answer" floor="read" ground="leaf" controls={controls}>
      <div className="guide-head">
        <div className="guide-head-words">
          <Heading className="guide-title is-long">{t('ask.unsure')}</Heading>
        </div>
      </div>
    </ScreenFrame>
  );
}
