import type { Answers } from '#domain/condition.ts';

/** What a phone remembers of one guide: answers and ticks. Never sent anywhere (promise 5). */
export type KeptState = {
  readonly answers: Answers;
  readonly ticks: readonly string[];
  /** The guide's edition that was ticked; '' when it is not known. */
  readonly edition: string;
  /** What was asked at the end and answered: that it was, not what was said. */
  readonly said: readonly ('outcome' | 'score')[];
};

export const NOTHING_KEPT: KeptState = { answers: {}, ticks: [], edition: '', said: [] };

/** Where the phone keeps it; a browser that refuses (private mode, Zalo) simply forgets. */
export type Keeper = {
  readonly load: () => KeptState;
  readonly save: (state: KeptState) => void;
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
  const edition = 'edition' in value && typeof value.edition === 'string' ? value.edition : '';
  const said = ['outcome', 'score'] as const;
  return { answers, ticks: textsIn('ticks' in value ? value.ticks : []), edition, said: said.filter((each) => textsIn('said' in value ? value.said : []).includes(each)) };
}

function textsIn(value: unknown): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  return listed.filter((each): each is string => typeof each === 'string');
}

type Storage = { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void };

/** Forgets every guide, and whatever else of ours lies in this store. */
export function forgetEverything(openStorage: () => Record<string, unknown>): void {
  try {
    const storage = openStorage();
    for (const key of Object.keys(storage)) if (key.startsWith('mot-cham')) delete storage[key];
  } catch {
    // Blocked storage: nothing was kept.
  }
}

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
  };
}
