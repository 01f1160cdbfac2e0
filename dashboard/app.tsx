import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { StaffUser } from '#contract/staff.ts';
import type { CentreClient, CentreFailure } from './api/centre-client.ts';
import { useWords, wordsOf, WordsContext, type Tongue } from './i18n/words.ts';
import { Loading } from './ui/loading.tsx';
import { StaffArea } from './pages/staff-area.tsx';
import { FirstPage } from './pages/first-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { Masthead } from './ui/masthead.tsx';
import { Trouble } from './ui/trouble.tsx';

type Place =
  | { readonly kind: 'asking' }
  | { readonly kind: 'first'; readonly token: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'failed'; readonly failure: CentreFailure }
  | { readonly kind: 'signed-in'; readonly user: StaffUser };

const TONGUE_KEY = 'mot-cham:tongue';

function keptTongue(): Tongue {
  try {
    return localStorage.getItem(TONGUE_KEY) === 'en' ? 'en' : 'vi';
  } catch {
    // Storage is blocked: Vietnamese, as for everybody on the first visit.
    return 'vi';
  }
}

function keepTongue(tongue: Tongue): void {
  try {
    localStorage.setItem(TONGUE_KEY, tongue);
  } catch {
    // Storage is blocked: the choice lasts as long as the page, which is enough.
    return;
  }
}

export function App({ client }: { readonly client: CentreClient }): ReactElement {
  const [tongue, setTongue] = useState<Tongue>(keptTongue);
  useEffect(() => {
    const { say } = wordsOf(tongue);
    document.documentElement.lang = tongue;
    document.title = `${say('product')} · ${say('brand')}`;
  }, [tongue]);
  const switchTongue = (): void => {
    const other = tongue === 'vi' ? 'en' : 'vi';
    keepTongue(other);
    setTongue(other);
  };
  return (
    <WordsContext value={wordsOf(tongue)}>
      <Rooms client={client} switchTongue={switchTongue} />
    </WordsContext>
  );
}

/** The one-time token stands in the fragment, which no server or log sees. */
function firstPlace(): Place {
  const token = location.hash.slice(1);
  return location.pathname === '/first' && token !== '' ? { kind: 'first', token } : { kind: 'asking' };
}

function Rooms({ client, switchTongue }: { readonly client: CentreClient; readonly switchTongue: () => void }): ReactElement {
  const { say } = useWords();
  const [place, setPlace] = useState<Place>(firstPlace);
  useEffect(() => {
    if (place.kind !== 'asking') return undefined;
    const stop = new AbortController();
    client.ask('me', { signal: stop.signal }).then(
      (answer) => {
        if (answer.ok) setPlace({ kind: 'signed-in', user: answer.value });
        else if (answer.failure.kind === 'refused') setPlace({ kind: 'signed-out' });
        else setPlace({ kind: 'failed', failure: answer.failure });
      },
      () => undefined, // Aborted: the page is gone.
    );
    return () => stop.abort();
  }, [client, place]);
  const askAgain = useCallback(() => {
    if (location.pathname !== '/') history.replaceState(null, '', '/');
    setPlace({ kind: 'asking' });
  }, []);
  const signedOut = useCallback(() => setPlace({ kind: 'signed-out' }), []);
  switch (place.kind) {
    case 'asking':
      return <Loading />;
    case 'first':
      return <FirstPage client={client} token={place.token} onIn={askAgain} onSignIn={signedOut} switchTongue={switchTongue} />;
    case 'signed-out':
      return <SignInPage client={client} onIn={askAgain} switchTongue={switchTongue} />;
    case 'failed':
      return (
        <>
          <Masthead switchTongue={switchTongue} />
          <Trouble title={say('offlineTitle')} failure={place.failure} onAgain={askAgain} />
        </>
      );
    case 'signed-in':
      return <StaffArea client={client} user={place.user} onSignedOut={signedOut} onChanged={askAgain} switchTongue={switchTongue} />;
  }
}
