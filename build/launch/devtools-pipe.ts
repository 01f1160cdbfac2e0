import type { Readable, Writable } from 'node:stream';

/**
 * The browser's DevTools over two pipes that only its parent holds (`--remote-debugging-pipe`): no port is
 * opened that anything else on the machine could use. Messages are JSON, each ended by a zero byte.
 */
export type DevtoolsPipe = {
  /** @throws when the browser answers with an error, says nothing for too long, or is gone. */
  readonly ask: (method: string, params?: Readonly<Record<string, unknown>>, session?: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Hears what the browser tells unasked. */
  readonly hear: (listener: (event: string) => void) => void;
};

/** A picture of a large screen on a slow machine, ms. */
const PATIENCE = 8_000;
/** A page that is being loaded takes its answer with it. */
const TRIES = 3;

type Waiting = { readonly resolve: (result: Readonly<Record<string, unknown>>) => void; readonly reject: (cause: Error) => void };

export function devtoolsPipe(write: Writable, read: Readable): DevtoolsPipe {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: string) => void>();
  let asked = 0;
  let rest = '';
  const end = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
    waiting.clear();
  };
  read.setEncoding('utf8');
  read.on('data', (piece: string) => {
    const messages = (rest + piece).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) settle(waiting, listeners, message);
  });
  read.on('close', end);
  // A browser that dies closes its end; the answer to whoever waits comes by `close`.
  for (const stream of [read, write]) stream.on('error', end);
  return {
    hear: (listener) => void listeners.add(listener),
    ask: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const id = asked;
        const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE);
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(id);
        };
        waiting.set(id, { resolve: (result) => (done(), resolve(result)), reject: (cause) => (done(), reject(cause)) });
        write.write(`${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`);
      }),
  };
}

function settle(waiting: ReadonlyMap<number, Waiting>, listeners: ReadonlySet<(event: string) => void>, text: string): void {
  const message: unknown = JSON.parse(text);
  if (!isRecord(message)) return;
  if (typeof message['method'] === 'string') for (const listener of listeners) listener(message['method']);
  if (typeof message['id'] !== 'number') return;
  const asker = waiting.get(message['id']);
  const { error, result } = message;
  if (error !== undefined) asker?.reject(new Error(isRecord(error) ? String(error['message']) : 'the browser refuses'));
  else asker?.resolve(isRecord(result) ? result : {});
}

/** JPEG of what the page at `url` shows, base64; null when no such page is open. @throws when the browser does not answer. */
export async function capturePage(pipe: DevtoolsPipe, url: string): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await captureOnce(pipe, url);
    } catch (error: unknown) {
      if (attempt === TRIES) throw error;
    }
  }
}

async function captureOnce(pipe: DevtoolsPipe, url: string): Promise<string | null> {
  const { targetInfos } = await pipe.ask('Target.getTargets');
  const targets = Array.isArray(targetInfos) ? targetInfos.filter(isRecord) : [];
  const page = targets.find((target) => target['type'] === 'page' && String(target['url']).startsWith(url));
  if (page === undefined) return null;
  const { sessionId } = await pipe.ask('Target.attachToTarget', { targetId: page['targetId'], flatten: true });
  if (typeof sessionId !== 'string') return null;
  try {
    const { data } = await pipe.ask('Page.captureScreenshot', { format: 'jpeg', quality: 85 }, sessionId);
    return typeof data === 'string' ? data : null;
  } finally {
    await pipe.ask('Target.detachFromTarget', { sessionId });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
