import type { ReactElement } from 'react';
import { LANGUAGES } from '#contract/content-pack.ts';
import { PRINTERS, type KioskSettings } from '#contract/kiosk-channels.ts';
import { SCREEN_PROFILES, screenShape, type ScreenProfile } from '#domain/screen-profile.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/controls/button.tsx';

type ChoiceProps = { readonly settings: KioskSettings; readonly onChoose: (settings: KioskSettings) => void };

export function LanguageChoice({ settings, onChoose }: ChoiceProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="setting-row" data-block>
      {LANGUAGES.map((language) => (
        <Button key={language} size="small" chosen={settings.language === language} onPress={() => onChoose({ ...settings, language })}>
          <span lang={language}>{t(`language.${language}`)}</span>
        </Button>
      ))}
    </div>
  );
}

const PRINTER_WORDS = { none: 'staff.printerNone', a4: 'staff.printerA4', receipt: 'staff.printerReceipt' } as const;

/** What take-home sheets are printed on; none: nobody is offered one. */
export function PrinterChoice({ settings, onChoose }: ChoiceProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="setting-row" data-block>
      {PRINTERS.map((printer) => (
        <Button key={printer} size="small" chosen={(settings.printer ?? 'none') === printer} onPress={() => onChoose({ ...settings, printer })}>
          {t(PRINTER_WORDS[printer])}
        </Button>
      ))}
    </div>
  );
}

/** Seconds that faces rest after a tap (E170). */
const RESTS = [0, 5, 10] as const;

export function RestChoice({ settings, onChoose }: ChoiceProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="setting-row" data-block>
      {RESTS.map((tapRestSeconds) => (
        <Button key={tapRestSeconds} size="small" chosen={settings.tapRestSeconds === tapRestSeconds} onPress={() => onChoose({ ...settings, tapRestSeconds })}>
          {t('staff.restSeconds', { count: tapRestSeconds })}
        </Button>
      ))}
    </div>
  );
}

export function ProfileChoice({ settings, onChoose }: ChoiceProps): ReactElement {
  const { t } = useWords();
  const names = (profile: ScreenProfile): string => {
    const inches = /^[\d,]+″/.exec(profile.name)?.[0] ?? '';
    return `${t(`setup.${screenShape(profile)}`)} ${inches}`;
  };
  return (
    <div className="setting-grid">
      <div data-block>
        <Button size="small" chosen={settings.profile === null} onPress={() => onChoose({ ...settings, profile: null })}>
          {t('staff.profileAuto')}
        </Button>
      </div>
      {SCREEN_PROFILES.map((profile) => (
        <div key={profile.id} data-block>
          <Button size="small" chosen={settings.profile === profile.id} onPress={() => onChoose({ ...settings, profile: profile.id })}>
            {names(profile)}
          </Button>
        </div>
      ))}
    </div>
  );
}
