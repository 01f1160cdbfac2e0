import type { ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Refusal } from '../../session/state.ts';

/** What went wrong and what to do about it, in the words of the error table (E102). */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null }): ReactElement {
  const { t } = useWords();
  return (
    <div role="alert" className="refusal-place">
      {refusal === null ? null : (
        <div className="refusal">
          <Icon name="warning" className="refusal-icon" />
          <div>
            <p className="refusal-what">{t(`errors.${refusal.code}.message`)}</p>
            <p>{t(`errors.${refusal.code}.remedy`)}</p>
            {refusal.retrySeconds === null ? null : <p>{t('staff.wait', { seconds: refusal.retrySeconds })}</p>}
          </div>
        </div>
      )}
    </div>
  );
}
