import type { ReactElement } from 'react';
import type { KioskDetail } from '#contract/fleet.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { faultWords } from '../api/failure-words.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';

/** The kiosk's own faults of the last hour, each with its remedy. */
export function KioskFaults({ detail }: { readonly detail: KioskDetail }): ReactElement {
  const words = useWords();
  const { say } = words;
  return (
    <Card title={say('kioskReports')} span={5}>
      {detail.faults.length === 0 ? <p>{say('kioskReportsNone')}</p> : null}
      <ul className="remedies">
        {detail.faults.map((fault) => (
          <li key={`${fault.code} ${fault.at}`}>
            <p className="fault-line">
              <Icon name="warning" className="icon" />
              <span>{faultWords(fault.code, words)}</span>
            </p>
            <p className="hint">
              <code>{fault.code}</code> {say('kioskSince', { time: `${words.time(fault.at)}, ${words.day(dayOf(fault.at))}` })}
              {fault.detail === null ? null : <span className="fault-detail">{fault.detail}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
