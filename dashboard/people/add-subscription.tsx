import { useState, type ReactElement } from 'react';
import type { Static } from 'typebox';
import { NOTICE_KINDS, type AddSubscriptionAnswer } from '#contract/people.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { KIND_WORDS } from './notice-words.ts';
import { unitOf, unitOptions } from './unit-options.ts';
import { useForm } from './use-form.ts';

type AddSubscriptionProps = AreaProps & { readonly ownOnly: boolean; readonly onAdded: (answer: Static<typeof AddSubscriptionAnswer>) => void; readonly onClose: () => void };

/** Asks where to send, of which unit, and which kinds of notices. */
export function AddSubscription({ client, user, units, ownOnly, onAdded, onClose }: AddSubscriptionProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const [channel, setChannel] = useState('mail');
  const form = useForm(
    (data) =>
      client.ask('addSubscription', {
        body: { unit: unitOf(data), channel: ownOnly ? 'mail' : channel, target: ownOnly ? (user.email ?? '') : textOf(data, 'target').trim(), kinds: NOTICE_KINDS.filter((kind) => data.getAll('kinds').includes(kind)) },
      }),
    onAdded,
  );
  return (
    <Dialog title={say('addReceiver')} onClose={onClose}>
      <form className="form" onSubmit={form.onSubmit}>
        <Problem failure={form.failure} />
        {ownOnly ? (
          <p>{user.email}</p>
        ) : (
          <>
            <SelectField label={say('noticeChannel')} name="channel" value={channel} onChange={setChannel} options={[{ value: 'mail', name: say('channelMail') }, { value: 'webhook', name: say('channelWebhook') }]} />
            <Field key={channel} label={say(channel === 'mail' ? 'targetMail' : 'targetWebhook')} name="target" type={channel === 'mail' ? 'email' : 'url'} maxLength={500} />
          </>
        )}
        <SelectField label={say('unit')} name="unit" options={unitOptions(units, user, words)} />
        <fieldset className="kinds">
          <legend>{say('noticeKinds')}</legend>
          {NOTICE_KINDS.map((kind) => (
            <label key={kind}>
              <input type="checkbox" name="kinds" value={kind} defaultChecked={kind !== 'content-old' && kind !== 'taps-waiting'} />
              {say(KIND_WORDS[kind])}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="primary" aria-disabled={form.busy}>
          {say('addReceiver')}
        </button>
      </form>
    </Dialog>
  );
}
