import { Agent, request } from 'node:http';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Http, HttpAnswer } from '#host/ports.ts';

/** What the requests of one kind met. Latencies in ms. */
export type Meetings = {
  readonly latencies: number[];
  readonly statuses: Record<string, number>;
  /** Answers of 429 and 503 without Retry-After. */
  unasked: number;
};

export type HerdHttp = { readonly http: Http; readonly beats: Meetings; readonly batches: Meetings; readonly sockets: () => number };

/** Source addresses on the loopback: one alone has too few ports for a herd whose every request connects anew. */
const SOURCES = 16;

/** A process may hold so many files open here (20,000), on both sides; the rest of the herd waits its turn to connect. */
const MOST_SOCKETS = 18_000;

/**
 * Every request over a connection of its own, as after an outage: nothing is warm, and no kiosk
 * profits from another's connection.
 */
export function herdHttp(): HerdHttp {
  const agent = new Agent({ keepAlive: false, maxSockets: MOST_SOCKETS, maxTotalSockets: MOST_SOCKETS });
  const beats: Meetings = { latencies: [], statuses: {}, unasked: 0 };
  const batches: Meetings = { latencies: [], statuses: {}, unasked: 0 };
  let open = 0;
  let next = 0;
  const send = (asked: Parameters<Http['send']>[0]): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      next += 1;
      open += 1;
      const localAddress = `127.0.0.${2 + (next % SOURCES)}`;
      const outgoing = request(asked.url, { method: asked.method, headers: { ...asked.headers, 'content-length': asked.body?.length ?? 0 }, agent, localAddress, signal: AbortSignal.timeout(asked.timeout) });
      outgoing.once('close', () => {
        open -= 1;
      });
      outgoing.once('error', reject);
      outgoing.once('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.once('error', reject);
        incoming.once('end', () => resolve({ status: incoming.statusCode ?? 0, headers: headersOf(incoming.headers), body: text === '' ? null : JSON.parse(text) }));
      });
      outgoing.end(asked.body ?? undefined);
    });
  return {
    beats,
    batches,
    sockets: () => open,
    http: {
      async send(asked) {
        const met = asked.url.endsWith(HTTP_ROUTES.heartbeat.path) ? beats : batches;
        const began = performance.now();
        try {
          const answer = await send(asked);
          count(met, String(answer.status));
          if ((answer.status === 503 || answer.status === 429) && answer.headers['retry-after'] === undefined) met.unasked += 1;
          return answer;
        } catch (cause) {
          count(met, cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer');
          throw cause;
        } finally {
          met.latencies.push(performance.now() - began);
        }
      },
    },
  };
}

function count(met: Meetings, what: string): void {
  met.statuses[what] = (met.statuses[what] ?? 0) + 1;
}

function headersOf(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
