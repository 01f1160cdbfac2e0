import { useState, type ReactElement } from 'react';
import type { ReportHeading } from '#contract/day.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextAreaField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';

type HeadingDialogProps = { readonly client: CentreClient; readonly unit: string | null; readonly heading: ReportHeading; readonly onClose: () => void; readonly onDone: () => void };

/** What stands above and below a report (NĐ 30/2020/NĐ-CP); kept for the unit. */
export function HeadingDialog({ client, unit, heading, onClose, onDone }: HeadingDialogProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const save = async (data: FormData): Promise<void> => {
    const line = (name: string): string => textOf(data, name).trim().normalize('NFC');
    const recipients = line('recipients').split('\n').map((each) => each.trim()).filter((each) => each !== '');
    const body: ReportHeading = { parentAgency: line('parentAgency'), agency: line('agency'), numberSign: line('numberSign'), place: line('place'), signerTitle: line('signerTitle'), signer: line('signer'), recipients };
    const answer = await client.ask('setReportHeading', { body: { unit, heading: body } });
    if (!answer.ok) return setFailure(answer.failure);
    toast(say('headingSaved'));
    return onDone();
  };
  return (
    <Dialog title={say('headingChange')} onClose={onClose} wide>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <Problem failure={failure} />
        <div className="form-row">
          <Field label={say('headingParent')} name="parentAgency" type="text" maxLength={200} optional defaultValue={heading.parentAgency} />
          <Field label={say('headingAgency')} name="agency" type="text" maxLength={200} defaultValue={heading.agency} />
        </div>
        <div className="form-row">
          <Field label={say('headingNumber')} name="numberSign" type="text" maxLength={200} optional defaultValue={heading.numberSign} />
          <Field label={say('headingPlace')} name="place" type="text" maxLength={200} optional defaultValue={heading.place} />
        </div>
        <div className="form-row">
          <Field label={say('headingSignerTitle')} name="signerTitle" type="text" maxLength={200} optional defaultValue={heading.signerTitle} />
          <Field label={say('headingSigner')} name="signer" type="text" maxLength={200} optional defaultValue={heading.signer} />
        </div>
        <TextAreaField label={say('headingRecipients')} name="recipients" hint={say('headingRecipientsHint')} optional defaultValue={heading.recipients.join('\n')} />
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
