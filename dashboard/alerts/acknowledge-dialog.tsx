import type { ReactElement } from 'react';
import type { Alert } from '#contract/day.ts';
import type { CentreAnswer, CentreClient } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { TextAreaField, textOf } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import { KIND_WORDS } from './alert-words.ts';

type AcknowledgeDialogProps = { readonly client: CentreClient; readonly alert: Alert; readonly onClose: () => void; readonly onDone: () => void };

/** Takes an alert up with a note for colleagues; the alert itself ends only when what it rests on ends. */
export function AcknowledgeDialog({ client, alert, onClose, onDone }: AcknowledgeDialogProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const save = async (data: FormData): Promise<CentreAnswer<unknown>> => {
    return client.ask('acknowledgeAlert', { params: { id: alert.id }, body: { note: textOf(data, 'note').trim() } });
  };
  const done = (): void => {
    toast(say('alertTakenToast'));
    onDone();
  };
  return (
    <FormDialog
      title={say('alertTake')}
      action={say('save')}
      onClose={onClose}
      onSend={save}
      onDone={done}
      lead={
        <p>
          <b>{say(KIND_WORDS[alert.kind])}</b>, {alert.servicePointName}
        </p>
      }
    >
      <TextAreaField label={say('alertNote')} name="note" hint={say('alertNoteHint')} optional maxLength={1000} defaultValue={alert.acknowledged?.note ?? ''} />
    </FormDialog>
  );
}
