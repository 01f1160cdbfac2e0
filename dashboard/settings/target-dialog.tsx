import type { ReactElement } from 'react';
import type { CentreAnswer, CentreClient } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { CheckField, Field, textOf } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useToast } from '../ui/toast.tsx';

type TargetDialogProps = {
  readonly client: CentreClient;
  readonly unit: string | null;
  readonly unitName: string;
  readonly field: string | null;
  /** The field is still to be named. */
  readonly isNew: boolean;
  /** The target that holds now, 0 to 1. */
  readonly present: number | null;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Sets a target from a day on. What lies before keeps the target it had. */
export function TargetDialog({ client, unit, unitName, field, isNew, present, today, onClose, onDone }: TargetDialogProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const save = async (data: FormData): Promise<CentreAnswer<unknown>> => {
    const inherit = data.get('inherit') !== null;
    const named = isNew ? textOf(data, 'field').trim().normalize('NFC') : field;
    const percent = Number(textOf(data, 'target'));
    return client.ask('setTarget', { body: { unit, field: named, target: inherit ? null : percent / 100, from: textOf(data, 'from') } });
  };
  const done = (): void => {
    toast(say('targetSaved'));
    onDone();
  };
  return (
    <FormDialog
      title={say('targetDialog')}
      action={say('save')}
      onClose={onClose}
      onSend={save}
      onDone={done}
      lead={
        <p>
          {unitName}
          {isNew ? null : <b>: {field ?? say('targetOverall')}</b>}
        </p>
      }
    >
      {isNew ? <Field label={say('field')} name="field" type="text" maxLength={120} hint={say('targetFieldHint')} /> : null}
      <div className="form-row">
        <Field label={say('targetPercent')} name="target" type="number" min={0} max={100} step={0.1} defaultValue={present === null ? 85 : Math.round(present * 1000) / 10} />
        <Field label={say('targetFrom')} name="from" type="date" defaultValue={today} />
      </div>
      {isNew || unit === null ? null : <CheckField label={say('targetInheritCheck')} name="inherit" hint={say('targetInheritHint')} />}
    </FormDialog>
  );
}
