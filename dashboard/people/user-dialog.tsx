import { useState, type ReactElement } from 'react';
import type { Account, LinkAnswer } from '#contract/people.ts';
import type { StaffUser } from '#contract/staff.ts';
import type { CentreClient } from '../api/centre-client.ts';
import type { Unit } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { RoleField } from './role-field.tsx';
import { unitOf, unitOptions, WHOLE_CENTRE } from './unit-options.ts';
import { useForm } from './use-form.ts';

type UserDialogProps = {
  readonly client: CentreClient;
  readonly user: StaffUser;
  readonly units: readonly Unit[];
  readonly account: Account;
  readonly onChanged: () => void;
  readonly onLinked: (answer: LinkAnswer) => void;
  readonly onClose: () => void;
};

/** Name, role and unit of a user; a new link; an end. */
export function UserDialog({ client, user, units, account, onChanged, onLinked, onClose }: UserDialogProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const toast = useToast();
  const [disabling, setDisabling] = useState(false);
  const name = account.name || (account.email ?? '');
  const params = { id: account.id };
  const done = (text: string): void => {
    toast(text);
    onChanged();
    onClose();
  };
  const save = useForm(
    (data) => client.ask('changeUser', { params, body: { name: textOf(data, 'name').trim(), role: textOf(data, 'role'), unit: unitOf(data) } }),
    () => done(say('userSaved', { name })),
  );
  const link = useForm(() => client.ask('linkUser', { params, body: { mail: false } }), onLinked);
  const enable = useForm(() => client.ask('changeUser', { params, body: { disabled: false } }), () => done(say('userEnabled', { name })));
  if (disabling) {
    return (
      <Confirm title={say('disableQuestion', { name })} action={say('disableUser')} onConfirm={() => client.ask('changeUser', { params, body: { disabled: true } })} onDone={() => done(say('userDisabled', { name }))} onClose={onClose}>
        {say('disableLead')}
      </Confirm>
    );
  }
  const isDisabled = account.state === 'disabled';
  return (
    <Dialog title={say('editNamed', { name })} onClose={onClose}>
      <form className="form" onSubmit={save.onSubmit}>
        <Problem failure={save.failure ?? link.failure ?? enable.failure} />
        <Field label={say('userName')} name="name" type="text" maxLength={120} defaultValue={account.name} />
        <RoleField role={account.role} />
        <SelectField label={say('unit')} name="unit" options={unitOptions(units, user, words)} defaultValue={account.unit ?? WHOLE_CENTRE} />
        <button type="submit" className="primary" aria-disabled={save.busy}>
          {say('save')}
        </button>
      </form>
      <div className="buttons apart">
        {isDisabled ? (
          <form onSubmit={enable.onSubmit}>
            <button type="submit" className="secondary">
              {say('enableUser')}
            </button>
          </form>
        ) : (
          <>
            <form onSubmit={link.onSubmit}>
              <button type="submit" className="secondary" title={say('resetLinkHint')}>
                {say('newLink')}
              </button>
            </form>
            <button type="button" className="secondary" onClick={() => setDisabling(true)}>
              {say('disableUser')}
            </button>
          </>
        )}
      </div>
    </Dialog>
  );
}
