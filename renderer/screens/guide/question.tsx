import type { ReactElement } from 'react';
import type { GuideView, PartView } from '../../session/guide-view.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { Paged } from '../../ui/content/paged.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import { LookFigure, eventLook } from './event-look.tsx';
import './question.css';

type Part = Extract<PartView, { kind: 'question' }>;

/** One question a screen; the h1 is the question (E100). */
export function QuestionPart({ view, part }: { readonly view: GuideView; readonly part: Part }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const pack = useSession((state) => state.kiosk.pack);
  const { question } = part;
  const look = eventLook(pack, view.guide);
  const controls = (
    <Paged label={local(question.text)} pageKey={question.id}>
      <div className="options" data-count={question.options.length}>
        {question.options.map((option) => (
          <div key={option.id} data-block>
            <Button
              className="option"
              chosen={part.chosen === option.id}
              iconAfter={part.chosen === option.id ? 'check' : 'forward'}
              onPress={() => send({ kind: 'answer', question: question.id, option: option.id })}
            >
              {gluePhrases(local(option.text))}
            </Button>
          </div>
        ))}
      </div>
    </Paged>
  );
  return (
    <ScreenFrame name="question" pageKey={question.id} floor="choose" ground={look.ground} controls={controls}>
      <div className="question-head">
        <p className="question-place">
          <span className="question-number">{t('guide.question', { n: part.n, of: part.of })}</span> <span className="question-guide">{local(view.guide.title)}</span>
        </p>
        <Heading className="question-text">{local(question.text)}</Heading>
        {question.why === undefined ? null : <p className="question-why">{local(question.why)}</p>}
      </div>
      <LookFigure figure={look.figure} className="question-figure" />
    </ScreenFrame>
  );
}
