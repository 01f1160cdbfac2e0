import type { ReactElement } from 'react';
import { AskOfficer } from '../art/scenes/steps-people.tsx';
import { useWords } from '../i18n/use-words.ts';
import { isShowable } from '#domain/fact.ts';
import { useSend, useSession } from '../session/session-context.ts';
import { Paged } from '../ui/content/paged.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Overlay } from './overlay.tsx';

/** A person first, then the help line, then how to use the screen; the staff's own door stands apart. */
export function Help(): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const line = useSession((state) => state.kiosk.pack?.head.helpLine ?? null);
  const today = useSession((state) => state.kiosk.today);
  const controls = (
    <>
      <Button kind="primary" className="overlay-main" onPress={() => send({ kind: 'close-overlay' })}>
        {t('common.close')}
      </Button>
      <Button icon="lock" size="small" className="overlay-apart" onPress={() => send({ kind: 'open-staff' })}>
        {t('help.staff')}
      </Button>
    </>
  );
  return (
    <Overlay name="help" title={t('help.title')} picture={<AskOfficer />} controls={controls}>
      <Paged label={t('help.title')} pageKey="help" className="overlay-paged">
        <ul className="overlay-list">
        <li data-block>{t('help.desk')}</li>
        {line !== null && isShowable(line.provenance, today) ? <li data-block>{t('help.line', { number: line.number })}</li> : null}
        <li data-block>{t('help.use')}</li>
      </ul>
      </Paged>
    </Overlay>
  );
}
