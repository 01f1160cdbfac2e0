import { useEffect, useRef, useState } from 'react';
import type { HttpRouteName } from '#contract/http-routes.ts';
import type { AnswerOf, Asking, CentreClient, CentreFailure } from './centre-client.ts';

export type AskedState<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: CentreFailure }
  /** `failure`: the last try failed and the value is of `at` (ms). `turning`: an answer to another question is on its way. */
  | { readonly kind: 'ready'; readonly value: Value; readonly at: number; readonly failure: CentreFailure | null; readonly turning: boolean };

export type Asked<Value> = {
  readonly state: AskedState<Value>;
  /** Asks again at once, after a change for instance. */
  readonly again: () => void;
};

type AskedOptions = Pick<Asking, 'params' | 'query'> & {
  /** Milliseconds between two looks while the page is in sight; left out: once. */
  readonly refreshMs?: number;
};

/** One GET route's answer, kept fresh. Old figures stay until new ones are there, so nothing flickers. */
export function useAsked<Name extends HttpRouteName>(client: CentreClient, name: Name, { params, query, refreshMs }: AskedOptions = {}): Asked<AnswerOf<Name>> {
  const key = JSON.stringify([name, params, query]);
  return useLoaded(key, (signal) => client.ask(name, { ...(params === undefined ? {} : { params }), ...(query === undefined ? {} : { query }), signal }), refreshMs);
}

type Loader<Value> = (signal: AbortSignal) => Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: CentreFailure }>;

/** The same for whatever a page loads in one go; `key` names the question, and another key asks anew. */
export function useLoaded<Value>(key: string, load: Loader<Value>, refreshMs?: number): Asked<Value> {
  const [state, setState] = useState<AskedState<Value>>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  loader.current = load;
  const answered = useRef<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setState((before) => (before.kind === 'ready' && answered.current !== key ? { ...before, turning: true } : before));
    loader.current(stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        if (answer.ok) {
          answered.current = key;
          setState({ kind: 'ready', value: answer.value, at: Date.now(), failure: null, turning: false });
        } else setState((before) => (before.kind === 'ready' && answered.current === key ? { ...before, failure: answer.failure } : { kind: 'failed', failure: answer.failure }));
      },
      () => undefined, // Aborted: a newer look is under way, or the page is gone.
    );
    return () => stop.abort();
  }, [key, round]);
  useEffect(() => {
    if (refreshMs === undefined) return undefined;
    const look = (): void => {
      if (document.visibilityState === 'visible') setRound((count) => count + 1);
    };
    const timer = setInterval(look, refreshMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refreshMs]);
  return { state, again: () => setRound((count) => count + 1) };
}
