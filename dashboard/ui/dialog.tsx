import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';

type DialogProps = { readonly title: ReactNode; readonly onClose: () => void; readonly wide?: boolean; readonly children: ReactNode };

/** Opens at once as a modal: Escape and the cross close it, and the focus returns to where it was. Draw it only while it is open. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    place.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={place} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={id} onClose={onClose}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="plain" onClick={() => place.current?.close()}>
          <Icon name="cross" className="icon" />
          {say('close')}
        </button>
      </div>
      {children}
    </dialog>
  );
}
