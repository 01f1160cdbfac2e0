import type { ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import './number-pad.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Phone-style keys of at least 20 mm, with clear and delete (E124). `onKey`: a digit, `Backspace` or `Clear`. */
export function NumberPad({ onKey }: { readonly onKey: (key: string) => void }): ReactElement {
  const { t } = useWords();
  const digit = (value: string): ReactElement => (
    <button key={value} type="button" className="pin-key" onClick={() => onKey(value)}>
      {value}
    </button>
  );
  return (
    <div className="pin-pad" role="group" aria-label={t('keyboard.numbers')}>
      {DIGITS.map(digit)}
      <button type="button" className="pin-key pin-word" onClick={() => onKey('Clear')}>
        {t('keyboard.clear')}
      </button>
      {digit('0')}
      <button type="button" className="pin-key" aria-label={t('keyboard.delete')} onClick={() => onKey('Backspace')}>
        <Icon name="backspace" className="pin-icon" />
      </button>
    </div>
  );
}
