import { useContext, useMemo } from 'react';
import { SessionContext } from './session-context.ts';

/** Gives the function that tells the centre's time (ms since the epoch) as far as it is known here. It never changes. */
export function useWall(): () => number {
  const session = useContext(SessionContext);
  return useMemo(() => () => Date.now() + (session?.store.getState().kiosk.centreAhead ?? 0), [session]);
}
