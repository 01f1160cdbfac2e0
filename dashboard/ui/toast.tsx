import { createContext, useCallback, useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';

/** Long enough to read a sentence twice; errors do not come here but stand where they happened. */
const SHOWN_MS = 8000;

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Says that something was done: seen for some seconds, and read out. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

/** Holds the live region; once around everything. */
export function Toasts({ children }: { readonly children: ReactNode }): ReactElement {
  const { say } = useWords();
  const [toast, setToast] = useState<{ readonly text: string; readonly id: number } | null>(null);
  const show = useCallback((text: string) => setToast((before) => ({ text, id: (before?.id ?? 0) + 1 })), []);
  useEffect(() => {
    if (toast === null) return undefined;
    const timer = setTimeout(() => setToast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toast === null ? null : (
          <p className="toast" key={toast.id}>
            <Icon name="check" className="icon" />
            <span>{toast.text}</span>
            <button type="button" className="plain" onClick={() => setToast(null)}>
              <Icon name="cross" className="icon" />
              <span className="visually-hidden">{say('dismiss')}</span>
            </button>
          </p>
        )}
      </div>
    </ToastContext>
  );
}
