import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ComponentType, type LazyExoticComponent, type ReactElement } from 'react';
import type { StaffUser } from '#contract/staff.ts';
import { Icon } from '#renderer/art/icon.tsx';
import type { CentreClient } from '../api/centre-client.ts';
import { useLoaded } from '../api/use-asked.ts';
import { watchSignedOut } from '../api/watch-signed-out.ts';
import { AREAS, areaAt, areasFor, type Area, type AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Bones, Loading } from '../ui/loading.tsx';
import { Toasts } from '../ui/toast.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useAddress } from './address.ts';
import { AreaFence } from './area-fence.tsx';
import { ClaimBanner } from './claim-banner.tsx';
import { loadPlaces, type Places } from './load-places.ts';
import { Masthead } from './masthead.tsx';
import { Navigation } from './navigation.tsx';
import { NotFound } from './not-found.tsx';

type StaffShellProps = {
  readonly client: CentreClient;
  readonly user: StaffUser;
  readonly onSignedOut: () => void;
  readonly onChanged: () => void;
  readonly switchTongue: () => void;
};

// Made once: a lazy component made anew would forget its state on every draw.
const COMPONENTS: ReadonlyMap<string, LazyExoticComponent<ComponentType<AreaProps>>> = new Map(AREAS.map((area) => [area.path, lazy(area.load)]));

/** Everything behind the sign-in: masthead, navigation, and the area that the address names. */
export function StaffShell({ client: plain, user, onSignedOut, onChanged, switchTongue }: StaffShellProps): ReactElement {
  const { say } = useWords();
  const client = useMemo(() => watchSignedOut(plain, onSignedOut), [plain, onSignedOut]);
  const places = useLoaded('places', (signal) => loadPlaces(client, signal));
  const [menuOpen, setMenuOpen] = useState(false);
  const areas = areasFor(user.role);
  const signOut = (): void => {
    client.ask('signOut').then(onSignedOut, onSignedOut);
  };
  return (
    <Toasts>
      <Masthead switchTongue={switchTongue}>
        <button type="button" className="plain menu-button" aria-expanded={menuOpen} aria-controls="areas" onClick={() => setMenuOpen(!menuOpen)}>
          <Icon name={menuOpen ? 'cross' : 'grid'} className="icon" />
          {say('menu')}
        </button>
        <button type="button" className="plain" onClick={signOut} title={user.email === null ? undefined : say('signedInAs', { email: user.email })}>
          <Icon name="exit" className="icon" />
          {say('signOut')}
        </button>
      </Masthead>
      <div className="shell">
        <Navigation areas={areas} open={menuOpen} onClose={() => setMenuOpen(false)} />
        <div className="shell-main">
          {user.email === null ? <ClaimBanner client={client} onClaimed={onChanged} /> : null}
          {places.state.kind === 'loading' ? <Loading /> : null}
          {places.state.kind === 'failed' ? <Trouble failure={places.state.failure} onAgain={places.again} /> : null}
          {places.state.kind === 'ready' ? <AreaMain areas={areas} places={places.state.value} client={client} user={user} onPlacesChanged={places.again} /> : null}
        </div>
      </div>
    </Toasts>
  );
}

type AreaMainProps = Omit<AreaProps, 'points' | 'units'> & { readonly areas: readonly Area[]; readonly places: Places };

function AreaMain({ areas, places, ...props }: AreaMainProps): ReactElement {
  const { say } = useWords();
  const { path, query, go } = useAddress();
  const area = areaAt(path, areas);
  // One service point has nothing to compare with: its day is the first page.
  const start = query.has('day') || query.has('point') || places.points.length <= 1 ? '/day' : '/overview';
  useEffect(() => {
    if (path === '/') go(`${start}${location.search}`, 'replace');
  });
  const main = useRef<HTMLElement>(null);
  const seen = useRef<string | null>(null);
  const here = area?.path ?? null;
  useEffect(() => {
    document.title = `${area === null ? say('product') : say(area.word)} · ${say('brand')}`;
    // A new page begins at its top and is announced; the first one is announced by the browser itself.
    if (seen.current !== null && seen.current !== here) {
      window.scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    seen.current = here;
  }, [area, here, say]);
  if (path === '/') return <Loading />;
  const Component = area === null ? undefined : COMPONENTS.get(area.path);
  return (
    <main className="page" id="main" ref={main} tabIndex={-1} aria-label={area === null ? undefined : say(area.word)}>
      {Component === undefined ? (
        <NotFound />
      ) : (
        <AreaFence key={here}>
          <Suspense fallback={<Bones />}>
            <Component {...props} points={places.points} units={places.units} />
          </Suspense>
        </AreaFence>
      )}
    </main>
  );
}
