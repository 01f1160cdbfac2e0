import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { StaffUser } from '#contract/staff.ts';
import type { CentreClient, CentreFailure } from './api/centre-client.ts';
import { wordsOf, WordsContext, type Tongue } from './i18n/words.ts';
import { Loading } from './ui/loading.tsx';
import { AddressContext, useAddress, useBrowserAddress } from './shell/address.ts';
import { LinkPage } from './people/link-page.tsx';
import { FirstPage } from './shell/first-page.tsx';
import { Masthead } from './shell/masthead.tsx';
import { SignInPage } from './shell/sign-in-page.tsx';
import { StaffShell } from './shell/staff-shell.tsx';
import { Trouble } from './ui/trouble.tsx';

type Place =
  | { readonly kind: 'asking' }
  | { readonly kind: 'first'; readonly token: string }
  | { readonly kind: 'link'; readonly token: string }
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
  const words = useMemo(() => wordsOf(tongue), [tongue]);
  useEffect(() => {
    document.documentElement.lang = tongue;
    document.title = `${words.say('product')} · ${words.say('brand')}`;
  }, [tongue, words]);
  const switchTongue = (): void => {
    const other = tongue === 'vi' ? 'en' : 'vi';
    keepTongue(other);
    setTongue(other);
  };
  return (
    <WordsContext value={words}>
      <AddressContext value={useBrowserAddress()}>
        <Rooms client={client} switchTongue={switchTongue} />
      </AddressContext>
    </WordsContext>
  );
}

/** A one-time token stands in the fragment, which no server or log sees. */
function firstPlace(): Place {
  const token = location.hash.slice(1);
  if (token !== '' && location.pathname === '/first') return { kind: 'first', token };
  return token !== '' && location.pathname === '/link' ? { kind: 'link', token } : { kind: 'asking' };
}

function Rooms({ client, switchTongue }: { readonly client: CentreClient; readonly switchTongue: () => void }): ReactElement {
  const { go, path } = useAddress();
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
  const askAgain = useCallback(() => setPlace({ kind: 'asking' }), []);
  // Signing in leaves the address alone, so that a link somebody sent leads on to its page; only the one-time link ends.
  const enter = (): void => {
    if (path === '/first' || path === '/link') go('/', 'replace');
    askAgain();
  };
  const signedOut = useCallback(() => setPlace({ kind: 'signed-out' }), []);
  switch (place.kind) {
    case 'asking':
      return <Loading />;
    case 'first':
      return <FirstPage client={client} token={place.token} onIn={enter} onSignIn={signedOut} switchTongue={switchTongue} />;
    case 'link':
      return <LinkPage client={client} token={place.token} onIn={enter} onSignIn={enter} switchTongue={switchTongue} />;
    case 'signed-out':
      return <SignInPage client={client} onIn={enter} switchTongue={switchTongue} />;
    case 'failed':
      return (
        <>
          <Masthead switchTongue={switchTongue} />
          <Trouble failure={place.failure} onAgain={askAgain} />
        </>
      );
    case 'signed-in':
      return <StaffShell client={client} user={place.user} onSignedOut={signedOut} onChanged={askAgain} switchTongue={switchTongue} />;
  }
}
