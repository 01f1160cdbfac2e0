import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Host } from '../../create-host.ts';

/** An empty line now and then, so that a page notices a host that went away, ms. */
const KEEP_ALIVE = 15_000;
/** A page that does not read any more is let go rather than buffered for, bytes. */
const LARGEST_BACKLOG = 256 * 1024;

/** Notices as one JSON a line (docs/decisions: one way needs no WebSocket). Ends when the page goes. */
export function streamNotices(host: Host, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  const write = (line: string): void => {
    if (response.writableLength > LARGEST_BACKLOG) response.destroy();
    else response.write(line);
  };
  const disconnect = host.connectPage();
  const stop = host.onNotice((notice) => write(`${JSON.stringify(notice)}\n`));
  for (const notice of host.greeting()) write(`${JSON.stringify(notice)}\n`);
  const beat = setInterval(() => write('\n'), KEEP_ALIVE);
  const end = (): void => {
    clearInterval(beat);
    stop();
    disconnect();
  };
  request.on('close', end);
  response.on('close', end);
}
