import { useEffect, useState, type ReactElement } from 'react';
import type { StaffUser } from '#contract/staff.ts';
import type { ServicePointList } from '#contract/summaries.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { PairDialog } from '../kiosks/pair-dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Icon } from '#renderer/art/icon.tsx';
import { ClaimBanner } from './claim-banner.tsx';
import { DayPage } from './day-page.tsx';

type StaffAreaProps = {
  readonly client: CentreClient;
  readonly user: StaffUser;
  readonly onSignedOut: () => void;
  readonly onChanged: () => void;
  readonly switchTongue: () => void;
};

export type ServicePoints = ServicePointList['servicePoints'];
type PointState = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly failure: CentreFailure } | { readonly kind: 'ready'; readonly points: ServicePoints };

/** Everything behind the sign-in: service points first, then the day. */
export function StaffArea({ client, user, onSignedOut, onChanged, switchTongue }: StaffAreaProps): ReactElement {
  const { say } = useWords();
  const [state, setState] = useState<PointState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const [pairing, setPairing] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    client.ask('servicePoints', { signal: stop.signal }).then(
      (answer) => {
        if (answer.ok) setState({ kind: 'ready', points: answer.value.servicePoints });
        else if (answer.failure.kind === 'refused' && answer.failure.code === 'STAFF_SIGNED_OUT') onSignedOut();
        else setState({ kind: 'failed', failure: answer.failure });
      },
      () => undefined, // Aborted: the page is gone.
    );
    return () => stop.abort();
  }, [client, round, onSignedOut]);
  const signOut = (): void => {
    client.ask('signOut').then(onSignedOut, onSignedOut);
  };
  return (
    <>
      <Masthead switchTongue={switchTongue}>
        {user.role === 'viewer' ? null : (
          <button type="button" className="plain" onClick={() => setPairing(true)}>
            <Icon name="plus" className="icon" />
            {say('addKiosk')}
          </button>
        )}
        <button type="button" className="plain" onClick={signOut} title={user.email ?? undefined}>
          <Icon name="exit" className="icon" />
          {say('signOut')}
        </button>
      </Masthead>
      {user.email === null ? <ClaimBanner client={client} onClaimed={onChanged} /> : null}
      {state.kind === 'loading' ? <Loading /> : null}
      {state.kind === 'failed' ? <Trouble title={say('offlineTitle')} failure={state.failure} onAgain={() => setRound((count) => count + 1)} /> : null}
      {state.kind === 'ready' ? <DayPage client={client} points={state.points} onSignedOut={onSignedOut} onAddKiosk={user.role === 'viewer' ? null : () => setPairing(true)} /> : null}
      {pairing && state.kind === 'ready' ? (
        <PairDialog client={client} points={state.points} mayAddPoint={user.role === 'admin'} onClose={() => setPairing(false)} onPointAdded={() => setRound((count) => count + 1)} />
      ) : null}
    </>
  );
}
