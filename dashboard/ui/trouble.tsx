import type { ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import type { CentreFailure } from '../api/centre-client.ts';
import { failureWords } from '../api/failure-words.ts';
import { useWords } from '../i18n/words.ts';

type TroubleProps = { readonly failure: CentreFailure; readonly onAgain: () => void };

/** Stands in the place of what could not be loaded: what happened, and what can be done. */
export function TroubleCard({ failure, onAgain }: TroubleProps): ReactElement {
  const words = useWords();
  const offline = failure.kind === 'offline';
  return (
    <section className="card calm" role="alert">
      <Icon name={offline ? 'wifiOff' : 'warning'} className="icon-large" />
      <h1>{words.say(offline ? 'offlineTitle' : 'failedTitle')}</h1>
      <p>{offline ? words.say('offlineNothing') : failureWords(failure, words)}</p>
      <button type="button" className="primary" onClick={onAgain}>
        {words.say('retry')}
      </button>
    </section>
  );
}

/** The same as a whole page. */
export function Trouble(props: TroubleProps): ReactElement {
  return (
    <main className="page" id="main">
      <TroubleCard {...props} />
    </main>
  );
}
