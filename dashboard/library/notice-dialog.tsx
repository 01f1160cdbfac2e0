import { useState, type ReactElement } from 'react';
import type { Notice, Ring } from '#contract/library.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { CheckField, Field, TextAreaField, textOf } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { RingPicker } from './ring-picker.tsx';

const HOUR = 3_600_000;

type NoticeDialogProps = AreaProps & { readonly now: number; readonly onClose: () => void; readonly onDone: (notice: Notice) => void };

/** Writes an urgent notice. Its times are those of this browser's clock. */
export function NoticeDialog({ client, user, units, now, onClose, onDone }: NoticeDialogProps): ReactElement {
  const { say } = useWords();
  const coverage = useAsked(client, 'coverage');
  const kiosks = coverage.state.kind === 'ready' ? coverage.state.value.kiosks : [];
  const [ring, setRing] = useState<Ring>(user.unit === null ? { kind: 'all' } : { kind: 'unit', id: user.unit });
  const send = (data: FormData): ReturnType<typeof client.ask<'addNotice'>> => {
    const text = (name: string): string => textOf(data, name).trim();
    const emergency = text('emergency');
    const body = { rings: [ring], from: Date.parse(text('from')), until: Date.parse(text('until')), title: { vi: text('title-vi'), en: text('title-en') }, text: { vi: text('text-vi'), en: text('text-en') } };
    return client.ask('addNotice', { body: { ...body, ...(data.get('alone') === null || emergency === '' ? {} : { emergency }) } });
  };
  return (
    <FormDialog title={say('libNewNotice')} action={say('libNewNotice')} wide onClose={onClose} onSend={send} onDone={onDone}>
      <RingPicker label={say('libNoticeFor')} ring={ring} onPick={setRing} units={units} kiosks={kiosks} mayAll={user.unit === null} />
      <div className="form-row">
        <Field label={say('libNoticeFrom')} name="from" type="datetime-local" defaultValue={localTime(now)} />
        <Field label={say('libNoticeUntil')} name="until" type="datetime-local" defaultValue={localTime(now + 4 * HOUR)} />
      </div>
      <div className="form-row">
        <Field label={say('libTitleVi')} name="title-vi" type="text" maxLength={60} />
        <Field label={say('libTitleEn')} name="title-en" type="text" maxLength={60} />
      </div>
      <TextAreaField label={say('libNoticeTextVi')} name="text-vi" maxLength={240} />
      <TextAreaField label={say('libNoticeTextEn')} name="text-en" maxLength={240} />
      {user.role === 'admin' ? (
        <>
          <CheckField label={say('libEmergency')} name="alone" hint={say('libEmergencyHint')} />
          <Field label={say('libEmergencyReason')} name="emergency" type="text" minLength={10} maxLength={300} optional />
        </>
      ) : null}
    </FormDialog>
  );
}

/** As a datetime-local input wants it. */
function localTime(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
