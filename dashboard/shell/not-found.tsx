import type { ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';
import { Link } from './link.tsx';

export function NotFound(): ReactElement {
  const { say } = useWords();
  return (
    <section className="card calm">
      <Icon name="help" className="icon-large" />
      <h1>{say('notFoundTitle')}</h1>
      <p>{say('notFoundLead')}</p>
      <Link to="/" className="secondary">
        {say('toStart')}
      </Link>
    </section>
  );
}
