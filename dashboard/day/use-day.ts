import { useEffect, useState } from 'react';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import type { Scope } from './csv-links.ts';
import { loadDay, type DayData } from './load-day.ts';

/** Milliseconds between two looks at the centre: a kiosk reports about once a minute. */
const REFRESH_MS = 60_000;

export type DayState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: CentreFailure }
  /** `failure`: the last try failed and the figures are of `at` (ms). `turning`: another scope is on its way. */
  | { readonly kind: 'ready'; readonly scope: Scope; readonly data: DayData; readonly at: number; readonly failure: CentreFailure | null; readonly turning: boolean };

/**
 * The day of the scope, renewed every minute and when the page comes back into sight. Old figures stay
 * until new ones are there, so nothing flickers. `again` starts a new look at once.
 */
export function useDay(client: CentreClient, scope: Scope): { readonly state: DayState; readonly again: () => void } {
  const [state, setState] = useState<DayState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const { day, servicePoint } = scope;
  useEffect(() => {
    const stop = new AbortController();
    // The parts and not the scope itself, which is a new object on every draw.
    const asked: Scope = { day, servicePoint };
    setState((before) => (before.kind === 'ready' ? { ...before, turning: !sameScope(before.scope, asked) } : before));
    loadDay(client, asked, stop.signal).then(
      (answer) => setState((before) => (stop.signal.aborted ? before : next(before, answer, asked))),
      () => undefined, // Aborted: a newer look is under way.
    );
    return () => stop.abort();
  }, [client, day, servicePoint, round]);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') setRound((count) => count + 1);
    };
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return { state, again: () => setRound((count) => count + 1) };
}

function sameScope(left: Scope, right: Scope): boolean {
  return left.day === right.day && left.servicePoint === right.servicePoint;
}

function next(before: DayState, answer: Awaited<ReturnType<typeof loadDay>>, scope: Scope): DayState {
  if (answer.ok) return { kind: 'ready', scope, data: answer.value, at: Date.now(), failure: null, turning: false };
  if (before.kind === 'ready' && !before.turning) return { ...before, failure: answer.failure };
  return { kind: 'failed', failure: answer.failure };
}
