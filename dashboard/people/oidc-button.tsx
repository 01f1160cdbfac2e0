import { useEffect, useState, type ReactElement } from 'react';
import type { CentreClient } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';

/** The way to the OpenID Connect provider, where the centre has one. */
export function OidcButton({ client }: { readonly client: CentreClient }): ReactElement | null {
  const { say } = useWords();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    client.ask('signInOptions', { signal: stop.signal }).then(
      (answer) => setName(answer.ok ? (answer.value.oidc?.name ?? null) : null),
      () => undefined, // Aborted: the page is gone.
    );
    return () => stop.abort();
  }, [client]);
  if (name === null) return null;
  return (
    <div className="oidc">
      <p className="hint">{say('oidcOr')}</p>
      <a className="secondary" href="/oidc/start">
        {say('oidcButton', { name })}
      </a>
    </div>
  );
}
