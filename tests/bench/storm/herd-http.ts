import { connect, type Socket } from 'node:net';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Http, HttpAnswer, Timers } from '#host/ports.ts';

/** What the requests of one kind met. */
export type Meetings = {
  /** From the first try to connect, or the writing on an open connection, to the end of the answer, ms. */
  readonly latencies: number[];
  readonly statuses: Record<string, number>;
  /** Answers of 429 and 503 without Retry-After. */
  unasked: number;
};

type Asked = Parameters<Http['send']>[0];
export type HerdHttp = { readonly beats: Meetings; readonly batches: Meetings; readonly sockets: () => number; /** The way of one kiosk. */ readonly line: () => Http };

/** Source addresses on the loopback: one alone has too few ports for a herd. */
const SOURCES = 16;
/** A connection that carries nothing is ended after this, as undici's fetch does when it is told nothing else, ms. */
const IDLE = 4_000;

/**
 * HTTP/1.1 as little as the centre's answers need, because the herd shares the processor with the centre. Each
 * kiosk has a connection of its own, kept as long as it has something to say: nothing is warm when the storm
 * begins. `most` connections at once, because a process may hold only so many; the others wait for their turn
 * before their time-out begins.
 */
export function herdHttp(port: number, timers: Timers, most: number): HerdHttp {
  const beats: Meetings = { latencies: [], statuses: {}, unasked: 0 };
  const batches: Meetings = { latencies: [], statuses: {}, unasked: 0 };
  const queue: (() => void)[] = [];
  let open = 0;
  let next = 0;

  const connectOne = (): Socket => {
    next += 1;
    const socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${2 + (next % SOURCES)}`, noDelay: true });
    socket.once('close', () => {
      open -= 1;
      queue.shift()?.();
    });
    return socket;
  };
  const roomForOne = (): Promise<void> | null => {
    if (open < most) {
      open += 1;
      return null;
    }
    return new Promise((resolve) => {
      queue.push(() => {
        open += 1;
        resolve();
      });
    });
  };
  const line = (): Http => {
    let kept: Socket | null = null;
    return {
      async send(asked) {
        const met = asked.url.endsWith(HTTP_ROUTES.heartbeat.path) ? beats : batches;
        if (kept === null) await roomForOne();
        const began = performance.now();
        const socket = kept ?? connectOne();
        kept = null;
        try {
          const { answer, isKept } = await exchange(socket, asked, timers);
          if (isKept) {
            kept = socket;
            keepFor(socket, timers, () => (kept = kept === socket ? null : kept));
          } else socket.destroy();
          count(met, String(answer.status));
          if ((answer.status === 503 || answer.status === 429) && answer.headers['retry-after'] === undefined) met.unasked += 1;
          return answer;
        } catch (cause) {
          socket.destroy();
          count(met, cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer');
          throw cause;
        } finally {
          met.latencies.push(performance.now() - began);
        }
      },
    };
  };
  return { beats, batches, sockets: () => open, line };
}

type Exchanged = { readonly answer: HttpAnswer; readonly isKept: boolean };

function exchange(socket: Socket, { method, url, headers, body, timeout }: Asked, timers: Timers): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    let text = '';
    const finish = (cause: Error | null): void => {
      cancel();
      socket.removeAllListeners('data').removeAllListeners('error').removeAllListeners('end');
      socket.on('error', () => undefined);
      if (cause !== null) reject(cause);
      else resolve(parseAnswer(text));
    };
    const cancel = timers.after(timeout, () => finish(Object.assign(new Error('no answer in time'), { code: 'TIME_OUT' })));
    // A character a byte: the length of an answer is counted in bytes.
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (isWhole(text)) finish(null);
    });
    socket.on('error', finish);
    socket.on('end', () => finish(Object.assign(new Error('the centre hung up'), { code: 'HUNG_UP' })));
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? Buffer.alloc(0));
    const { pathname, host } = addressOf(url);
    socket.cork();
    socket.write(`${method} ${pathname} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}content-length: ${bytes.length}\r\n\r\n`, 'latin1');
    socket.write(bytes);
    socket.uncork();
  });
}

/** An idle connection ends by itself, by the centre's will, or when its kiosk speaks again. */
function keepFor(socket: Socket, timers: Timers, forget: () => void): void {
  const written = socket.bytesWritten;
  const leave = (): void => {
    if (socket.bytesWritten !== written) return;
    forget();
    socket.destroy();
  };
  timers.after(IDLE, leave);
  socket.once('end', leave);
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  return end >= 0 && text.length >= end + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
}

function parseAnswer(text: string): Exchanged {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(lines.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 1).trim()]));
  const body = Buffer.from(text.slice(end + 4), 'latin1').toString('utf8');
  return { answer: { status: Number(first.split(' ')[1]), headers, body: body === '' ? null : JSON.parse(body) }, isKept: headers['connection'] !== 'close' };
}

const addresses = new Map<string, URL>();

function addressOf(url: string): URL {
  const known = addresses.get(url) ?? new URL(url);
  addresses.set(url, known);
  return known;
}

function count(met: Meetings, what: string): void {
  met.statuses[what] = (met.statuses[what] ?? 0) + 1;
}
