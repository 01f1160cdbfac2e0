import { useState, type ReactElement, type ReactNode } from 'react';
import type { CentreAnswer, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

type ConfirmProps = {
  readonly title: ReactNode;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The verb on the button: "Thu hồi", never "OK". */
  readonly action: string;
  /** Runs on the button; a failure is shown in the dialog, which then stays open. */
  readonly onConfirm: () => Promise<CentreAnswer<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot simply be taken back. */
export function Confirm({ title, children, action, onConfirm, onDone, onClose }: ConfirmProps): ReactElement {
  const { say } = useWords();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await onConfirm();
    setBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="form">
        <Problem failure={failure} />
        <div>{children}</div>
        <div className="buttons">
          <button type="button" className="primary" aria-disabled={busy} onClick={() => void run()}>
            {action}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
