import { useState, type ReactElement } from 'react';
import type { EditionDetail, EditionStep } from '#contract/library.ts';
import type { AreaProps } from '../areas.ts';
import { useWords, type WordKey } from '../i18n/words.ts';
import { CheckField, TextAreaField, textOf } from '../ui/field.tsx';
import { useToast } from '../ui/toast.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { isAuthor } from './library-view.ts';
import { PublishDialog } from './publish-dialog.tsx';

type Action = EditionStep['action'] | 'publish';
const VERBS: Readonly<Record<Action, WordKey>> = { submit: 'libSubmit', approve: 'libApprove', return: 'libReturn', drop: 'libDrop', comment: 'libComment', publish: 'libPublish' };
/** What brings the edition nearer to a kiosk. */
const FORWARD: readonly Action[] = ['submit', 'approve', 'publish'];
const LEADS: Partial<Readonly<Record<Action, WordKey>>> = { approve: 'libApproveLead', return: 'libReturnLead', drop: 'libDropLead' };

type StepsProps = AreaProps & { readonly detail: EditionDetail; readonly onChanged: () => void };

/** What this person may do with the edition now; the centre decides it once more. */
export function EditionSteps(props: StepsProps): ReactElement | null {
  const { say } = useWords();
  const [open, setOpen] = useState<Action | null>(null);
  const { detail, user, onChanged } = props;
  const toast = useToast();
  if (user.role === 'viewer') return null;
  const actions = actionsFor(detail, isAuthor(detail.edition, user));
  const done = (): void => {
    setOpen(null);
    toast(say('libStepDone'));
    onChanged();
  };
  return (
    <>
      {actions.map((action) => (
        <button key={action} type="button" className={FORWARD.includes(action) ? 'primary' : 'secondary'} onClick={() => setOpen(action)}>
          {say(VERBS[action])}
        </button>
      ))}
      {open === 'publish' ? <PublishDialog {...props} edition={detail.edition} onClose={() => setOpen(null)} onDone={done} /> : null}
      {open === null || open === 'publish' ? null : <StepDialog {...props} action={open} onClose={() => setOpen(null)} onDone={done} />}
    </>
  );
}

function actionsFor({ edition, problems }: EditionDetail, own: boolean): readonly Action[] {
  switch (edition.state) {
    case 'draft':
      return [...(problems.length === 0 ? (['submit'] as const) : []), 'comment', ...(edition.everPublished ? [] : (['drop'] as const))];
    case 'review':
      return [...(own ? [] : (['approve'] as const)), 'return', 'comment'];
    case 'ready':
      return [...(own ? [] : (['publish'] as const)), ...(edition.everPublished ? [] : (['return'] as const)), 'comment'];
    case 'dropped':
      return [];
  }
}

type StepDialogProps = StepsProps & { readonly action: EditionStep['action']; readonly onClose: () => void; readonly onDone: () => void };

function StepDialog({ client, detail, action, onClose, onDone }: StepDialogProps): ReactElement {
  const { say } = useWords();
  const lead = LEADS[action];
  const waivers = action === 'approve' ? detail.waivers : [];
  const send = (data: FormData): ReturnType<typeof client.ask<'editionStep'>> => {
    const note = textOf(data, 'note').trim();
    const confirmed = waivers.filter(({ clip }) => data.get(`waiver-${clip}`) !== null).map(({ clip }) => clip);
    return client.ask('editionStep', { params: { id: detail.edition.id }, body: { action, ...(note === '' ? {} : { note }), ...(confirmed.length === 0 ? {} : { waivers: confirmed }) } });
  };
  return (
    <FormDialog title={say(VERBS[action])} action={say(VERBS[action])} onClose={onClose} onSend={send} onDone={onDone}>
      {lead === undefined ? null : <p>{say(lead)}</p>}
      {waivers.length === 0 ? null : (
        <fieldset className="lib-waivers">
          <legend>{say('libWaiversLead')}</legend>
          {waivers.map(({ clip, reason }) => (
            <CheckField key={clip} label={clip} name={`waiver-${clip}`} hint={reason} />
          ))}
        </fieldset>
      )}
      <TextAreaField label={say('libNote')} name="note" maxLength={1_000} optional={action !== 'return' && action !== 'comment'} />
    </FormDialog>
  );
}
