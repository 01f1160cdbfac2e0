import { useEffect, useRef, type ReactElement } from 'react';
import type { CentreFailure } from '../api/centre-client.ts';
import { failureWords } from '../api/failure-words.ts';
import { useWords } from '../i18n/words.ts';

/** What went wrong with a form, on top of it and with the focus (E102). */
export function Problem({ failure }: { readonly failure: CentreFailure | null }): ReactElement | null {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure !== null) place.current?.focus();
  }, [failure]);
  if (failure === null) return null;
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={place}>
      <p className="problem-title">{words.say('errorTitle')}</p>
      <p>{failureWords(failure, words)}</p>
    </div>
  );
}
