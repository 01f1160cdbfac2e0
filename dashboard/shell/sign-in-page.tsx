import { useState, type ReactElement } from 'react';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { OidcButton } from '../people/oidc-button.tsx';
import { oidcFailure } from '../people/oidc-failure.ts';
import { Field, textOf } from '../ui/field.tsx';
import { Masthead } from './masthead.tsx';
import { Problem } from '../ui/problem.tsx';

type SignInPageProps = { readonly client: CentreClient; readonly onIn: () => void; readonly switchTongue: () => void };

export function SignInPage({ client, onIn, switchTongue }: SignInPageProps): ReactElement {
  const { say } = useWords();
  const [failure, setFailure] = useState<CentreFailure | null>(() => oidcFailure(location.hash));
  const [busy, setBusy] = useState(false);
  const signIn = async (data: FormData): Promise<void> => {
    setBusy(true);
    const answer = await client.ask('signIn', { body: { email: textOf(data, 'email').trim(), password: textOf(data, 'password') } });
    setBusy(false);
    if (answer.ok) onIn();
    else setFailure(answer.failure);
  };
  return (
    <>
      <Masthead switchTongue={switchTongue} />
      <main className="page narrow" id="main">
        <h1>{say('signIn')}</h1>
        <p className="lead">{say('signInLead')}</p>
        <form
          className="card form"
          onSubmit={(event) => {
            event.preventDefault();
            void signIn(new FormData(event.currentTarget));
          }}
        >
          <Problem failure={failure} />
          <Field label={say('email')} name="email" type="email" autoComplete="username" maxLength={254} />
          <Field label={say('password')} name="password" type="password" autoComplete="current-password" maxLength={256} />
          <button type="submit" className="primary" aria-disabled={busy}>
            {say(busy ? 'signingIn' : 'signIn')}
          </button>
          <OidcButton client={client} />
        </form>
      </main>
    </>
  );
}
