import type { ReactElement } from 'react';
import type { KioskRow } from '#contract/summaries.ts';
import { KIOSK_TROUBLES } from '#domain/kiosk-trouble.ts';
import type { ServicePoints } from '../areas.ts';
import { faultWords } from '../api/failure-words.ts';
import { useWords } from '../i18n/words.ts';
import { agoWords } from '../kiosks/kiosk-view.ts';
import { TROUBLE_WORDS } from '../fleet/trouble-words.ts';
import { Link } from '../shell/link.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { Phrases } from '../ui/phrases.tsx';
import { completenessSentence } from './completeness-sentence.ts';

/** Those that need somebody stand first; the rest are on the kiosk page. */
const SHOWN = 8;

type KiosksInShortProps = { readonly kiosks: readonly KioskRow[]; readonly points: ServicePoints; readonly now: number };

/** Is all of the day here, and does every kiosk live; details and changes are on the kiosk page. */
export function KiosksInShort({ kiosks, points, now }: KiosksInShortProps): ReactElement {
  const words = useWords();
  const { say, number } = words;
  const inUse = kiosks.filter((kiosk) => !kiosk.revoked);
  const columns: readonly Column<KioskRow>[] = [
    {
      id: 'kiosk',
      head: say('kiosk'),
      cell: (row) => (
        <span>
          {row.name} <span className="hint">{points.find((point) => point.id === row.servicePoint)?.name ?? row.servicePoint}</span>
        </span>
      ),
    },
    { id: 'taps', head: say('tapsOfDay'), cell: (row) => <Phrases text={completenessSentence(row.completeness, words)} /> },
    { id: 'seen', head: say('lastContact'), cell: (row) => (row.troubles.includes('silent') ? <StatusMark status="bad">{agoWords(row.lastSeenAt, now, words)}</StatusMark> : agoWords(row.lastSeenAt, now, words)) },
    { id: 'waiting', head: say('waiting'), align: 'right', cell: (row) => (row.waiting === null ? '–' : number(row.waiting)) },
    { id: 'faults', head: say('faults'), cell: (row) => <Troubles kiosk={row} /> },
  ];
  const more = inUse.length - SHOWN;
  return (
    <Card title={say('kiosks')} tools={<Link to="/fleet" className="detail-link">{more > 0 ? say('kiosksMore', { count: number(more) }) : say('kiosksAll')}</Link>}>
      <DataTable label={say('kiosks')} rows={byTrouble(inUse).slice(0, SHOWN)} rowKey={(row) => row.id} columns={columns} empty={<p>{say('kiosksNone')}</p>} />
    </Card>
  );
}

/** Worst first: the centre says every kiosk's troubles in that order. */
function byTrouble(kiosks: readonly KioskRow[]): readonly KioskRow[] {
  const place = ({ troubles }: KioskRow): number => (troubles[0] === undefined ? KIOSK_TROUBLES.length : KIOSK_TROUBLES.indexOf(troubles[0]));
  return kiosks.toSorted((left, right) => place(left) - place(right) || left.name.localeCompare(right.name, 'vi', { numeric: true }));
}

function Troubles({ kiosk }: { readonly kiosk: KioskRow }): ReactElement {
  const words = useWords();
  const codes = [...new Set(kiosk.faults.map((fault) => fault.code))];
  if (kiosk.troubles.length === 0 && codes.length === 0) return <span className="hint">{words.say('noFault')}</span>;
  return (
    <ul className="concerns">
      {kiosk.troubles
        .filter((trouble) => trouble !== 'fault' || codes.length === 0)
        .map((trouble) => (
          <li key={trouble}>
            <StatusMark status={TROUBLE_WORDS[trouble].status}>{words.say(TROUBLE_WORDS[trouble].name)}</StatusMark>
          </li>
        ))}
      {codes.map((code) => (
        <li key={code}>
          <StatusMark status="attention">{faultWords(code, words)}</StatusMark>
        </li>
      ))}
    </ul>
  );
}
