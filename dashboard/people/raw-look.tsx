import { useState, type ReactElement } from 'react';
import type { RawEntries, RawEntry } from '#contract/people.ts';
import type { CentreClient } from '../api/centre-client.ts';
import type { ServicePoints } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field, SelectField, TextAreaField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useForm } from './use-form.ts';

/** Asks for a reason before it shows single entries with their times. */
export function RawLook({ client, points, onClose }: { readonly client: CentreClient; readonly points: ServicePoints; readonly onClose: () => void }): ReactElement {
  const words = useWords();
  const { say } = words;
  const [found, setFound] = useState<RawEntries | null>(null);
  const [today] = useState(() => dayOf(Date.now()));
  const form = useForm((data) => client.ask('rawEntries', { query: { servicePoint: textOf(data, 'servicePoint'), day: textOf(data, 'day'), reason: textOf(data, 'reason').trim() } }), setFound);
  const columns: readonly Column<RawEntry>[] = [
    { id: 'seq', head: say('rawNo'), cell: (entry) => `${entry.stream}/${entry.seq}` },
    { id: 'at', head: say('auditWhen'), cell: (entry) => words.time(entry.at) },
    { id: 'kind', head: say('rawKind'), cell: (entry) => entry.kind },
    { id: 'marks', head: say('rawMarks'), cell: (entry) => [entry.flagged ? say('rawFlagged') : '', entry.retracted ? say('rawRetracted') : ''].filter((mark) => mark !== '').join(', ') || '–' },
    { id: 'body', head: say('rawBody'), cell: (entry) => <code className="break">{JSON.stringify(entry.body)}</code> },
  ];
  return (
    <Dialog title={say('rawTitle')} onClose={onClose} wide>
      <form className="form" onSubmit={form.onSubmit}>
        <p>{say('rawLead')}</p>
        <Problem failure={form.failure} />
        <div className="filters">
          <SelectField label={say('servicePoint')} name="servicePoint" options={points.map((point) => ({ value: point.id, name: point.name }))} />
          <Field label={say('rawDay')} name="day" type="date" defaultValue={today} />
        </div>
        <TextAreaField label={say('rawReason')} name="reason" hint={say('rawReasonHint')} rows={2} maxLength={300} />
        <button type="submit" className="primary" aria-disabled={form.busy}>
          {say('rawLook')}
        </button>
      </form>
      {found === null ? null : (
        <>
          {found.more ? <p className="hint">{say('rawMore')}</p> : null}
          <DataTable label={say('rawTable')} rows={found.entries} rowKey={(entry) => `${entry.stream}/${entry.seq}`} columns={columns} narrow="scroll" empty={<Empty icon="info" title={say('rawNone')} />} />
        </>
      )}
    </Dialog>
  );
}
