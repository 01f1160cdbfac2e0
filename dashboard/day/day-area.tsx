import { lazy, Suspense, useState, type ReactElement } from 'react';
import { dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { PairDialog } from '../kiosks/pair-dialog.tsx';
import { useAddress } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { Bones } from '../ui/loading.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { DayPage } from './day-page.tsx';
import { parseScope, placeName, scopeAddress, type Scope } from './scope.ts';
import { ScopeToolbar } from './scope-toolbar.tsx';
import { spanWords } from './span-words.ts';
import { useNow } from './use-now.ts';

const PhoneAnswersCard = lazy(async () => ({ default: (await import('../span/phone-answers-card.tsx')).PhoneAnswersCard }));
const SpanPage = lazy(async () => ({ default: (await import('../span/span-page.tsx')).SpanPage }));

/** A day, or a longer span, of one service point, of a unit, or of everything the person may see. */
export function DayArea(props: AreaProps): ReactElement {
  const { client, user, points, onPlacesChanged } = props;
  const [pairing, setPairing] = useState(false);
  return (
    <>
      {points.length === 0 ? <NoPoints onAddKiosk={user.role === 'viewer' ? null : () => setPairing(true)} /> : <Figures {...props} />}
      {pairing ? <PairDialog client={client} points={points} mayAddPoint={user.role === 'admin'} onClose={() => setPairing(false)} onPointAdded={onPlacesChanged} /> : null}
    </>
  );
}

function Figures({ client, points, units }: AreaProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const { query, go } = useAddress();
  const zone = points.find((point) => point.id === query.get('point'))?.timezone ?? points[0]?.timezone ?? DEFAULT_TIME_ZONE;
  const today = dayOf(useNow(60_000), zone);
  const scope = parseScope(query, today);
  return (
    <>
      <PageHead title={spanWords(scope.span, today, words)} lead={placeName(scope, points, units) ?? say('allServicePoints')}>
        <ScopeToolbar scope={scope} today={today} points={points} units={units} onGo={(to: Scope) => go(scopeAddress('/day', to, today))}>
          <Link to={scopeAddress('/reports', scope, today)} className="secondary">
            <Icon name="down" className="icon" />
            {say('export')}
          </Link>
          <button type="button" className="secondary" onClick={() => window.print()}>
            <Icon name="printer" className="icon" />
            {say('print')}
          </button>
        </ScopeToolbar>
      </PageHead>
      {scope.span.kind === 'day' ? (
        <DayPage client={client} places={{ points, units }} scope={scope} today={today} />
      ) : (
        <Suspense fallback={<Bones />}>
          <SpanPage client={client} places={{ points, units }} scope={scope} today={today} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <PhoneAnswersCard client={client} scope={scope} />
      </Suspense>
    </>
  );
}

function NoPoints({ onAddKiosk }: { readonly onAddKiosk: (() => void) | null }): ReactElement {
  const { say } = useWords();
  return (
    <section className="card calm">
      <Icon name="office" className="icon-large" />
      <h1>{say('noPointsTitle')}</h1>
      <p>{say('noPointsLead')}</p>
      {onAddKiosk === null ? null : (
        <button type="button" className="primary" onClick={onAddKiosk}>
          {say('addPoint')}
        </button>
      )}
    </section>
  );
}
