import { useEffect, type ReactElement } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { NumberPad } from '../../ui/keyboard/number-pad.tsx';
import { useRealKeys } from '../../ui/keyboard/use-real-keys.ts';
import './pin-pad.css';

/** The number pad of this kiosk's PIN. Digits of a real keyboard work too. */
export function PinPad(): ReactElement {
  const send = useSend();
  const type = (key: string): void => {
    if (key === 'Backspace') send({ kind: 'pin-delete' });
    else if (key === 'Clear') send({ kind: 'pin-clear' });
    else if (/^[0-9]$/.test(key)) send({ kind: 'pin-digit', digit: key });
  };
  useRealKeys(type);
  useEnter();
  return <NumberPad onKey={type} />;
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

function useEnter(): void {
  const send = useSend();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) send({ kind: 'pin-enter' });
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [send]);
}
