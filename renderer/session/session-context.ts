import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { KioskEvent } from './event.ts';
import type { PictureBeat } from './picture-beat.ts';
import type { SessionState } from './state.ts';

/** The running session: the current state to read, and the one way to change it. */
export type Session = {
  readonly store: StoreApi<SessionState>;
  readonly send: (event: KioskEvent) => void;
  readonly pictures: PictureBeat;
};

export const SessionContext = createContext<Session | null>(null);

function session(found: Session | null): Session {
  if (found === null) throw new Error('A screen was drawn outside SessionContext');
  return found;
}

/**
 * Reads the session. `select` must give back the same value for the same state (a part of the
 * state, a string, a number); build view models from that with useMemo or in the component.
 */
export function useSession<Value>(select: (state: SessionState) => Value): Value {
  return useStore(session(useContext(SessionContext)).store, select);
}

/** Gives the function that tells the machine what happened. It never changes. */
export function useSend(): (event: KioskEvent) => void {
  return session(useContext(SessionContext)).send;
}

/** Where the loop's player reports its frames and stills. */
export function usePictureBeat(): PictureBeat {
  return session(useContext(SessionContext)).pictures;
}
