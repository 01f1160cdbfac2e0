import type { Answers } from '#domain/condition.ts';

/** What a phone remembers of one guide: answers and ticks. Never sent anywhere (promise 5). */
export type KeptState = { readonly answers: Answers; readonly ticks: readonly string[] };

export const NOTHING_KEPT: KeptState = { answers: {}, ticks: [] };

/** Where the phone keeps it; a browser that refuses (private mode, Zalo) simply forgets. */
export type Keeper = {
  readonly load: () => KeptState;
  readonly save: (state: KeptState) => void;
  readonly clear: () => void;
};

/** Reads what was written by any version of this page; anything strange is nothing. */
export function parseKeptState(text: string | null): KeptState {
  if (text === null) return NOTHING_KEPT;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Written by something else: the citizen starts afresh, which costs a few ticks and no more.
    return NOTHING_KEPT;
  }
  if (typeof value !== 'object' || value === null) return NOTHING_KEPT;
  const answers: Record<string, string> = {};
  if ('answers' in value && typeof value.answers === 'object' && value.answers !== null) {
    for (const [question, option] of Object.entries(value.answers)) {
      if (/^[a-z]$/.test(question) && typeof option === 'string' && /^\d$/.test(option)) answers[question] = option;
    }
  }
  const listed: readonly unknown[] = 'ticks' in value && Array.isArray(value.ticks) ? value.ticks : [];
  return { answers, ticks: listed.filter((tick): tick is string => typeof tick === 'string') };
}

type Storage = { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void; removeItem: (key: string) => void };

/** `openStorage` may throw: reading `window.localStorage` does when site data is blocked. */
export function keeperOf(slug: string, openStorage: () => Storage): Keeper {
  const key = `mot-cham:${slug}`;
  const attempt = <Value>(act: (storage: Storage) => Value, otherwise: Value): Value => {
    try {
      return act(openStorage());
    } catch {
      // Blocked or full storage: the page works, it only does not remember.
      return otherwise;
    }
  };
  return {
    load: () => attempt((storage) => parseKeptState(storage.getItem(key)), NOTHING_KEPT),
    save: (state) => attempt((storage) => storage.setItem(key, JSON.stringify(state)), undefined),
    clear: () => attempt((storage) => storage.removeItem(key), undefined),
  };
}
