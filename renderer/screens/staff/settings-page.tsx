import type { ReactElement } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { Button } from '../../ui/controls/button.tsx';
import { LanguageChoice, PrinterChoice, ProfileChoice, RestChoice } from './setting-choices.tsx';

/** Each choice is saved as it is touched; there is nothing to forget to save. */
export function SettingsPage({ busy }: { readonly busy: boolean }): ReactElement | null {
  const { t } = useWords();
  const send = useSend();
  const settings = useSession((state) => state.kiosk.boot?.settings ?? null);
  const hasCentre = useSession((state) => state.kiosk.boot?.servicePoint !== null);
  if (settings === null) return null;
  const save = (changed: typeof settings): void => {
    if (!busy) send({ kind: 'staff-save', settings: changed });
  };
  return (
    <>
      <section data-block>
        <h2>{t('staff.language')}</h2>
        <LanguageChoice settings={settings} onChoose={save} />
      </section>
      <section data-block>
        <h2>{t('staff.rest')}</h2>
        <RestChoice settings={settings} onChoose={save} />
      </section>
      <section data-block>
        <h2>{t('staff.printer')}</h2>
        <PrinterChoice settings={settings} onChoose={save} />
      </section>
      <section>
        <h2>{t('staff.profile')}</h2>
        <ProfileChoice settings={settings} onChoose={save} />
      </section>
      <section className="setting-row" data-block>
        {hasCentre ? null : (
          <Button size="small" icon="link" onPress={() => send({ kind: 'staff-connect' })}>
            {t('setup.centreTitle')}
          </Button>
        )}
        <Button size="small" icon="lock" onPress={() => send({ kind: 'staff-new-pin' })}>
          {t('staff.newPin')}
        </Button>
        <Button size="small" icon="exit" onPress={() => send({ kind: 'staff-leave-kiosk' })}>
          {t('staff.leave')}
        </Button>
      </section>
    </>
  );
}
