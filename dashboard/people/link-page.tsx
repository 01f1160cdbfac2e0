import { useEffect, useState, type ReactElement } from 'react';
import type { OpenLinkAnswer } from '#contract/people.ts';
import { SHORTEST_PASSWORD } from '#contract/staff.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Masthead } from '../shell/masthead.tsx';
import { Field, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useForm } from './use-form.ts';

type LinkPageProps = { readonly client: CentreClient; readonly token: string; readonly onIn: () => void; readonly onSignIn: () => void; readonly switchTongue: () => void };
type State = { readonly kind: 'opening' } | { readonly kind: 'failed'; readonly failure: CentreFailure } | { readonly kind: 'open'; readonly link: OpenLinkAnswer };

/** An invitation or a reset: says whose it is, and asks for the password. */
export function LinkPage({ client, token, onIn, onSignIn, switchTongue }: LinkPageProps): ReactElement {
  const { say } = useWords();
  const [state, setState] = useState<State>({ kind: 'opening' });
  useEffect(() => {
    const stop = new AbortController();
    client.ask('openLink', { body: { token }, signal: stop.signal }).then(
      (answer) => setState(answer.ok ? { kind: 'open', link: answer.value } : { kind: 'failed', failure: answer.failure }),
      () => undefined, // Aborted: the page is gone.
    );
    return () => stop.abort();
  }, [client, token]);
  return (
    <>
      <Masthead switchTongue={switchTongue} />
      <main className="page narrow" id="main">
        <h1>{say(state.kind === 'open' && state.link.kind === 'reset' ? 'linkReset' : 'linkInvitation')}</h1>
        {state.kind === 'opening' ? (
          <p className="lead" role="status">
            {say('linkOpening')}
          </p>
        ) : null}
        {state.kind === 'open' ? <PasswordForm client={client} token={token} link={state.link} onIn={onIn} /> : null}
        {state.kind === 'failed' ? (
          <div className="card form">
            <Problem failure={state.failure} />
            <button type="button" className="primary" onClick={onSignIn}>
              {say('toSignIn')}
            </button>
          </div>
        ) : null}
      </main>
    </>
  );
}

function PasswordForm({ client, token, link, onIn }: { readonly client: CentreClient; readonly token: string; readonly link: OpenLinkAnswer; readonly onIn: () => void }): ReactElement {
  const { say, number } = useWords();
  const form = useForm((data) => client.ask('useLink', { body: { token, password: textOf(data, 'password') } }), onIn);
  return (
    <>
      <p className="lead">{say(link.kind === 'reset' ? 'linkResetLead' : 'linkInvitationLead', { email: link.email })}</p>
      <form className="card form" onSubmit={form.onSubmit}>
        <Problem failure={form.failure} />
        <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
        <Field label={say('newPassword')} name="password" type="password" autoComplete="new-password" minLength={SHORTEST_PASSWORD} maxLength={256} hint={say('linkPasswordHint', { count: number(SHORTEST_PASSWORD) })} />
        <button type="submit" className="primary" aria-disabled={form.busy}>
          {say('setPassword')}
        </button>
      </form>
    </>
  );
}
