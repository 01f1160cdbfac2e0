import { useState, type ReactElement } from 'react';
import type { Edition, Ring } from '#contract/library.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { CheckField, TextAreaField, textOf } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { RingPicker } from './ring-picker.tsx';

type PublishDialogProps = AreaProps & { readonly edition: Pick<Edition, 'id' | 'version' | 'title'>; readonly onClose: () => void; readonly onDone: () => void };

/** Publishes an approved edition to one kiosk, to a unit, or to all. */
export function PublishDialog({ client, user, units, edition, onClose, onDone }: PublishDialogProps): ReactElement {
  const { say } = useWords();
  const coverage = useAsked(client, 'coverage');
  const kiosks = coverage.state.kind === 'ready' ? coverage.state.value.kiosks : [];
  const [ring, setRing] = useState<Ring>(user.unit === null ? { kind: 'all' } : { kind: 'unit', id: user.unit });
  return (
    <FormDialog
      title={`${say('libPublish')}: ${edition.version}`}
      action={say('libPublish')}
      onClose={onClose}
      onSend={(data) => {
        const note = textOf(data, 'note').trim();
        return client.ask('publish', { body: { edition: edition.id, ring, endNarrower: data.get('narrower') !== null, ...(note === '' ? {} : { note }) } });
      }}
      onDone={onDone}
    >
      <p>
        {say('libPublishLead')} {say('libRingStep')}
      </p>
      <RingPicker label={say('libRing')} ring={ring} onPick={setRing} units={units} kiosks={kiosks} mayAll={user.unit === null} />
      {ring.kind === 'kiosk' ? null : <CheckField label={say('libEndNarrower')} name="narrower" />}
      <TextAreaField label={say('libNote')} name="note" maxLength={1_000} optional rows={2} />
    </FormDialog>
  );
}
