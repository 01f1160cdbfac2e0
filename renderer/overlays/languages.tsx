import type { ReactElement } from 'react';
import { useFurtherLanguage, useOfferedLanguages, useWords } from '../i18n/use-words.ts';
import { useSend } from '../session/session-context.ts';
import { Paged } from '../ui/content/paged.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Overlay } from './overlay.tsx';

/** Every language by its own name, without flags (E110). The step stays where it is (E112). */
export function Languages(): ReactElement {
  const { t, tag } = useWords();
  const send = useSend();
  const languages = useOfferedLanguages();
  const isMachineMade = useFurtherLanguage()?.translatedBy === 'machine';
  const controls = (
    <>
      <Paged label={t('language.choose')} pageKey={tag} className="overlay-paged">
        <div className="choices-row">
          {languages.map((language) => (
            <Button key={language.tag} chosen={language.tag === tag} onPress={() => send({ kind: 'set-language', language: language.tag })}>
              <span lang={language.tag}>{language.endonym}</span>
            </Button>
          ))}
        </div>
      </Paged>
      <Button kind="primary" className="overlay-main" onPress={() => send({ kind: 'close-overlay' })}>
        {t('common.close')}
      </Button>
    </>
  );
  return (
    <Overlay name="languages" title={t('language.choose')} controls={controls}>
      {isMachineMade ? <p className="overlay-words">{t('language.machineMade')}</p> : null}
    </Overlay>
  );
}
