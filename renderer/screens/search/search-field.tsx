import { useRef } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { useWritingMethod } from '../../ui/keyboard/use-writing-method.ts';

/** The screen's own keys type into it, a real keyboard too; the system's on-screen keyboard stays away (E125, E079). */
export function SearchField({ query, label }: { readonly query: string; readonly label: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const field = useRef<HTMLInputElement>(null);
  useWritingMethod(field);
  return (
    <div className="search-field">
      <Icon name="search" className="search-icon" />
      <input
        ref={field}
        type="text"
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => send({ kind: 'search-text', text: event.target.value })}
      />
      {query === '' ? null : (
        <button type="button" className="search-clear" onClick={() => send({ kind: 'search-key', key: 'Clear' })}>
          {t('search.clear')}
        </button>
      )}
    </div>
  );
}
