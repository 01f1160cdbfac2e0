import { useId, type ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';
import { useToast } from '../ui/toast.tsx';

/** Something that is shown this once: readable, selectable, and copied with one press. */
export function SecretShown({ lead, secret }: { readonly lead: string; readonly secret: string }): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const id = useId();
  const copy = (): void => {
    // Without a safe origin there is no clipboard: the field is selectable.
    navigator.clipboard?.writeText(secret).then(() => toast(say('copiedText')), () => undefined);
  };
  return (
    <div className="form">
      <p id={id}>{lead}</p>
      <div className="secret">
        <input aria-label={say('shownOnce')} aria-describedby={id} readOnly value={secret} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" className="secondary" onClick={copy}>
          <Icon name="document" className="icon" />
          {say('copyText')}
        </button>
      </div>
    </div>
  );
}
