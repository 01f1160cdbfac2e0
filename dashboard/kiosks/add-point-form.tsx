import { useState, type ReactElement } from 'react';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Field, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';

/** A new service point: name, short id, kind. The rest has defaults. */
export function AddPointForm({ client, onAdded }: { readonly client: CentreClient; readonly onAdded: (id: string) => void }): ReactElement {
  const { say } = useWords();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const add = async (data: FormData): Promise<void> => {
    const body = { id: textOf(data, 'id').trim(), name: textOf(data, 'name').trim(), kind: textOf(data, 'kind') };
    const answer = await client.ask('addServicePoint', { body });
    if (answer.ok) onAdded(answer.value.id);
    else setFailure(answer.failure);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void add(new FormData(event.currentTarget));
      }}
    >
      <Problem failure={failure} />
      <Field label={say('pointName')} name="name" type="text" autoComplete="off" maxLength={200} hint={say('pointNameHint')} />
      <Field label={say('pointId')} name="id" type="text" autoComplete="off" maxLength={64} pattern="[a-z0-9\-]{1,64}" hint={say('pointIdHint')} />
      <div className="field">
        <label htmlFor="point-kind">{say('pointKind')}</label>
        <select id="point-kind" name="kind" defaultValue="one-stop">
          <option value="one-stop">{say('kindOneStop')}</option>
          <option value="post-office">{say('kindPostOffice')}</option>
        </select>
      </div>
      <button type="submit" className="primary">
        {say('pointSave')}
      </button>
    </form>
  );
}
