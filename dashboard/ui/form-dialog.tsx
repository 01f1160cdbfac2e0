import { useState, type ReactElement, type ReactNode } from 'react';
import type { CentreAnswer, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

type FormDialogProps<Value> = {
  readonly title: ReactNode;
  readonly action: string;
  /** What the button says while it is sent, where that takes a while. */
  readonly sending?: string;
  readonly wide?: boolean;
  readonly onSend: (data: FormData) => Promise<CentreAnswer<Value>>;
  readonly onDone: (value: Value) => void;
  readonly onClose: () => void;
  /** Stands above the failure: what the form is about. */
  readonly lead?: ReactNode;
  /** Stands under the failure, where the centre says more than its code. */
  readonly explain?: (failure: CentreFailure) => ReactNode;
  readonly children: ReactNode;
};

/** A form in a dialog: sends once at a time, and shows on top what was refused. */
export function FormDialog<Value>({ title, action, sending = action, wide = false, onSend, onDone, onClose, lead, explain, children }: FormDialogProps<Value>): ReactElement {
  const { say } = useWords();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (data: FormData): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await onSend(data);
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setFailure(answer.failure);
  };
  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(new FormData(event.currentTarget));
        }}
      >
        {lead}
        <Problem failure={failure} />
        {failure === null || explain === undefined ? null : explain(failure)}
        {children}
        <div className="buttons">
          <button type="submit" className="primary" aria-disabled={busy}>
            {busy ? sending : action}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
