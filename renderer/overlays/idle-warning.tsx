import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useSend } from '../session/session-context.ts';
import { Paged } from '../ui/content/paged.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Overlay } from './overlay.tsx';

/** Thirty seconds to say "I am still here", as often as one likes (E070, E071). */
export function IdleWarning({ remaining }: { readonly remaining: number }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const controls = (
    <>
      <Button kind="primary" className="overlay-main" onPress={() => send({ kind: 'still-here' })}>
        {t('idle.still')}
      </Button>
      <Button icon="exit" className="overlay-apart" onPress={() => send({ kind: 'finish' })}>
        {t('idle.end')}
      </Button>
    </>
  );
  return (
    <Overlay name="idle" title={t('idle.title')} controls={controls}>
      {/* Spoken by the live region at 30, 10 and 5 seconds only (E074). */}
      <p className="idle-seconds" aria-hidden>
        {remaining}
      </p>
      <Paged label={t('idle.title')} pageKey="idle" className="overlay-paged">
        <p className="overlay-words">{t('idle.text')}</p>
      </Paged>
    </Overlay>
  );
}
