import { createStore } from 'zustand/vanilla';
import type { KioskEvent } from './event.ts';
import { transition } from './machine.ts';
import { createPictureBeat } from './picture-beat.ts';
import { needsTicks } from './moves/clock.ts';
import { startingState } from './moves/move.ts';
import { runEffect, type EffectPorts } from './run-effects.ts';
import type { Session } from './session-context.ts';
import type { SessionState } from './state.ts';

/** Four a second while somebody is there; none while the loop plays alone. */
const TICK_MS = 250;

export type RunningSession = Session & {
  /** Asks the host what it is and starts listening to it; the returned function ends both. */
  readonly start: () => () => void;
};

/** Holds the machine's state, brings it events and has its effects done. It decides nothing itself. */
export function createSession(ports: EffectPorts): RunningSession {
  const store = createStore<SessionState>()(() => startingState(ports.clock.moment()));
  let cancelTick: (() => void) | null = null;

  const send = (event: KioskEvent): void => {
    const { state, effects } = transition(store.getState(), { ...event, moment: ports.clock.moment() });
    store.setState(state, true);
    keepTicking();
    for (const effect of effects) perform(effect);
  };

  const perform = (effect: Parameters<typeof runEffect>[0]): void => {
    runEffect(effect, ports, send).catch((bug: unknown) => {
      // A report that fails must not be reported again, or the two go round for ever.
      if (effect.kind !== 'report-bug') send({ kind: 'bug', message: describeBug(bug) });
    });
  };

  const keepTicking = (): void => {
    if (cancelTick !== null || !needsTicks(store.getState())) return;
    cancelTick = ports.clock.after(TICK_MS, () => {
      cancelTick = null;
      send({ kind: 'tick' });
    });
  };

  const start = (): (() => void) => {
    const stopListening = ports.api.onNotice((notice) => send({ kind: 'notice', notice }));
    perform({ kind: 'load' });
    keepTicking();
    return () => {
      stopListening();
      cancelTick?.();
    };
  };

  return { store, send, start, pictures: createPictureBeat() };
}

/** A bug in words for the host's log. */
export function describeBug(bug: unknown): string {
  return bug instanceof Error ? (bug.stack ?? `${bug.name}: ${bug.message}`) : String(bug);
}
