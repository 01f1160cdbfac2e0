import type { FastifyInstance } from 'fastify';

/** A slow sender holds memory; a film on its way to the disk does not. */
const BODY_MS = 60_000;
/** An upload may take hours, but not stand still. */
const STILL_MS = 60_000;

/**
 * Ends a connection whose body is not there in time. Node's own limit is one for a whole server, and a film of some
 * gigabytes needs longer than anything else may take: `isUpload` says which addresses those are.
 */
export function addBodyDeadline(app: FastifyInstance, isUpload: (url: string) => boolean): void {
  app.addHook('onRequest', async (request) => {
    const { raw } = request;
    if (raw.method === 'GET' || raw.method === 'HEAD' || raw.complete) return;
    const end = (): void => void raw.destroy();
    if (isUpload(request.url)) {
      raw.setTimeout(STILL_MS, end);
      return;
    }
    const timer = setTimeout(end, BODY_MS);
    timer.unref();
    const clear = (): void => clearTimeout(timer);
    raw.once('end', clear);
    raw.once('close', clear);
  });
}
