import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** A line to a centre that writes down everything that goes over it, unpacked. */
export class RecordingLine {
  readonly heard: Buffer[] = [];
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(to: string): Promise<RecordingLine> {
    const server = createServer((request, response) => {
      void readWhole(request).then(async (body) => {
        line.heard.push(Buffer.from(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`), request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
        const { host: _host, connection: _connection, 'content-length': _length, 'transfer-encoding': _transfer, ...headers } = request.headers;
        const asked = await fetch(to + (request.url ?? ''), { method: request.method ?? 'GET', headers: headers as Record<string, string>, ...(body.length > 0 ? { body: new Uint8Array(body) } : {}) });
        const answer = Buffer.from(await asked.arrayBuffer());
        response.writeHead(asked.status, { 'content-type': asked.headers.get('content-type') ?? 'application/json' }).end(answer);
      }).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const line = new RecordingLine(server);
    return line;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
