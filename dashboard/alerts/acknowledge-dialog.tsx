import { useState, type ReactElement } from 'react';
import type { Alert } from '#contract/day.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextAreaField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { KIND_WORDS } from './alert-words.ts';

type AcknowledgeDialogProps = { readonly client: CentreClient; readonly alert: Alert; readonly onClose: () => void; readonly onDone: () => void };

/** Takes an alert up with a note for colleagues; the alert itself ends only when what it rests on ends. */
export function AcknowledgeDialog({ client, alert, onClose, onDone }: AcknowledgeDialogProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const save = async (data: FormData): Promise<void> => {
    const answer = await client.ask('acknowledgeAlert', { params: { id: alert.id }, body: { note: textOf(data, 'note').trim() } });
    if (!answer.ok) return setFailure(answer.failure);
    toast(say('alertTakenToast'));
    return onDone();
  };
  return (
    <Dialog title={say('alertTake')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <p>
          <b>{say(KIND_WORDS[alert.kind])}</b>, {alert.servicePointName}
        </p>
        <Problem failure={failure} />
        <TextAreaField label={say('alertNote')} name="note" hint={say('alertNoteHint')} optional maxLength={1000} defaultValue={alert.acknowledged?.note ?? ''} />
        <div className="buttons">
          <button type="submit" className="primary">
            {say('save')}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
