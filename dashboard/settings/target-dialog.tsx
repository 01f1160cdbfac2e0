import { useState, type ReactElement } from 'react';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, Field, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
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
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const save = async (data: FormData): Promise<void> => {
    const inherit = data.get('inherit') !== null;
    const named = isNew ? textOf(data, 'field').trim().normalize('NFC') : field;
    const percent = Number(textOf(data, 'target'));
    const answer = await client.ask('setTarget', { body: { unit, field: named, target: inherit ? null : percent / 100, from: textOf(data, 'from') } });
    if (!answer.ok) return setFailure(answer.failure);
    toast(say('targetSaved'));
    return onDone();
  };
  return (
    <Dialog title={say('targetDialog')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <p>
          {unitName}
          {isNew ? null : <b>: {field ?? say('targetOverall')}</b>}
        </p>
        <Problem failure={failure} />
        {isNew ? <Field label={say('field')} name="field" type="text" maxLength={120} hint={say('targetFieldHint')} /> : null}
        <div className="form-row">
          <Field label={say('targetPercent')} name="target" type="number" min={0} max={100} step={0.1} defaultValue={present === null ? 85 : Math.round(present * 1000) / 10} />
          <Field label={say('targetFrom')} name="from" type="date" defaultValue={today} />
        </div>
        {isNew || unit === null ? null : <CheckField label={say('targetInheritCheck')} name="inherit" hint={say('targetInheritHint')} />}
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
