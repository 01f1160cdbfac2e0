import { useState, type ReactElement } from 'react';
import type { KioskRow } from '#contract/summaries.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { PlacePicker } from '../day/scope-toolbar.tsx';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { PairDialog } from '../kiosks/pair-dialog.tsx';
import { useAddress, withQuery } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { FleetTable } from './fleet-table.tsx';
import { byTrouble, FILTERS, inScope, matching, troubleCounts, type FleetFilter } from './fleet-view.ts';
import { TROUBLE_WORDS } from './trouble-words.ts';

const REFRESH_MS = 60_000;

/** Who is silent, who is behind, who shows old content: those that need somebody stand first. */
export function FleetPage({ client, user, points, units, onPlacesChanged }: AreaProps): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const { query, go } = address;
  const now = useNow(REFRESH_MS);
  const asked = useAsked(client, 'kiosks', { query: { day: dayOf(now) }, refreshMs: REFRESH_MS });
  const [pairing, setPairing] = useState(false);
  const [unit, point] = [query.get('unit'), query.get('point')];
  const mayPair = user.role !== 'viewer';
  return (
    <>
      <PageHead title={say('areaFleet')} lead={say('fleetLead')}>
        <PlacePicker scope={{ span: { kind: 'day', from: '', to: '' }, unit: point === null ? unit : null, servicePoint: point }} points={points} units={units} onGo={(to) => go(withQuery(address, { unit: to.unit, point: to.servicePoint }), 'replace')} />
        {user.role === 'admin' ? (
          <Link to="/fleet/structure" className="secondary">
            <Icon name="office" className="icon" />
            {say('fleetStructure')}
          </Link>
        ) : null}
        {mayPair ? (
          <button type="button" className="secondary" onClick={() => setPairing(true)}>
            <Icon name="plus" className="icon" />
            {say('addKiosk')}
          </button>
        ) : null}
      </PageHead>
      <Asked asked={asked}>{({ kiosks }) => <Fleet kiosks={inScope(kiosks, { unit, point, points, units })} points={points} now={now} />}</Asked>
      {pairing ? <PairDialog client={client} points={points.filter(({ closedAt }) => closedAt === null)} mayAddPoint={user.role === 'admin'} onClose={() => setPairing(false)} onPointAdded={onPlacesChanged} /> : null}
    </>
  );
}

type FleetProps = { readonly kiosks: readonly KioskRow[]; readonly points: AreaProps['points']; readonly now: number };

function Fleet({ kiosks, points, now }: FleetProps): ReactElement {
  const { say, number } = useWords();
  const { query } = useAddress();
  const filter = FILTERS.find((each) => each === query.get('show')) ?? null;
  const used = matching(kiosks, null);
  const needy = used.filter(({ troubles }) => troubles.length > 0).length;
  if (kiosks.length === 0) return <Empty icon="office" title={say('kiosksNone')} />;
  return (
    <div className="fleet">
      <p className="fleet-sum" role="status">
        <Icon name={needy === 0 ? 'check' : 'warning'} className="icon" />
        {needy === 0 ? say('fleetAllWell') : say('fleetNeedWork', { count: number(needy), all: number(used.length) })}
      </p>
      <FilterLinks kiosks={kiosks} filter={filter} />
      <FleetTable kiosks={byTrouble(matching(kiosks, filter))} points={points} now={now} />
    </div>
  );
}

function FilterLinks({ kiosks, filter }: { readonly kiosks: readonly KioskRow[]; readonly filter: FleetFilter | null }): ReactElement {
  const { say, number } = useWords();
  const address = useAddress();
  const revoked = matching(kiosks, 'revoked').length;
  const entries: readonly { readonly id: FleetFilter | null; readonly name: string }[] = [
    { id: null, name: say('fleetAll', { count: number(matching(kiosks, null).length) }) },
    ...troubleCounts(kiosks).map(({ trouble, count }) => ({ id: trouble, name: say('fleetTroubleCount', { trouble: say(TROUBLE_WORDS[trouble].name), count: number(count) }) })),
    ...(revoked === 0 ? [] : [{ id: 'revoked' as const, name: say('fleetTroubleCount', { trouble: say('fleetRevoked'), count: number(revoked) }) }]),
  ];
  return (
    <nav className="fleet-filters" aria-label={say('fleetFilter')}>
      <ul>
        {entries.map(({ id, name }) => (
          <li key={id ?? 'all'}>
            <Link to={withQuery(address, { show: id })} className="chip" current={id === filter ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
