import { useRef, useState, type ReactElement } from 'react';
import { Display } from './display.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LiveRegion } from './live-region.tsx';
import { OverlayLayer } from './overlays/overlay-layer.tsx';
import { ClipPlayersContext, createClipPlayers } from './screens/attract/clip-players.ts';
import { Calm } from './screens/waiting/calm.tsx';
import { CurrentScreen } from './current-screen.tsx';
import { SpeechLayer } from './speech/speech-layer.tsx';
import { SearchContext } from './search/search-context.ts';
import type { PackSearch } from './search/pack-search.ts';
import { SessionContext, useSend, useSession, type Session } from './session/session-context.ts';
import { useFocusOnChange } from './use-focus-on-change.ts';

/** The kiosk: one session, drawn. It lives as long as the page. */
export function App({ session, search }: { readonly session: Session; readonly search: PackSearch }): ReactElement {
  const [players] = useState(() => createClipPlayers(document));
  return (
    <SessionContext value={session}>
      <SearchContext value={search}>
        <ClipPlayersContext value={players}>
          <Display />
          <Stage />
        </ClipPlayersContext>
      </SearchContext>
    </SessionContext>
  );
}

function Stage(): ReactElement {
  const page = useRef<HTMLDivElement>(null);
  const send = useSend();
  const isCalm = useSession((state) => state.screen.kind === 'calm');
  const isCovered = useSession((state) => state.overlay.kind !== 'none');
  useFocusOnChange(page);
  return (
    <div className="stage" ref={page}>
      <ErrorBoundary isCalm={isCalm} calm={<Calm />} onBug={(message) => send({ kind: 'bug', message })}>
        <div className="stage-screen" inert={isCovered}>
          <CurrentScreen />
        </div>
        <OverlayLayer />
      </ErrorBoundary>
      <LiveRegion />
      <SpeechLayer />
    </div>
  );
}
