import { useState, type ReactElement } from 'react';
import { Icon } from '../art/icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import { KEY_ROWS, type Key, type KeySet } from './keyboard-layout.ts';
import './keyboard.css';

type KeyboardProps = {
  /** A character, or `Backspace`. */
  readonly onKey: (key: string) => void;
};

/** Keys to touch, real buttons with names (E123). Marks are not needed to find a guide, so there are none. */
export function Keyboard({ onKey }: KeyboardProps): ReactElement {
  const { t } = useWords();
  const [set, setSet] = useState<KeySet>('letters');
  const other = set === 'letters' ? 'digits' : 'letters';
  return (
    <div className="keyboard" role="group" aria-label={t('search.keyboard')} data-keys={set}>
      {KEY_ROWS[set].map((row, index) => (
        <div className="keyboard-row" key={index}>
          {row.map((key) => (
            <KeyButton key={nameOf(key)} of={key} other={other} onKey={onKey} onOtherSet={() => setSet(other)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function nameOf(key: Key): string {
  return key.kind === 'character' ? key.value : key.kind;
}

type KeyButtonProps = KeyboardProps & { readonly of: Key; readonly other: KeySet; readonly onOtherSet: () => void };

function KeyButton({ of: key, other, onKey, onOtherSet }: KeyButtonProps): ReactElement {
  const { t } = useWords();
  switch (key.kind) {
    case 'character':
      return (
        <button type="button" className="key" onClick={() => onKey(key.value)}>
          {key.value}
        </button>
      );
    case 'space':
      return (
        <button type="button" className="key key-space" onClick={() => onKey(' ')}>
          {t('search.space')}
        </button>
      );
    case 'delete':
      return (
        <button type="button" className="key key-delete" aria-label={t('search.deleteName')} onClick={() => onKey('Backspace')}>
          <Icon name="backspace" className="key-icon" />
        </button>
      );
    case 'other-set':
      return (
        <button type="button" className="key key-set" aria-label={t(`search.${other}Name`)} onClick={onOtherSet}>
          {t(`search.${other}`)}
        </button>
      );
  }
}
