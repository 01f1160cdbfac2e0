import type { ReactElement } from 'react';
import { passagesOf } from '../../asking/passages.ts';
import type { QuoteView } from '../../asking/quote-view.ts';
import { useFurtherLanguage, useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import type { AnswerScreen, OtherWords } from '../../session/state.ts';
import { Button } from '../../ui/controls/button.tsx';

type Asked = Pick<AnswerScreen, 'question' | 'otherWords'>;
type OfferProps = { readonly view: QuoteView; readonly asked: Asked };

/** What came of asking in the language that is on the screen. */
export function useOtherWords({ otherWords }: Asked): OtherWords | null {
  const { language } = useWords();
  const further = useFurtherLanguage();
  return further === null && otherWords?.lang === language ? otherWords : null;
}

/** "Nói lại dễ hiểu hơn", and before it is pressed, what will be sent. Nothing where it cannot be had. */
export function OtherWordsButton({ view, asked }: OfferProps): ReactElement | null {
  const { t, language } = useWords();
  const send = useSend();
  const passages = useOffer(view, asked);
  if (passages === null) return null;
  return (
    <div className="other-words-offer">
      <Button className="other-words-button" onPress={() => send({ kind: 'rephrase', passages, lang: language })}>
        {t('ask.rephrase.button')}
      </Button>
      <p className="other-words-note">{t('ask.rephrase.note')}</p>
    </div>
  );
}

/** The passages to send; null: other words cannot be had here. */
function useOffer(view: QuoteView, { question, otherWords }: Asked): readonly string[] | null {
  const { language } = useWords();
  const further = useFurtherLanguage();
  const isThere = useSession(({ kiosk }) => kiosk.online && kiosk.mayRephrase);
  if (!isThere || further !== null || question === undefined || otherWords?.lang === language) return null;
  return passagesOf(view, language);
}

/** Above the quotation, never in its place. */
export function OtherWordsSaid({ otherWords }: { readonly otherWords: OtherWords | null }): ReactElement | null {
  const { t } = useWords();
  if (otherWords === null) return null;
  return (
    <div className="other-words" role="status" data-kind={otherWords.kind} data-block>
      {otherWords.kind === 'asked' ? <p>{t('ask.rephrase.busy')}</p> : null}
      {otherWords.kind === 'none' ? <p>{t('ask.rephrase.failed')}</p> : null}
      {otherWords.kind === 'said' ? (
        <>
          <p className="other-words-label">{t('ask.rephrase.label')}</p>
          <p className="other-words-text">{otherWords.text}</p>
        </>
      ) : null}
    </div>
  );
}
