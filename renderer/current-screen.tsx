import type { ReactElement } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { Events } from './screens/home/events.tsx';
import { EventGuides } from './screens/home/event-guides.tsx';
import { GuidePage } from './screens/guide/guide.tsx';
import { Home } from './screens/home/home.tsx';
import { Search } from './screens/search/search.tsx';
import { Calm } from './screens/waiting/calm.tsx';
import { Starting } from './screens/waiting/starting.tsx';
import { useSession } from './session/session-context.ts';

/** The screen of each state. */
export function CurrentScreen(): ReactElement | null {
  const screen = useSession((state) => state.screen);
  switch (screen.kind) {
    case 'starting':
      return <Starting refusal={screen.refusal} />;
    case 'home':
      return <Home offer={screen.offer} />;
    case 'events':
      return <Events />;
    case 'event':
      return <EventGuides event={screen.event} />;
    case 'search':
      return <Search query={screen.query} />;
    case 'guide':
      return <GuidePage screen={screen} />;
    case 'calm':
      return <Calm />;
    case 'setup':
    case 'attract':
    case 'card':
    case 'handoff':
    case 'rate':
    case 'thanks':
    case 'not-stored':
    case 'staff':
      return <pre>{screen.kind}</pre>;
    default:
      return assertNever(screen, 'A screen is not drawn');
  }
}
