import { useState, type ReactElement } from 'react';
import { dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { failureWords } from '../api/failure-words.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { PairDialog } from '../kiosks/pair-dialog.tsx';
import { useAddress } from '../shell/address.ts';
import { Bones } from '../ui/loading.tsx';
import { TroubleCard } from '../ui/trouble.tsx';
import type { Scope } from './csv-links.ts';
import { DayReport } from './day-report.tsx';
import { DayToolbar } from './day-toolbar.tsx';
import { parseScope, scopeAddress } from './scope-address.ts';
import { useDay } from './use-day.ts';
import { useNow } from './use-now.ts';

/** One day of one service point, of a unit, or of everything the person may see. */
export function DayArea(props: AreaProps): ReactElement {
  const [pairing, setPairing] = useState(false);
  const { client, user, points, onPlacesChanged } = props;
  const mayPair = user.role !== 'viewer';
  return (
    <>
      {points.length === 0 ? <NoPoints onAddKiosk={mayPair ? () => setPairing(true) : null} /> : <Day {...props} onAddKiosk={mayPair ? () => setPairing(true) : null} />}
      {pairing ? <PairDialog client={client} points={points} mayAddPoint={user.role === 'admin'} onClose={() => setPairing(false)} onPointAdded={onPlacesChanged} /> : null}
    </>
  );
}

function Day({ client, points, onAddKiosk }: AreaProps & { readonly onAddKiosk: (() => void) | null }): ReactElement {
  const words = useWords();
  const { say, time } = words;
  const { query, go } = useAddress();
  const zone = points.find((point) => point.id === query.get('point'))?.timezone ?? points[0]?.timezone ?? DEFAULT_TIME_ZONE;
  const today = dayOf(useNow(60_000), zone);
  const scope = parseScope(query.toString(), today);
  const goTo = (to: Scope): void => go(scopeAddress(to, today));
  const { state, again } = useDay(client, scope);
  if (state.kind === 'loading') return <Bones />;
  if (state.kind === 'failed') return <TroubleCard failure={state.failure} onAgain={again} />;
  return (
    <div aria-busy={state.turning}>
      <DayToolbar scope={scope} today={today} points={points} onGo={goTo} />
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
      <DayReport data={state.data} scope={state.scope} today={today} at={state.at} turning={state.turning} points={points} onGo={goTo} onAddKiosk={onAddKiosk} />
    </div>
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
