import type { ReactElement } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { AnswerPage } from './screens/ask/answer.tsx';
import { Ask } from './screens/ask/ask.tsx';
import { Attract } from './screens/attract/attract.tsx';
import { CardPage } from './screens/guide/card.tsx';
import { GuidePage } from './screens/guide/guide.tsx';
import { Handoff } from './screens/handoff/handoff.tsx';
import { EventGuides } from './screens/home/event-guides.tsx';
import { Events } from './screens/home/events.tsx';
import { Home } from './screens/home/home.tsx';
import { NotStored } from './screens/rate/not-stored.tsx';
import { Procedure } from './screens/procedure/procedure.tsx';
import { Rate } from './screens/rate/rate.tsx';
import { Thanks } from './screens/rate/thanks.tsx';
import { Search } from './screens/search/search.tsx';
import { Setup } from './screens/setup/setup.tsx';
import { Staff } from './screens/staff/staff.tsx';
import { Calm } from './screens/waiting/calm.tsx';
import { Starting } from './screens/waiting/starting.tsx';
import { useSession } from './session/session-context.ts';

/** The screen of each state. */
export function CurrentScreen(): ReactElement | null {
  const screen = useSession((state) => state.screen);
  switch (screen.kind) {
    case 'starting':
      return <Starting refusal={screen.refusal} />;
    case 'setup':
      return <Setup screen={screen} />;
    case 'home':
      return <Home offer={screen.offer} />;
    case 'events':
      return <Events />;
    case 'event':
      return <EventGuides event={screen.event} />;
    case 'search':
      return <Search query={screen.query} />;
    case 'ask':
      return <Ask query={screen.query} />;
    case 'answer':
      return <AnswerPage screen={screen} />;
    case 'guide':
      return <GuidePage screen={screen} />;
    case 'card':
      return <CardPage slug={screen.slug} />;
    case 'procedure':
      return <Procedure screen={screen} />;
    case 'handoff':
      return <Handoff screen={screen} />;
    case 'rate':
      return <Rate screen={screen} />;
    case 'thanks':
      return <Thanks screen={screen} />;
    case 'not-stored':
      return <NotStored />;
    case 'staff':
      return <Staff view={screen.view} />;
    case 'calm':
      return <Calm />;
    case 'attract':
      return <Attract screen={screen} />;
    default:
      return assertNever(screen, 'A screen is not drawn');
  }
}
