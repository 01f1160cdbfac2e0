import type { ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';

/** The page's bones while the first figures are on their way; the same places, so nothing jumps. */
export function Bones(): ReactElement {
  const { say } = useWords();
  return (
    <div aria-busy="true">
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
    </div>
  );
}

/** The same as a whole page. */
export function Loading(): ReactElement {
  return (
    <main className="page" id="main">
      <Bones />
    </main>
  );
}
