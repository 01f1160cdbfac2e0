import { useState, type ReactElement } from 'react';
import { SHORTEST_PASSWORD } from '#contract/staff.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Field, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';

/** Asks the first administrator for an e-mail and a password: the one-time link does not open again. */
export function ClaimBanner({ client, onClaimed }: { readonly client: CentreClient; readonly onClaimed: () => void }): ReactElement {
  const { say, number } = useWords();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [saved, setSaved] = useState(false);
  const claim = async (data: FormData): Promise<void> => {
    const answer = await client.ask('claim', { body: { email: textOf(data, 'email').trim(), password: textOf(data, 'password') } });
    if (!answer.ok) return setFailure(answer.failure);
    setSaved(true);
    return onClaimed();
  };
  if (saved) return <p role="status">{say('claimSaved')}</p>;
  return (
    <section className="claim" aria-labelledby="claim-title">
      <div>
        <h2 id="claim-title">{say('claimTitle')}</h2>
        <p>{say('claimLead')}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void claim(new FormData(event.currentTarget));
        }}
      >
        <Problem failure={failure} />
        <Field label={say('email')} name="email" type="email" autoComplete="username" maxLength={254} />
        <Field label={say('password')} name="password" type="password" autoComplete="new-password" minLength={SHORTEST_PASSWORD} maxLength={256} hint={say('passwordHint', { count: number(SHORTEST_PASSWORD) })} />
        <button type="submit" className="secondary">
          {say('claimSave')}
        </button>
      </form>
    </section>
  );
}
