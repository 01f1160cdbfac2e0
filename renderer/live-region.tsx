import type { ReactElement } from 'react';
import { useWords } from './i18n/use-words.ts';
import { announcedSeconds } from './session/selectors.ts';
import { useSession } from './session/session-context.ts';

/** Says what changes without a new screen: the countdown, at 30, 10 and 5 seconds (E074). */
export function LiveRegion(): ReactElement {
  const { t } = useWords();
  const seconds = useSession(announcedSeconds);
  return (
    <div className="visually-hidden" role="status" aria-live="assertive">
      {seconds === null ? '' : t('idle.announce', { seconds })}
    </div>
  );
}
