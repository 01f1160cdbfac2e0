import type { ReactElement } from 'react';
import type { KioskDetail } from '#contract/fleet.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { TROUBLE_WORDS } from './trouble-words.ts';

/** What is wrong, worst first, each with what to do about it. */
export function KioskTroubles({ detail }: { readonly detail: KioskDetail }): ReactElement {
  const { say } = useWords();
  const { troubles, revoked, open } = detail.kiosk;
  return (
    <Card title={say('kioskTroubles')} span={5}>
      {revoked ? <StatusMark status="off">{say('revoked')}</StatusMark> : null}
      {!revoked && troubles.length === 0 ? (
        <p>
          <StatusMark status={open ? 'good' : 'off'}>{say(open ? 'conditionWell' : 'conditionClosed')}</StatusMark> {say('kioskNoTrouble')}
        </p>
      ) : null}
      <ul className="remedies">
        {troubles.map((trouble) => (
          <li key={trouble}>
            <StatusMark status={TROUBLE_WORDS[trouble].status}>{say(TROUBLE_WORDS[trouble].name)}</StatusMark>
            <p>{say(TROUBLE_WORDS[trouble].help)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
