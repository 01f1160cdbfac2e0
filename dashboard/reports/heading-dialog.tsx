import type { ReactElement } from 'react';
import type { ReportHeading } from '#contract/day.ts';
import type { CentreAnswer, CentreClient } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Field, TextAreaField, textOf } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useToast } from '../ui/toast.tsx';

type HeadingDialogProps = { readonly client: CentreClient; readonly unit: string | null; readonly heading: ReportHeading; readonly onClose: () => void; readonly onDone: () => void };

/** What stands above and below a report (NĐ 30/2020/NĐ-CP); kept for the unit. */
export function HeadingDialog({ client, unit, heading, onClose, onDone }: HeadingDialogProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const save = async (data: FormData): Promise<CentreAnswer<unknown>> => {
    const line = (name: string): string => textOf(data, name).trim().normalize('NFC');
    const recipients = line('recipients').split('\n').map((each) => each.trim()).filter((each) => each !== '');
    const body: ReportHeading = { parentAgency: line('parentAgency'), agency: line('agency'), numberSign: line('numberSign'), place: line('place'), signerTitle: line('signerTitle'), signer: line('signer'), recipients };
    return client.ask('setReportHeading', { body: { unit, heading: body } });
  };
  const done = (): void => {
    toast(say('headingSaved'));
    onDone();
  };
  return (
    <FormDialog title={say('headingChange')} action={say('save')} wide onClose={onClose} onSend={save} onDone={done}>
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
    </FormDialog>
  );
}
