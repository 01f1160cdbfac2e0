import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { BLOBS_PATH } from '#contract/manifest.ts';
import { FakeCentre } from './fake-centre.ts';

export type ServedFakeCentre = { readonly url: string; readonly centre: FakeCentre; readonly close: () => Promise<void> };

/** The fake centre behind a real socket, for a real host: its cuts are cut connections. */
export async function serveFakeCentre(): Promise<ServedFakeCentre> {
  const centre = new FakeCentre(Date.now);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://centre').pathname;
    const answering = path.startsWith(BLOBS_PATH) ? sendBlob(centre, request, response) : sendAnswer(centre, request, response);
    answering.catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake centre has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    centre,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

async function sendBlob(centre: FakeCentre, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers.authorization !== `Bearer ${centre.token}`) return void response.writeHead(401).end();
  const answer = await centre.library.download({ url: `http://centre${request.url}`, headers: headersOf(request), silence: 0 });
  response.writeHead(answer.status, { ...answer.headers });
  for await (const piece of answer.body) {
    if (!response.write(piece)) await new Promise((done) => response.once('drain', done));
  }
  response.end();
}

async function sendAnswer(centre: FakeCentre, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const { status, headers, body } = await centre.send({
    method: request.method === 'POST' ? 'POST' : 'GET',
    url: `http://centre${request.url}`,
    headers: headersOf(request),
    body: Buffer.concat(pieces),
    timeout: 0,
  });
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body === null ? undefined : JSON.stringify(body));
}
