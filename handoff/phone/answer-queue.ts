import type { Outcome } from '#domain/outcome.ts';

/** What the phone tells the centre at the end of a guide; contract/phone-answers.ts is the same as a schema. */
export type Answer = { readonly slug: string; readonly step?: string; readonly outcome?: Outcome; readonly score?: number; readonly lang: 'vi' | 'en' };
/** `once` makes a second sending count nothing; it is forgotten with the item. `at`: when it was given, ms; never sent. */
export type Waiting = { readonly once: string; readonly at: number; readonly answer: Answer };

/** The centre forgets one-time numbers after two weeks; what is older than this is given up. */
export const LONGEST_WAIT_MS = 7 * 24 * 60 * 60_000;
const MOST_WAITING = 20;

/** What came of one sending: the centre has it or will never take it, or it should be tried again. */
export type Sent = 'done' | 'later';
export type Send = (item: Waiting) => Promise<Sent>;

/** Where the queue lies; both may throw, and then it lies in memory only. */
export type QueueStore = { readonly read: () => string | null; readonly write: (text: string | null) => void };

export type AnswerQueue = {
  readonly add: (answer: Answer, now: number) => string;
  /** Takes an answer back that was not sent. */
  readonly drop: (once: string) => void;
  /** Sends what waits, one after the other, but for those in `held`. True when nothing is left. */
  readonly flush: (now: number, held: ReadonlySet<string>) => Promise<boolean>;
  readonly clear: () => void;
};

export function answerQueue(store: QueueStore, send: Send, makeOnce: () => string): AnswerQueue {
  let memory: readonly Waiting[] = [];
  const read = (): readonly Waiting[] => {
    try {
      memory = parseWaiting(store.read());
    } catch {
      // Storage is refused: what was said in this visit is still in memory.
    }
    return memory;
  };
  const write = (items: readonly Waiting[]): void => {
    memory = items;
    try {
      store.write(items.length === 0 ? null : JSON.stringify(items));
    } catch {
      // The same.
    }
  };
  const drop = (once: string): void => write(read().filter((item) => item.once !== once));
  return {
    add(answer, now) {
      const item = { once: makeOnce(), at: now, answer };
      write([...read(), item].slice(-MOST_WAITING));
      return item.once;
    },
    drop,
    async flush(now, held) {
      for (const item of read()) {
        if (held.has(item.once)) continue;
        // A clock that was set back makes no answer wait for ever either.
        const sent = Math.abs(now - item.at) > LONGEST_WAIT_MS ? 'done' : await send(item);
        if (sent === 'later') return false;
        drop(item.once);
      }
      return read().length === 0;
    },
    clear: () => write([]),
  };
}

/** Anything strange in the store is nothing. */
export function parseWaiting(text: string | null): readonly Waiting[] {
  if (text === null) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Written by something else: an answer less.
    return [];
  }
  return Array.isArray(value) ? value.filter(isWaiting) : [];
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null || !('once' in value) || !('at' in value) || !('answer' in value)) return false;
  return typeof value.once === 'string' && typeof value.at === 'number' && typeof value.answer === 'object' && value.answer !== null && 'slug' in value.answer;
}

/** 128 random bits as 22 signs of base64url. */
export function makeOnce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** `keepalive`: it is sent although the page goes. */
export async function sendAnswer({ once, answer }: Waiting): Promise<Sent> {
  try {
    const { status } = await fetch('/api/v1/phone-answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ once, scale: 'five-v1', ...answer }),
      credentials: 'omit',
      cache: 'no-store',
      keepalive: true,
    });
    return status === 429 || status >= 500 ? 'later' : 'done';
  } catch {
    // No network now.
    return 'later';
  }
}
