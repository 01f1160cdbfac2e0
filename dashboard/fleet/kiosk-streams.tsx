import type { ReactElement } from 'react';
import type { KioskDetail } from '#contract/fleet.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { useWords } from '../i18n/words.ts';
import { agoWords } from '../kiosks/kiosk-view.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';

/** Every disk this kiosk ever had, and how much of it the centre has. */
export function KioskStreams({ detail, now }: { readonly detail: KioskDetail; readonly now: number }): ReactElement {
  const words = useWords();
  const { say, number } = words;
  return (
    <Card title={say('kioskStreams')} span={7}>
      <p className="hint">{say('kioskStreamsLead')}</p>
      <DataTable
        label={say('kioskStreams')}
        rows={detail.streams}
        rowKey={({ id }) => id}
        empty={<p>{say('nothingYet')}</p>}
        columns={[
          { id: 'id', head: say('streamName'), cell: ({ id }) => <code title={id}>{id.slice(0, 8)}</code> },
          { id: 'from', head: say('streamStarted'), cell: ({ startedAt }) => words.day(dayOf(startedAt)) },
          { id: 'received', head: say('streamReceived'), align: 'right', cell: ({ received }) => number(received) },
          { id: 'head', head: say('streamHead'), align: 'right', cell: ({ head }) => (head === null ? '–' : number(head)) },
          { id: 'bad', head: say('streamQuarantined'), align: 'right', cell: ({ quarantined }) => number(quarantined) },
          { id: 'used', head: say('streamUsed'), cell: ({ lastUsedAt }) => agoWords(lastUsedAt, now, words) },
        ]}
      />
    </Card>
  );
}
