import { useState, type ReactElement } from 'react';
import type { ServicePointList } from '#contract/summaries.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import type { Unit } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { AddPointForm } from '../kiosks/add-point-form.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { HoursField, readHoursField } from './hours-field.tsx';

type Point = ServicePointList['servicePoints'][number];
type Shared = { readonly client: CentreClient; readonly units: readonly Unit[]; readonly onClose: () => void; readonly onSaved: () => void };

export function AddPointDialog({ client, onClose, onSaved }: Shared): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const added = (): void => {
    toast(say('pointAdded'));
    onSaved();
  };
  return (
    <Dialog title={say('addPoint')} onClose={onClose}>
      <AddPointForm client={client} onAdded={added} />
    </Dialog>
  );
}

/** Everything of a service point but its id, which taps carry for ever. */
export function PointDialog({ client, units, point, onClose, onSaved }: Shared & { readonly point: Point }): ReactElement {
  const words = useWords();
  const { say } = words;
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [wrongDay, setWrongDay] = useState<string | null>(null);
  const save = async (data: FormData): Promise<void> => {
    const hours = readHoursField(data, words);
    setWrongDay(hours.ok ? null : hours.day);
    if (!hours.ok) return;
    const unit = textOf(data, 'unit');
    const body = { name: textOf(data, 'name').trim(), kind: textOf(data, 'kind'), timezone: textOf(data, 'timezone').trim(), hours: hours.hours, ...(unit === (point.unit ?? '') ? {} : { unit: unit === '' ? null : unit }) };
    const answer = await client.ask('changeServicePoint', { params: { id: point.id }, body });
    if (!answer.ok) return setFailure(answer.failure);
    toast(say('pointChanged'));
    onSaved();
  };
  return (
    <Dialog title={say('pointChange', { name: point.name })} onClose={onClose} wide>
      <form
        className="form"
        onSubmit={(event) => {
          // Not React's `action`: it would empty the fields when a day is written wrongly.
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <Problem failure={failure} />
        <div className="form-row">
          <Field label={say('pointName')} name="name" type="text" maxLength={200} pattern=".*\S.*" defaultValue={point.name} />
          <SelectField label={say('pointKind')} name="kind" defaultValue={point.kind} options={[{ value: 'one-stop', name: say('kindOneStop') }, { value: 'post-office', name: say('kindPostOffice') }]} />
        </div>
        <div className="form-row">
          <SelectField label={say('unit')} name="unit" optional defaultValue={point.unit ?? ''} options={[{ value: '', name: say('none') }, ...units.map(({ id, name }) => ({ value: id, name }))]} />
          <Field label={say('pointTimezone')} name="timezone" type="text" maxLength={60} defaultValue={point.timezone} />
        </div>
        <HoursField hours={point.hours} wrongDay={wrongDay} />
        <button type="submit" className="primary">
          {say('save')}
        </button>
      </form>
    </Dialog>
  );
}

/** Closes a service point, or opens it again. */
export function ClosePointDialog({ client, point, onClose, onSaved }: Shared & { readonly point: Point }): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const isClosed = point.closedAt !== null;
  const action = say(isClosed ? 'pointOpenAgain' : 'pointClose');
  const done = (): void => {
    toast(say('pointChanged'));
    onSaved();
  };
  return (
    <Confirm
      title={isClosed ? `${action}: ${point.name}` : say('pointCloseTitle', { name: point.name })}
      action={action}
      onConfirm={() => client.ask('changeServicePoint', { params: { id: point.id }, body: { closed: !isClosed } })}
      onDone={done}
      onClose={onClose}
    >
      {isClosed ? null : <p>{say('pointCloseLead')}</p>}
    </Confirm>
  );
}
