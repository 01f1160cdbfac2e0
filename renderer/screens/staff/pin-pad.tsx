import { useEffect, type ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import './pin-pad.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Phone-style keys of at least 20 mm, with clear and delete (E124). Digits of a real keyboard work too. */
export function PinPad(): ReactElement {
  const { t } = useWords();
  const send = useSend();
  usePhysicalDigits();
  const digit = (value: string): ReactElement => (
    <button key={value} type="button" className="pin-key" onClick={() => send({ kind: 'pin-digit', digit: value })}>
      {value}
    </button>
  );
  return (
    <div className="pin-pad">
      {DIGITS.map(digit)}
      <button type="button" className="pin-key pin-word" onClick={() => send({ kind: 'pin-clear' })}>
        {t('staff.clearDigits')}
      </button>
      {digit('0')}
      <button type="button" className="pin-key" aria-label={t('staff.deleteDigit')} onClick={() => send({ kind: 'pin-delete' })}>
        <Icon name="backspace" className="pin-icon" />
      </button>
    </div>
  );
}

/** How many digits are typed, never which. */
export function PinDots({ typed }: { readonly typed: string }): ReactElement {
  const { t } = useWords();
  return (
    <div className="pin-dots">
      <span className="visually-hidden" role="status">
        {t('staff.typed', { count: typed.length })}
      </span>
      {Array.from({ length: Math.max(6, typed.length) }, (_, index) => (
        <span key={index} className={index < typed.length ? 'pin-dot is-typed' : 'pin-dot'} aria-hidden />
      ))}
    </div>
  );
}

function usePhysicalDigits(): void {
  const send = useSend();
  useEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      const onButton = event.target instanceof HTMLButtonElement;
      if (/^[0-9]$/.test(event.key)) send({ kind: 'pin-digit', digit: event.key });
      else if (event.key === 'Backspace') send({ kind: 'pin-delete' });
      else if (event.key === 'Enter' && !onButton) send({ kind: 'pin-enter' });
    };
    window.addEventListener('keydown', typed);
    return () => window.removeEventListener('keydown', typed);
  }, [send]);
}
