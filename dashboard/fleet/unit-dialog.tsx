import { useState, type ReactElement } from 'react';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import type { Unit } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';

type UnitDialogProps = { readonly client: CentreClient; readonly units: readonly Unit[]; /** Null: a new one. */ readonly unit: Unit | null; readonly onClose: () => void; readonly onSaved: () => void };

/** Adds a unit, or gives one another name or another place in the tree. */
export function UnitDialog({ client, units, unit, onClose, onSaved }: UnitDialogProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const known = new Set(units.map(({ id }) => id));
  const isTop = unit !== null && unit.parent !== null && !known.has(unit.parent);
  const options = [{ value: '', name: say('unitParentNone') }, ...units.filter(({ id }) => id !== unit?.id).map(({ id, name }) => ({ value: id, name }))];
  const save = async (data: FormData): Promise<void> => {
    const [name, parent] = [textOf(data, 'name').trim(), textOf(data, 'parent') === '' ? null : textOf(data, 'parent')];
    const answer =
      unit === null
        ? await client.ask('addUnit', { body: { id: textOf(data, 'id').trim(), name, parent } })
        : await client.ask('changeUnit', { params: { id: unit.id }, body: { name, ...(isTop || parent === unit.parent ? {} : { parent }) } });
    if (!answer.ok) return setFailure(answer.failure);
    toast(say(unit === null ? 'unitAdded' : 'unitChanged'));
    onSaved();
  };
  return (
    <Dialog title={unit === null ? say('unitAdd') : say('unitChange', { name: unit.name })} onClose={onClose}>
      <form className="form" action={(data) => void save(data)}>
        <Problem failure={failure} />
        <Field label={say('unitName')} name="name" type="text" maxLength={200} pattern=".*\S.*" {...(unit === null ? {} : { defaultValue: unit.name })} />
        {unit === null ? <Field label={say('pointId')} name="id" type="text" maxLength={64} pattern="[a-z0-9\-]{1,64}" hint={say('pointIdHint')} /> : null}
        {isTop ? null : <SelectField label={say('unitParent')} name="parent" optional options={options} defaultValue={unit?.parent ?? ''} />}
        <button type="submit" className="primary">
          {say('save')}
        </button>
      </form>
    </Dialog>
  );
}
