import type { ReactElement } from 'react';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import type { UrgentNotice } from '#contract/manifest.ts';
import { Icon } from '../../art/icon.tsx';
import { LotusMark } from '../../art/lotus.tsx';
import { useFurtherLanguage, useWords } from '../../i18n/use-words.ts';
import { useSession } from '../../session/session-context.ts';
import { useUrgent } from '../../session/use-urgent.ts';
import './header.css';

const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: DEFAULT_TIME_ZONE });

/** 14:05. Minutes only, so the header is drawn anew once a minute. */
function clockText(wall: number): string {
  return clock.format(wall);
}

/** The header has one line; the list of languages says all of it. */
function firstSentence(text: string): string {
  return /^.+?[.。]/u.exec(text)?.[0] ?? text;
}

/** In place of the header, which nobody needs for a task: no screen has to make room. */
function UrgentBand({ notice }: { readonly notice: UrgentNotice }): ReactElement {
  const { t, local } = useWords();
  return (
    <header className="header header-urgent">
      <Icon name="warning" className="header-sign" />
      <p className="header-urgent-words">
        <span className="visually-hidden">{t('urgent.label')}: </span>
        {local(notice.title)}
      </p>
    </header>
  );
}

/** The lotus mark, the service point's name and the clock: the same on every screen. */
export function Header(): ReactElement {
  const { t } = useWords();
  const place = useSession((state) => state.kiosk.boot?.servicePoint?.name ?? '');
  const time = useSession((state) => clockText(state.now.wall));
  const urgent = useUrgent();
  // Said where it is read: who meets a strange word knows why, and whom to ask.
  const isMachineMade = useFurtherLanguage()?.translatedBy === 'machine';
  if (urgent !== null) return <UrgentBand notice={urgent} />;
  return (
    <header className="header" data-speech="skip">
      <LotusMark className="header-mark" />
      <p className="header-product">{t('common.product')}</p>
      <p className="header-place">{isMachineMade ? firstSentence(t('language.machineMade')) : place}</p>
      <p className="header-clock">{time}</p>
    </header>
  );
}
