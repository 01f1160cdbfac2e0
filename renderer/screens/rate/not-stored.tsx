import type { ReactElement } from 'react';
import { OutOfService } from '../../art/scenes/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import './not-stored.css';

/** The tap did not reach the disk. Said honestly, thanked for nothing (promise 1). */
export function NotStored(): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const controls = (
    <>
      <Button kind="primary" icon="refresh" onPress={() => send({ kind: 'try-again' })}>
        {t('notStored.again')}
      </Button>
      <Button icon="person" onPress={() => send({ kind: 'open-help' })}>
        {t('common.help')}
      </Button>
    </>
  );
  return (
    <ScreenFrame name="not-stored" floor="read" ground="sophora" controls={controls} back={false}>
      <div className="not-stored-words" role="alert">
        <Heading className="not-stored-title">{t('notStored.title')}</Heading>
        <p className="not-stored-text">{t('notStored.text')}</p>
      </div>
      <OutOfService className="not-stored-picture" />
    </ScreenFrame>
  );
}
