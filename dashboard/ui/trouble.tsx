import type { ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import type { CentreFailure } from '../api/centre-client.ts';
import { failureWords } from '../api/failure-words.ts';
import { useWords } from '../i18n/words.ts';

type TroubleProps = { readonly title: string; readonly failure: CentreFailure; readonly onAgain: () => void };

/** Stands in the page's place when there is nothing to show: what happened, and what can be done. */
export function Trouble({ title, failure, onAgain }: TroubleProps): ReactElement {
  const words = useWords();
  return (
    <main className="page" id="main">
      <section className="card calm" role="alert">
        <Icon name={failure.kind === 'offline' ? 'wifiOff' : 'warning'} className="icon-large" />
        <h1>{failure.kind === 'offline' ? title : words.say('failedTitle')}</h1>
        <p>{failure.kind === 'offline' ? words.say('offlineNothing') : failureWords(failure, words)}</p>
        <button type="button" className="primary" onClick={onAgain}>
          {words.say('retry')}
        </button>
      </section>
    </main>
  );
}
