import { connect } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test, vi } from 'vitest';
import { addBodyDeadline } from '#server/routes/body-deadline.ts';

let app: FastifyInstance | null = null;
afterEach(async () => {
  vi.useRealTimers();
  await app?.close();
  app = null;
});

async function listen(): Promise<number> {
  app = fastify({ requestTimeout: 0, forceCloseConnections: true });
  addBodyDeadline(app, (url) => url === '/upload');
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const count = async (request: { readonly body: unknown }): Promise<{ bytes: number }> => {
    let bytes = 0;
    for await (const chunk of request.body as AsyncIterable<Uint8Array>) bytes += chunk.byteLength;
    return { bytes };
  };
  app.route({ method: 'PUT', url: '/upload', handler: count });
  app.route({ method: 'PUT', url: '/form', handler: count });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Sends one byte, lets `pause` pass, sends the other one; what came back, '' when the line was cut. */
async function sendSlowly(port: number, path: string, pause: () => void): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let got = '';
  socket.on('data', (chunk) => (got += String(chunk)));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(`PUT ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: 2\r\nconnection: close\r\n\r\na`);
  await new Promise((resolve) => setImmediate(resolve));
  await vi.waitFor(() => expect(app?.server.listening).toBe(true));
  await new Promise<void>((resolve) => void setImmediate(() => setImmediate(resolve)));
  pause();
  socket.write('b');
  await closed;
  return got;
}

test('a body that takes longer than a minute is cut off, so that slow senders hold no memory', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const port = await listen();
  let arrived = false;
  app?.server.on('request', () => (arrived = true));
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve('cut')));
  socket.write('PUT /form HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: 2\r\n\r\na');
  while (!arrived) await new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(60_000);
  expect(await closed).toBe('cut');
});

test('a film may take longer, and what came in time is answered', async () => {
  const port = await listen();
  expect(await sendSlowly(port, '/upload', () => undefined)).toContain('{"bytes":2}');
  expect(await sendSlowly(port, '/form', () => undefined)).toContain('{"bytes":2}');
});
