import type { Readable } from 'node:stream';
import { PAGE_HEADERS } from '#host/adapters/page-policy.ts';
import { serveFile, type ServedFile } from '#host/adapters/served-file.ts';
import { serveMedia, type MediaFolders } from '#host/adapters/served-media.ts';

export type AppFolders = { readonly page: string; readonly media: MediaFolders };

/** What the request handler of the app:// scheme looks at. */
export type AppRequest = { readonly url: string; readonly method: string; readonly headers: Headers };

const MEDIA = '/media/';

/** Serves dist/renderer and the pack's media under app://kiosk/, with Range, under the page's policy. */
export async function serveApp(folders: AppFolders, request: AppRequest): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (host !== 'kiosk' || (request.method !== 'GET' && request.method !== 'HEAD')) return respond({ status: 404, headers: {}, body: null });
  const asked = {
    range: request.headers.get('range') ?? undefined,
    ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
    headOnly: request.method === 'HEAD',
  };
  const path = pathname === '/' ? '/index.html' : pathname;
  const file = path.startsWith(MEDIA)
    ? await serveMedia(folders.media, { ...asked, path: path.slice(MEDIA.length) })
    : await serveFile(folders.page, { ...asked, path: path.slice(1) });
  return respond(file);
}

function respond(file: ServedFile): Response {
  const headers = { ...PAGE_HEADERS, ...file.headers };
  if (file.body === null) return new Response(null, { status: file.status, headers });
  return new Response(webStream(file.body), { status: file.status, headers });
}

/** Node's own conversion keeps reading into memory for a page that pauses a clip; this one waits to be asked. */
function webStream(body: Readable): ReadableStream<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece: IteratorResult<unknown> = await pieces.next();
      if (piece.done === true) controller.close();
      else if (piece.value instanceof Uint8Array) controller.enqueue(Uint8Array.from(piece.value));
    },
    cancel: () => {
      body.destroy();
    },
  });
}
