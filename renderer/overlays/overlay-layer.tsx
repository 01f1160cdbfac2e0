import type { ReactElement } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { useSession } from '../session/session-context.ts';
import { Comfort } from './comfort.tsx';
import { Help } from './help.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { Languages } from './languages.tsx';

/** What lies over the screen: at most one thing at a time. */
export function OverlayLayer(): ReactElement | null {
  const overlay = useSession((state) => state.overlay);
  switch (overlay.kind) {
    case 'none':
      return null;
    case 'idle-warning':
      return <IdleWarning remaining={overlay.remaining} />;
    case 'help':
      return <Help />;
    case 'comfort':
      return <Comfort />;
    case 'languages':
      return <Languages />;
    default:
      return assertNever(overlay, 'An overlay is not drawn');
  }
}
