import { useState, type ReactElement } from 'react';
import type { KioskDetail } from '#contract/fleet.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { Link } from '../shell/link.tsx';
import { Asked } from '../ui/asked.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { KioskCommands } from './kiosk-commands.tsx';
import { KioskDialogs, type KioskDialogName } from './kiosk-dialogs.tsx';
import { KioskFacts } from './kiosk-facts.tsx';
import { KioskFaults } from './kiosk-faults.tsx';
import { KioskStreams } from './kiosk-streams.tsx';
import { KioskTroubles } from './kiosk-troubles.tsx';
import { isUnderWay } from './command-words.ts';

const REFRESH_MS = 60_000;
/** While something was asked of it, its answer is looked for this often. */
const LIVELY_MS = 5_000;

/** One kiosk: what is wrong and what to do, what it is, what it says, and what may be asked of it. */
export function KioskPage({ client, user, points, id }: AreaProps & { readonly id: string }): ReactElement {
  const { say } = useWords();
  const [isLively, setLively] = useState(false);
  const asked = useAsked(client, 'kiosk', { params: { id }, refreshMs: isLively ? LIVELY_MS : REFRESH_MS });
  const now = useNow(LIVELY_MS);
  const [dialog, setDialog] = useState<KioskDialogName | null>(null);
  const underWay = asked.state.kind === 'ready' && asked.state.value.commands.some(isUnderWay);
  if (underWay !== isLively) setLively(underWay);
  return (
    <>
      <p className="crumb">
        <Link to="/fleet" className="back">
          <Icon name="back" className="icon" />
          {say('fleetBack')}
        </Link>
      </p>
      <Asked asked={asked}>
        {(detail) => (
          <>
            <Head detail={detail} place={points.find((point) => point.id === detail.kiosk.servicePoint)?.name ?? detail.kiosk.servicePoint} user={user} onOpen={setDialog} />
            <div className="grid">
              <KioskTroubles detail={detail} />
              <KioskFacts detail={detail} now={now} />
              <KioskCommands client={client} detail={detail} mayAsk={user.role !== 'viewer' && !detail.kiosk.revoked} onAsked={asked.again} />
              <KioskFaults detail={detail} />
              <KioskStreams detail={detail} now={now} />
            </div>
            {dialog === null ? null : (
              <KioskDialogs
                name={dialog}
                client={client}
                detail={detail}
                points={points}
                onClose={() => setDialog(null)}
                onChanged={() => {
                  setDialog(null);
                  asked.again();
                }}
              />
            )}
          </>
        )}
      </Asked>
    </>
  );
}

type HeadProps = { readonly detail: KioskDetail; readonly place: string; readonly user: AreaProps['user']; readonly onOpen: (dialog: KioskDialogName) => void };

function Head({ detail, place, user, onOpen }: HeadProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const { kiosk, revokedAt } = detail;
  const buttons: readonly { readonly id: KioskDialogName; readonly name: string; readonly admin: boolean }[] = [
    { id: 'rename', name: say('kioskRename'), admin: true },
    { id: 'move', name: say('kioskMove'), admin: true },
    { id: 'replace', name: say('kioskReplace'), admin: false },
    { id: 'revoke', name: say('kioskRevoke'), admin: true },
  ];
  const allowed = kiosk.revoked || user.role === 'viewer' ? [] : buttons.filter(({ admin }) => !admin || user.role === 'admin');
  return (
    <PageHead title={kiosk.name} lead={revokedAt === null ? place : `${place}. ${say('revokedOn', { day: words.day(dayOf(revokedAt)) })}`}>
      {allowed.map(({ id, name }) => (
        <button key={id} type="button" className="secondary" onClick={() => onOpen(id)}>
          {name}
        </button>
      ))}
    </PageHead>
  );
}
