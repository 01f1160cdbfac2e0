import { Component, type ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';

/** An area that fails to load or to draw must not take the navigation with it. */
export class AreaFence extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    // React has already written it to the console; the page says what can be done.
    reportError(error);
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken(): ReactNode {
  const { say } = useWords();
  return (
    <section className="card calm" role="alert">
      <Icon name="warning" className="icon-large" />
      <h1>{say('areaBroken')}</h1>
      <p>{say('areaBrokenLead')}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {say('reload')}
      </button>
    </section>
  );
}
