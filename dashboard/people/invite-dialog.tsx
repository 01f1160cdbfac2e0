import type { ReactElement } from 'react';
import type { LinkAnswer } from '#contract/people.ts';
import type { StaffUser } from '#contract/staff.ts';
import type { CentreClient } from '../api/centre-client.ts';
import { useAsked } from '../api/use-asked.ts';
import type { Unit } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, Field, SelectField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { RoleField } from './role-field.tsx';
import { unitOf, unitOptions } from './unit-options.ts';
import { useForm } from './use-form.ts';

type InviteDialogProps = { readonly client: CentreClient; readonly user: StaffUser; readonly units: readonly Unit[]; readonly onInvited: (answer: LinkAnswer) => void; readonly onClose: () => void };

/** Asks who is invited, for what and where; the link is mailed or shown once. */
export function InviteDialog({ client, user, units, onInvited, onClose }: InviteDialogProps): ReactElement {
  const words = useWords();
  const { say } = words;
  // Tells whether this centre can send e-mail at all.
  const mail = useAsked(client, 'subscriptions');
  const canMail = mail.state.kind === 'ready' && mail.state.value.mail;
  const form = useForm(
    (data) =>
      client.ask('inviteUser', {
        body: { email: textOf(data, 'email').trim(), name: textOf(data, 'name').trim(), role: textOf(data, 'role'), unit: unitOf(data), mail: textOf(data, 'mail') === 'on' },
      }),
    onInvited,
  );
  return (
    <Dialog title={say('inviteUser')} onClose={onClose}>
      <form className="form" onSubmit={form.onSubmit}>
        <Problem failure={form.failure} />
        <Field label={say('userName')} name="name" type="text" maxLength={120} />
        <Field label={say('email')} name="email" type="email" maxLength={254} />
        <RoleField role="viewer" />
        <SelectField label={say('unit')} name="unit" options={unitOptions(units, user, words)} />
        {canMail ? <CheckField label={say('mailLink')} name="mail" hint={say('mailLinkHint')} defaultChecked /> : <p className="hint">{say('mailLinkOff')}</p>}
        <button type="submit" className="primary" aria-disabled={form.busy}>
          {say('inviteNow')}
        </button>
      </form>
    </Dialog>
  );
}
