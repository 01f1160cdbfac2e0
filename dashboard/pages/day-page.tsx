import { useEffect, useState, type ReactElement } from 'react';
import { dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import type { CentreClient } from '../api/centre-client.ts';
import { failureWords } from '../api/failure-words.ts';
import type { Scope } from '../day/csv-links.ts';
import { parseScope, scopeAddress } from '../day/scope-address.ts';
import { useDay } from '../day/use-day.ts';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { DayReport } from './day-report.tsx';
import { DayToolbar } from './day-toolbar.tsx';
import type { ServicePoints } from './staff-area.tsx';

type DayPageProps = {
  readonly client: CentreClient;
  readonly points: ServicePoints;
  readonly onSignedOut: () => void;
  /** Null for those who may not pair. */
  readonly onAddKiosk: (() => void) | null;
};

/** The scope lives in the address; going back and forward moves through days. */
function useScope(points: ServicePoints): { readonly scope: Scope; readonly today: string; readonly go: (scope: Scope) => void } {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    const moved = (): void => setSearch(location.search);
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const asked = new URLSearchParams(search).get('point');
  const zone = points.find((point) => point.id === asked)?.timezone ?? points[0]?.timezone ?? DEFAULT_TIME_ZONE;
  const today = dayOf(useNow(60_000), zone);
  const go = (scope: Scope): void => {
    history.pushState(null, '', scopeAddress(scope, today));
    setSearch(location.search);
  };
  return { scope: parseScope(search, today), today, go };
}

export function DayPage({ client, points, onSignedOut, onAddKiosk }: DayPageProps): ReactElement {
  const words = useWords();
  const { say, time } = words;
  const { scope, today, go } = useScope(points);
  const { state, again } = useDay(client, scope);
  const failure = state.kind === 'loading' ? null : state.failure;
  const signedOut = failure?.kind === 'refused' && failure.code === 'STAFF_SIGNED_OUT';
  useEffect(() => {
    if (signedOut) onSignedOut();
  }, [signedOut, onSignedOut]);
  if (points.length === 0) return <NoPoints onAddKiosk={onAddKiosk} />;
  if (state.kind === 'loading') return <Loading />;
  if (state.kind === 'failed') return <Trouble title={say('offlineTitle')} failure={state.failure} onAgain={again} />;
  return (
    <main className="page" id="main" aria-busy={state.turning}>
      <DayToolbar scope={scope} today={today} points={points} onGo={go} />
      {state.failure === null ? null : (
        <p className="notice" role="status">
          <Icon name="wifiOff" className="icon" />
          <span>
            {failureWords(state.failure, words)} {say('offlineLead', { time: time(state.at) })}
          </span>
          <button type="button" className="secondary" onClick={again}>
            {say('retry')}
          </button>
        </p>
      )}
      <DayReport data={state.data} scope={state.scope} today={today} at={state.at} turning={state.turning} points={points} onGo={go} onAddKiosk={onAddKiosk} />
    </main>
  );
}

function NoPoints({ onAddKiosk }: { readonly onAddKiosk: (() => void) | null }): ReactElement {
  const { say } = useWords();
  return (
    <main className="page" id="main">
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
    </main>
  );
}
