import type { ReactElement } from 'react';
import { addDays, dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps, Unit } from '../areas.ts';
import { parseScope, scopeAddress, type Scope } from '../day/scope.ts';
import { ScopeToolbar } from '../day/scope-toolbar.tsx';
import { spanWords } from '../day/span-words.ts';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { Asked } from '../ui/asked.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PlaceTable } from './place-table.tsx';
import { TotalCards } from './total-cards.tsx';
import './overview.css';

/** A kiosk reports once a minute. */
const REFRESH_MS = 60_000;

/** The first page of everybody with more than one service point: how it stands, and where somebody is needed. */
export function OverviewArea({ client, points, units }: AreaProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const { query, go } = useAddress();
  const today = dayOf(useNow(REFRESH_MS), points[0]?.timezone ?? DEFAULT_TIME_ZONE);
  const asked = parseScope(query, today);
  const scope: Scope = { ...asked, servicePoint: null };
  const { from, to } = scope.span;
  const overview = useAsked(client, 'overview', { query: { from, to, ...(scope.unit === null ? {} : { unit: scope.unit }) }, refreshMs: REFRESH_MS });
  const unit = units.find((each) => each.id === scope.unit);
  return (
    <>
      <PageHead title={unit?.name ?? say('areaOverview')} lead={spanWords(scope.span, today, words)}>
        <ScopeToolbar scope={scope} today={today} points={points} units={units} withPoints={false} onGo={(to_) => go(scopeAddress('/overview', to_, today))} />
      </PageHead>
      <Trail units={units} scope={scope} today={today} />
      <Asked asked={overview}>
        {(value, at) => (
          <>
            {value.total.taps === 0 && scope.span.kind === 'day' && scope.span.to === today ? <NothingYet scope={scope} today={today} /> : null}
            <TotalCards overview={value} scope={scope} today={today} />
            <PlaceTable overview={value} scope={scope} today={today} />
            <p className="updated">
              {say('overviewMethod')} {say('updatedAt', { time: words.time(at) })}
            </p>
          </>
        )}
      </Asked>
    </>
  );
}

/** Early in the morning the day has nothing to say; what people came for is the day before. */
function NothingYet({ scope, today }: { readonly scope: Scope; readonly today: string }): ReactElement {
  const { say, shortDay } = useWords();
  const before = addDays(today, -1);
  return (
    <p className="notice">
      <Icon name="sun" className="icon" />
      <span>{say('overviewNothingYet')}</span>
      <Link className="secondary" to={scopeAddress('/overview', { ...scope, span: { kind: 'day', from: before, to: before } }, today)}>
        {say('overviewYesterday', { day: shortDay(before) })}
      </Link>
    </p>
  );
}

/** The way from the top to the unit that is looked at. */
function Trail({ units, scope, today }: { readonly units: readonly Unit[]; readonly scope: Scope; readonly today: string }): ReactElement | null {
  const { say } = useWords();
  const above: Unit[] = [];
  for (let unit = units.find((each) => each.id === scope.unit); unit !== undefined && !above.includes(unit); ) {
    above.unshift(unit);
    const parent = unit.parent;
    unit = units.find((each) => each.id === parent);
  }
  if (above.length === 0) return null;
  return (
    <nav className="trail" aria-label={say('overviewTrail')}>
      <ol>
        <li>
          <Link to={scopeAddress('/overview', { ...scope, unit: null }, today)}>{say('allUnits')}</Link>
        </li>
        {above.map((unit) => (
          <li key={unit.id}>{unit.id === scope.unit ? <span aria-current="page">{unit.name}</span> : <Link to={scopeAddress('/overview', { ...scope, unit: unit.id }, today)}>{unit.name}</Link>}</li>
        ))}
      </ol>
    </nav>
  );
}
