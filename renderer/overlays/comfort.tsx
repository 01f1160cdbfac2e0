import type { ReactElement, ReactNode } from 'react';
import type { WordKey } from '../i18n/words.ts';
import { useOfferedLanguages, useWords } from '../i18n/use-words.ts';
import { CONTRASTS, TEXT_SIZES, type TextSize } from '../session/state.ts';
import { useSend, useSession } from '../session/session-context.ts';
import { Paged } from '../ui/content/paged.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Overlay } from './overlay.tsx';

const SIZE_WORDS: Record<TextSize, WordKey> = { 1: 'comfort.size1', 1.25: 'comfort.size125', 1.5: 'comfort.size150' };

/** Text size, colours, height of the buttons and language, each seen at once on this very screen; gone with the session (E075). */
export function Comfort(): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const comfort = useSession((state) => state.comfort);
  const languages = useOfferedLanguages();
  const controls = (
    <>
      <Paged label={t('comfort.title')} pageKey={String(comfort.textSize)} className="overlay-paged">
      <div className="choices-all">
      <Choices title={t('comfort.textSize')}>
        {TEXT_SIZES.map((textSize) => (
          <Button key={textSize} size="small" chosen={comfort.textSize === textSize} onPress={() => send({ kind: 'set-text-size', textSize })}>
            {t(SIZE_WORDS[textSize])}
          </Button>
        ))}
      </Choices>
      <Choices title={t('comfort.contrast')}>
        {CONTRASTS.map((contrast) => (
          <Button key={contrast} size="small" chosen={comfort.contrast === contrast} onPress={() => send({ kind: 'set-contrast', contrast })}>
            {t(`comfort.${contrast}`)}
          </Button>
        ))}
      </Choices>
      <Choices title={t('comfort.reach')}>
        <Button size="small" chosen={!comfort.lowReach} onPress={() => send({ kind: 'set-low-reach', on: false })}>
          {t('comfort.reachNormal')}
        </Button>
        <Button size="small" icon="wheelchair" chosen={comfort.lowReach} onPress={() => send({ kind: 'set-low-reach', on: true })}>
          {t('comfort.reachLow')}
        </Button>
      </Choices>
      <Choices title={t('speech.section')}>
        <Button size="small" icon="listen" chosen={comfort.hearing.on} onPress={() => send({ kind: 'set-hearing', on: !comfort.hearing.on })}>
          {t('speech.listen')}
        </Button>
        <Button size="small" chosen={comfort.hearing.blank} off={!comfort.hearing.on} onPress={() => send({ kind: 'set-blank', on: !comfort.hearing.blank })}>
          {t('speech.blank')}
        </Button>
      </Choices>
      <Choices title={t('comfort.language')}>
        {languages.map(({ tag, endonym }) => (
          <Button key={tag} size="small" chosen={comfort.language === tag} onPress={() => send({ kind: 'set-language', language: tag })}>
            <span lang={tag}>{endonym}</span>
          </Button>
        ))}
      </Choices>
      </div>
      </Paged>
      <Button kind="primary" className="overlay-main" onPress={() => send({ kind: 'close-overlay' })}>
        {t('comfort.done')}
      </Button>
    </>
  );
  return (
    <Overlay name="comfort" title={t('comfort.title')} controls={controls}>
      <p className="overlay-words">{t('comfort.text')}</p>
    </Overlay>
  );
}

function Choices({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="choices" data-block>
      <legend>{title}</legend>
      <div className="choices-row">{children}</div>
    </fieldset>
  );
}
