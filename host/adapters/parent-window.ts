import type { CommandFailure } from '#contract/commands.ts';

/** What host and launcher say to each other over the channel between their processes. */
export type CaptureRequest = { readonly kind: 'capture'; readonly ask: number };
export type CaptureReply = { readonly kind: 'captured'; readonly ask: number; readonly picture: string | null };

/** The shell had to load the page again, and why; on the safe page when `safe`. */
export type PageRestarted = { readonly kind: 'page-restarted'; readonly safe: boolean; readonly why: string };

/** A screen that is drawn slowly takes this long, ms. */
const PATIENCE = 30_000;

/** The part of `process` that reaches whoever started this one. */
export type ParentChannel = {
  readonly send: ((message: CaptureRequest) => unknown) | undefined;
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown;
};

/**
 * Asks whoever opened the window (build/commands) for a picture of it. Without such a parent nobody here can
 * see the screen, and that is what staff are told.
 */
export function parentCapture(channel: ParentChannel): () => Promise<Uint8Array | CommandFailure> {
  const waiting = new Map<number, (picture: string | null) => void>();
  let asked = 0;
  channel.on('message', (message) => {
    if (!isReply(message)) return;
    waiting.get(message.ask)?.(message.picture);
  });
  return async () => {
    const { send } = channel;
    if (send === undefined) return 'no-window';
    asked += 1;
    const ask = asked;
    const picture = await new Promise<string | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), PATIENCE);
      waiting.set(ask, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      send({ kind: 'capture', ask });
    });
    waiting.delete(ask);
    return picture === null ? 'no-window' : Buffer.from(picture, 'base64');
  };
}

/** Hears from whoever opened the window that its page had to be loaded again. */
export function hearPageRestarts(channel: Pick<ParentChannel, 'on'>, listener: (safe: boolean, why: string) => void): void {
  channel.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'page-restarted') return;
    if ('safe' in message && 'why' in message) listener(message.safe === true, String(message.why));
  });
}

function isReply(message: unknown): message is CaptureReply {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'captured' &&
    'ask' in message && typeof message.ask === 'number' && 'picture' in message && (message.picture === null || typeof message.picture === 'string')
  );
}
