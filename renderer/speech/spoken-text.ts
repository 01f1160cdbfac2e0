import { createContext, useContext, useSyncExternalStore } from 'react';

/** What is being said, for the strip on the screen (E062). */
export type SpokenText = {
  readonly get: () => string | null;
  readonly set: (text: string | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createSpokenText(): SpokenText {
  let now: string | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set: (text) => {
      if (text === now) return;
      now = text;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Without a provider nothing is ever said: a page drawn alone has no voice. */
export const SpokenTextContext = createContext<SpokenText>(createSpokenText());

export function useSpokenText(): string | null {
  const spoken = useContext(SpokenTextContext);
  return useSyncExternalStore(spoken.subscribe, spoken.get);
}
