import type { ReactElement } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { setupSteps } from '../../session/moves/setup.ts';
import { useSession } from '../../session/session-context.ts';
import type { SetupScreen } from '../../session/state.ts';

export function SetupProgress({ screen }: { readonly screen: SetupScreen }): ReactElement {
  const { t } = useWords();
  const boot = useSession((state) => state.kiosk.boot);
  const steps = boot === null ? [screen.step] : setupSteps(boot);
  return (
    <p className="setup-progress">
      {t('setup.title')}. {t('setup.progress', { n: steps.indexOf(screen.step) + 1, of: steps.length })}
    </p>
  );
}
