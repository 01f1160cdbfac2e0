import { useState, type ReactElement } from 'react';
import type { KioskRow } from '#contract/summaries.ts';
import type { AreaProps } from '../areas.ts';
import { completenessSentence, completenessState } from '../day/completeness-sentence.ts';
import { useWords } from '../i18n/words.ts';
import { agoWords } from '../kiosks/kiosk-view.ts';
import { Link } from '../shell/link.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { Phrases } from '../ui/phrases.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { pictureWords } from './fleet-view.ts';
import { TROUBLE_WORDS } from './trouble-words.ts';

/** A province has hundreds; those that need somebody stand first. */
const FIRST_SEEN = 50;

type FleetTableProps = { readonly kiosks: readonly KioskRow[]; readonly points: AreaProps['points']; readonly now: number };

export function FleetTable({ kiosks, points, now }: FleetTableProps): ReactElement {
  const words = useWords();
  const { say, number } = words;
  const [seen, setSeen] = useState(FIRST_SEEN);
  const placeOf = (kiosk: KioskRow): string => points.find((point) => point.id === kiosk.servicePoint)?.name ?? kiosk.servicePoint;
  const columns: readonly Column<KioskRow>[] = [
    {
      id: 'name',
      head: say('kiosk'),
      sortBy: ({ name }) => name,
      cell: (kiosk) => (
        <span className="kiosk-name">
          <Link to={`/fleet/kiosks/${encodeURIComponent(kiosk.id)}`}>{kiosk.name}</Link>
          <span className="hint">{placeOf(kiosk)}</span>
        </span>
      ),
    },
    { id: 'condition', head: say('condition'), cell: (kiosk) => <Condition kiosk={kiosk} /> },
    { id: 'seen', head: say('lastContact'), sortBy: ({ lastSeenAt }) => lastSeenAt, cell: ({ lastSeenAt }) => agoWords(lastSeenAt, now, words) },
    { id: 'waiting', head: say('waiting'), align: 'right', sortBy: ({ waiting }) => waiting, cell: ({ waiting }) => (waiting === null ? '–' : number(waiting)) },
    { id: 'taps', head: say('placeToday'), cell: ({ completeness }) => <span className={`proof ${completenessState(completeness)}`}><Phrases text={completenessSentence(completeness, words)} /></span> },
    { id: 'picture', head: say('picture'), cell: (kiosk) => pictureWords(kiosk, now, words) },
    { id: 'content', head: say('content'), sortBy: ({ contentVersion }) => contentVersion, cell: ({ contentVersion }) => contentVersion ?? say('unknown') },
  ];
  return (
    <section className="card span-12">
      <DataTable label={say('kiosks')} rows={kiosks.slice(0, seen)} rowKey={({ id }) => id} columns={columns} className="fleet-table" empty={<Empty icon="check" title={say('fleetFilterNone')} />} />
      {kiosks.length > seen ? (
        <button type="button" className="secondary more" onClick={() => setSeen(kiosks.length)}>
          {say('kiosksMore', { count: number(kiosks.length - seen) })}
        </button>
      ) : null}
    </section>
  );
}

/** Every trouble in words, worst first. */
export function Condition({ kiosk }: { readonly kiosk: KioskRow }): ReactElement {
  const { say } = useWords();
  if (kiosk.revoked) return <StatusMark status="off">{say('revoked')}</StatusMark>;
  if (kiosk.troubles.length === 0) return <StatusMark status={kiosk.open ? 'good' : 'off'}>{say(kiosk.open ? 'conditionWell' : 'conditionClosed')}</StatusMark>;
  return (
    <ul className="conditions">
      {kiosk.troubles.map((trouble) => (
        <li key={trouble}>
          <StatusMark status={TROUBLE_WORDS[trouble].status}>{say(TROUBLE_WORDS[trouble].name)}</StatusMark>
        </li>
      ))}
    </ul>
  );
}
