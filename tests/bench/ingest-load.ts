import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export type Stream = { readonly id: string; readonly token: string };
/** Whole HTTP requests, ready to be written; those of one stream in order. */
export type Load = readonly (readonly Buffer[])[];
export type Sent = { readonly taps: number; readonly seconds: number };

export const TAPS_A_BATCH = 200;
const FIELDS = ['Hộ tịch', 'Cư trú', 'Đất đai', 'Xây dựng'];

/** Batches of 200 taps, gzip, from many streams, dealt to the lanes (one connection each). */
export function buildLoad(streams: readonly Stream[], options: { readonly lanes: number; readonly batches: number; readonly now: number }): Load {
  const lanes = Array.from({ length: options.lanes }, (): Buffer[] => []);
  for (let batch = 0; batch < options.batches; batch += 1) {
    streams.forEach((stream, index) => {
      lanes[index % options.lanes]?.push(buildRequest(stream, batch, options));
    });
  }
  return lanes;
}

function buildRequest(stream: Stream, batch: number, { batches, now }: { readonly batches: number; readonly now: number }): Buffer {
  const up = 90 * 86_400_000;
  const first = batch * TAPS_A_BATCH + 1;
  const entries = Array.from({ length: TAPS_A_BATCH }, (_, index) => {
    // One tap every 100 s or so: a lively desk.
    const age = ((batches - batch) * TAPS_A_BATCH - index) * 100_000 - ((index * 7_919) % 60_000);
    return {
      kind: 'tap', at: now - age, up: up - age, boot: '9f2c', score: 1 + ((index * 31 + batch) % 5), scale: 'five-v1', about: 'visit',
      field: FIELDS[(index + batch) % FIELDS.length], lang: 'vi', from: 'attract',
    };
  });
  const body = gzipSync(JSON.stringify({ stream: stream.id, first, clock: { now, up, boot: '9f2c' }, entries }), { level: 1 });
  const head = `POST /api/v1/ledger HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${stream.token}\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

/** Sends every lane over a connection of its own, one request after the other, for so many seconds or until the load is used up. */
export async function sendLoad(port: number, load: Load, seconds: number): Promise<Sent> {
  const started = performance.now();
  const until = started + seconds * 1_000;
  const batches = await Promise.all(load.map((lane) => sendLane(port, lane, until)));
  return { taps: batches.reduce((sum, count) => sum + count, 0) * TAPS_A_BATCH, seconds: (performance.now() - started) / 1_000 };
}

async function sendLane(port: number, requests: readonly Buffer[], until: number): Promise<number> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let sent = 0;
  for (const request of requests) {
    if (performance.now() > until) break;
    const answered = nextAnswer(socket);
    socket.write(request);
    await answered;
    sent += 1;
  }
  socket.destroy();
  return sent;
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
