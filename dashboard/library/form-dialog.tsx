import { useState, type ReactElement, type ReactNode } from 'react';
import type { CentreAnswer, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Problem } from '../ui/problem.tsx';

type FormDialogProps<Value> = {
  readonly title: ReactNode;
  readonly action: string;
  readonly wide?: boolean;
  readonly onSend: (data: FormData) => Promise<CentreAnswer<Value>>;
  readonly onDone: (value: Value) => void;
  readonly onClose: () => void;
  /** Stands under the failure, where the centre says more than its code. */
  readonly explain?: (failure: CentreFailure) => ReactNode;
  readonly children: ReactNode;
};

/** A form in a dialog: sends once at a time, and shows on top what was refused. */
export function FormDialog<Value>({ title, action, wide = false, onSend, onDone, onClose, explain, children }: FormDialogProps<Value>): ReactElement {
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
        <Problem failure={failure} />
        {failure === null || explain === undefined ? null : explain(failure)}
        {children}
        <div className="buttons">
          <button type="submit" className="primary" aria-disabled={busy}>
            {busy ? say('libUploading') : action}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
