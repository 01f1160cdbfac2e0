import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress } from './address.ts';
import { Masthead } from './masthead.tsx';
import { Problem } from '../ui/problem.tsx';

type FirstPageProps = {
  readonly client: CentreClient;
  readonly token: string;
  readonly onIn: () => void;
  readonly onSignIn: () => void;
  readonly switchTongue: () => void;
};

/** The one-time link that the centre prints: signs the first administrator in. */
export function FirstPage({ client, token, onIn, onSignIn, switchTongue }: FirstPageProps): ReactElement {
  const { say } = useWords();
  const { go } = useAddress();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const used = useRef(false);
  useEffect(() => {
    // The link works once, and a development build runs effects twice.
    if (used.current) return;
    used.current = true;
    client.ask('signInOnce', { body: { token } }).then(
      (answer) => (answer.ok ? onIn() : setFailure(answer.failure)),
      () => undefined, // Never aborted.
    );
  }, [client, token, onIn]);
  return (
    <>
      <Masthead switchTongue={switchTongue} />
      <main className="page narrow" id="main">
        <h1>{say('firstTitle')}</h1>
        {failure === null ? (
          <p className="lead" role="status">
            {say('firstLead')}
          </p>
        ) : (
          <div className="card form">
            <Problem failure={failure} />
            <button
              type="button"
              className="primary"
              onClick={() => {
                go('/', 'replace');
                onSignIn();
              }}
            >
              {say('toSignIn')}
            </button>
          </div>
        )}
      </main>
    </>
  );
}
