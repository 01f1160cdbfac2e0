import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { callAnswerer, errorAnswer } from '../../answer-call.ts';
import type { Host } from '../../create-host.ts';
import type { Log } from '../../ports.ts';
import { failure, success, type Failure, type Result } from '#domain/result.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { PAGE_HEADERS } from '../page-policy.ts';
import { serveFile } from '../served-file.ts';
import { serveMedia, type MediaFolders } from '../served-media.ts';
import { isFromElsewhere, isOwnHost, isOwnPage, type DoorRule, type RequestOrigin } from './check-request.ts';
import { streamNotices } from './notice-stream.ts';
import { pageWithToken } from './page-file.ts';
import { readBody } from './read-body.ts';

/** The loopback address only: the kiosk's page is on this machine. */
const HOST = '127.0.0.1';
const PAGES: Readonly<Record<string, string>> = { '/': 'index.html', '/index.html': 'index.html', '/safe.html': 'safe.html' };
const MEDIA = '/media/';
/** One page needs six at most; what else runs on the machine must not take them all. */
const MOST_CONNECTIONS = 64;

export type DoorOptions = {
  readonly host: Host;
  readonly log: Log;
  /** dist/renderer */
  readonly pageFolder: string;
  readonly media: MediaFolders;
  /** 0: any free port. */
  readonly port: number;
  readonly token: string;
  readonly devOrigin: string | null;
};

export type Door = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

/** Opens the browser shell's door. Fails when the port is taken or may not be used. */
export async function openDoor(options: DoorOptions): Promise<Result<Door, 'SERVER_BUSY'>> {
  const answer = callAnswerer(options.host.handlers, options.log);
  let rule: DoorRule = { port: options.port, token: options.token, devOrigin: options.devOrigin };
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    handle(options, rule, answer, request, response).catch((error: unknown) => {
      // A page that leaves in the middle of a clip is no fault.
      if (!request.destroyed && !response.destroyed) options.log.error('door.failed', { detail: String(error) });
      response.destroy();
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  const listening = await listen(server, options.port);
  if (!listening.ok) return listening;
  rule = { ...rule, port: listening.value };
  return success({ url: `http://${HOST}:${listening.value}`, port: listening.value, close: () => closeServer(server) });
}

async function listen(server: Server, port: number): Promise<Result<number, 'SERVER_BUSY'>> {
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(failure('SERVER_BUSY', error.code ?? error.message)));
    server.listen(port, HOST, () => {
      const address: AddressInfo | string | null = server.address();
      done(success(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    // The notice stream never ends by itself.
    server.closeAllConnections();
  });
}

type Answerer = ReturnType<typeof callAnswerer>;

async function handle(options: DoorOptions, rule: DoorRule, answer: Answerer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
  const from = originOf(request);
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  if (!isOwnHost(from, rule)) return refuse(response, { code: 'KIOSK_FORBIDDEN', message: 'this is not the kiosk\'s own address' });
  if (path.startsWith('/kiosk/')) {
    if (!isOwnPage(from, rule)) return refuse(response, { code: 'KIOSK_FORBIDDEN', message: 'only the kiosk\'s own page may ask' });
    return handleCall(options, answer, path.slice('/kiosk/'.length), request, response);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, { code: 'REQUEST_NOT_FOUND', message: 'there is nothing to send to here' });
  const page = PAGES[path];
  if (page !== undefined && isFromElsewhere(from)) return refuse(response, { code: 'KIOSK_FORBIDDEN', message: 'no other site opens the kiosk\'s page' });
  if (page !== undefined) return sendPage(options, page, response);
  return sendFile(options, path, request, response);
}

async function handleCall(options: DoorOptions, answer: Answerer, channel: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (channel === 'notices' && request.method === 'GET') return streamNotices(options.host, request, response);
  if (request.method !== 'POST') return refuse(response, { code: 'REQUEST_NOT_FOUND', message: 'calls are sent with POST' });
  const body = await readBody(request);
  await options.host.started;
  const result = body.ok ? await answer(channel, body.value) : body;
  if (!result.ok) return refuse(response, result.error);
  sendJson(response, 200, result);
}

async function sendPage(options: DoorOptions, name: string, response: ServerResponse): Promise<void> {
  const html = await pageWithToken(options.pageFolder, name, options.token);
  if (html === null) {
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end('The kiosk page is not built yet: run npm run build.\n');
    return;
  }
  // The token is another one after each boot, so no copy of the page may be kept.
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}

async function sendFile(options: DoorOptions, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = {
    range: request.headers.range,
    ifNoneMatch: request.headers['if-none-match'],
    headOnly: request.method === 'HEAD',
  };
  const file = path.startsWith(MEDIA)
    ? await serveMedia(options.media, { ...asked, path: path.slice(MEDIA.length) })
    : await serveFile(options.pageFolder, { ...asked, path: path.slice(1) });
  if (file.status === 404) return refuse(response, { code: 'REQUEST_NOT_FOUND', message: 'there is nothing at this address' });
  response.writeHead(file.status, { ...file.headers });
  if (file.body === null) response.end();
  else await pipeline(file.body, response);
}

function originOf(request: IncomingMessage): RequestOrigin {
  const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
  const { host, origin } = request.headers;
  return { host, origin, fetchSite: one(request.headers['sec-fetch-site']), token: one(request.headers['x-kiosk-token']) };
}

function refuse(response: ServerResponse, error: Failure<ErrorCode>): void {
  const { status, body } = errorAnswer(error);
  sendJson(response, status, body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
