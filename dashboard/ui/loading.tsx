import type { ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';

/** The page's bones while the first figures are on their way; the same places, so nothing jumps. */
export function Loading(): ReactElement {
  const { say } = useWords();
  return (
    <main className="page" aria-busy="true">
      <p className="visually-hidden" role="status">
        {say('loading')}
      </p>
      <div className="bones" aria-hidden="true">
        <span className="bone bone-title" />
        <div className="grid">
          <span className="bone card span-3" />
          <span className="bone card span-6" />
          <span className="bone card span-3" />
          <span className="bone card span-5" />
          <span className="bone card span-7" />
        </div>
      </div>
    </main>
  );
}
