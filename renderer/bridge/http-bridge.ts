import type { KioskApi } from '#contract/kiosk-api.ts';
import type { KioskNotice } from '#contract/kiosk-channels.ts';
import { away, parseAnswer, parseNotice } from './parse-answer.ts';
import { readLines } from './read-lines.ts';

/** A citizen waits for the answer; a host that is silent for longer is away, ms. */
const TIME_OUT = 20_000;
/** Wait before the notices are asked for again, ms. */
const RECONNECT = 2_000;

export type HttpBridgeNeeds = {
  readonly fetch: typeof fetch;
  /** Where the door is: empty for the page's own origin. */
  readonly base: string;
  readonly token: string;
  /** The host does not know this page any more (it was started anew): the page has to be loaded again. */
  readonly onStranger: () => void;
  /** Tells `listener` whether the page is on the screen, now and at each change. */
  readonly onVisible: (listener: (isVisible: boolean) => void) => void;
};

/** The page's side of the loopback door (host/adapters/door). */
export function createHttpBridge(needs: HttpBridgeNeeds): KioskApi {
  const { base, token } = needs;
  const listeners = new Set<(notice: KioskNotice) => void>();
  let stop: AbortController | null = null;
  let isVisible = true;

  const listen = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        const answer = await needs.fetch(`${base}/kiosk/notices`, { headers: { 'x-kiosk-token': token }, cache: 'no-store', signal });
        if (answer.status === 403) needs.onStranger();
        if (answer.ok && answer.body !== null) await readLines(answer.body, tell);
      } catch (error: unknown) {
        // The host is being started again; calls tell the citizen, the next turn of the loop mends it.
        if (signal.aborted) return;
        console.warn('notices ended', error);
      }
      await pause(RECONNECT, signal);
    }
  };
  const tell = (line: string): void => {
    const notice = parseNotice(JSON.parse(line));
    if (notice !== null) for (const listener of listeners) listener(notice);
  };

  // A hidden page is slowed down by the browser and cannot beat in time: it lets go of the host meanwhile.
  const attend = (): void => {
    const wanted = isVisible && listeners.size > 0;
    if (wanted && stop === null) {
      stop = new AbortController();
      void listen(stop.signal);
    } else if (!wanted) {
      stop?.abort();
      stop = null;
    }
  };
  needs.onVisible((visible) => {
    isVisible = visible;
    attend();
  });

  return {
    call: callOver(needs),
    onNotice: (listener) => {
      listeners.add(listener);
      attend();
      return () => {
        listeners.delete(listener);
        attend();
      };
    },
  };
}

function callOver(needs: HttpBridgeNeeds): KioskApi['call'] {
  return async (channel, request) => {
    try {
      const answer = await needs.fetch(`${needs.base}/kiosk/${channel}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kiosk-token': needs.token },
        body: JSON.stringify(request),
        cache: 'no-store',
        signal: AbortSignal.timeout(TIME_OUT),
      });
      const parsed = parseAnswer(channel, await answer.json());
      if (!parsed.ok && parsed.error.code === 'KIOSK_FORBIDDEN') needs.onStranger();
      return parsed;
    } catch (error: unknown) {
      return away(error instanceof Error ? error.message : String(error));
    }
  };
}

function pause(delay: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    // The signal lives as long as the page: it must not keep a listener of every pause.
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, delay);
    signal.addEventListener('abort', end);
  });
}
