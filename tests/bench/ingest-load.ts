import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export type Stream = { readonly id: string; readonly token: string };
/** Whole HTTP requests by connection, ready to be written; those of one stream in order. */
export type Load = readonly (readonly Buffer[])[];
export type Shape = {
  readonly tapsABatch: number;
  /** Of each stream. */
  readonly batches: number;
  /** Connections; each stream keeps to one. */
  readonly lanes: number;
  readonly now: number;
};
export type Sent = { readonly requests: number; readonly seconds: number };

const FIELDS = ['Hộ tịch', 'Cư trú', 'Đất đai', 'Xây dựng'];
const UP = 90 * 86_400_000;

/** Batches `from` to `to` of every stream, dealt to the lanes: first everybody's first, as a herd of kiosks sends them. */
export function buildLoad(streams: readonly Stream[], shape: Shape, from = 0, to = shape.batches): Load {
  const lanes = Array.from({ length: shape.lanes }, (): Buffer[] => []);
  for (let batch = from; batch < to; batch += 1) {
    streams.forEach((stream, index) => {
      lanes[index % shape.lanes]?.push(buildRequest(stream, batch, shape));
    });
  }
  return lanes;
}

function buildRequest(stream: Stream, batch: number, { tapsABatch, batches, now }: Shape): Buffer {
  const entries = Array.from({ length: tapsABatch }, (_, index) => {
    const number = batch * tapsABatch + index;
    // One tap every 100 s or so: a lively desk.
    const age = (batches * tapsABatch - number) * 100_000 - ((number * 7_919) % 60_000);
    return {
      kind: 'tap', at: now - age, up: UP - age, boot: '9f2c', score: 1 + ((number * 31) % 5), scale: 'five-v1', about: 'visit',
      field: FIELDS[number % FIELDS.length], lang: 'vi', from: 'attract',
    };
  });
  const body = gzipSync(JSON.stringify({ stream: stream.id, first: batch * tapsABatch + 1, clock: { now, up: UP, boot: '9f2c' }, entries }), { level: 1 });
  const head = `POST /api/v1/ledger HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${stream.token}\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

/** Sends every lane over a connection of its own, one request after the other. @throws at the first answer that is not 200. */
export async function sendLoad(port: number, load: Load): Promise<Sent> {
  const started = performance.now();
  const requests = await Promise.all(load.map((lane) => sendLane(port, lane)));
  return { requests: requests.reduce((sum, count) => sum + count, 0), seconds: (performance.now() - started) / 1_000 };
}

async function sendLane(port: number, requests: readonly Buffer[]): Promise<number> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  for (const request of requests) {
    const answered = nextAnswer(socket);
    socket.write(request);
    await answered;
  }
  socket.destroy();
  return requests.length;
}

function nextAnswer(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const onData = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (end < 0 || text.length < end + 4 + length) return;
      socket.off('data', onData);
      socket.off('error', reject);
      if (text.startsWith('HTTP/1.1 200')) resolve();
      else reject(new Error(`the server answered ${text}`));
    };
    socket.on('data', onData);
    socket.once('error', reject);
  });
}
