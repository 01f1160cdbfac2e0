import type { ReactElement } from 'react';
import { useWords } from './i18n/use-words.ts';
import { announcedSeconds } from './session/selectors.ts';
import { useSession } from './session/session-context.ts';
import { useUrgent } from './session/use-urgent.ts';

/** Says what changes without a new screen: the countdown, at 30, 10 and 5 seconds (E074), and an urgent notice. */
export function LiveRegion(): ReactElement {
  const { t, local } = useWords();
  const seconds = useSession(announcedSeconds);
  const urgent = useUrgent();
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="assertive">
        {seconds === null ? '' : t('idle.announce', { seconds })}
      </div>
      <div className="visually-hidden" role="alert">
        {urgent === null ? '' : `${t('urgent.label')}: ${local(urgent.title)}. ${local(urgent.text)}`}
      </div>
    </>
  );
}
