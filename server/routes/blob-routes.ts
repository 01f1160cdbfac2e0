import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { BLOBS_PATH, Sha256 } from '#contract/manifest.ts';
import { parserOf } from '#contract/parse.ts';
import type { Library } from '../services/library/library.ts';
import { parseRange } from './byte-range.ts';
import { sendCode, sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseHash = parserOf(Type.Object({ sha256: Sha256 }));
/** Nothing that was uploaded is ever a page or a program, whatever its bytes say. */
const SHOWN = ['video/mp4', 'video/webm', 'image/webp', 'image/png', 'image/jpeg', 'text/vtt', 'application/json'];
const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

export type BlobRoutes = {
  readonly gates: Gates;
  readonly library: Library;
  /** Files are given to anybody who knows their hash: for a CDN that fetches here. */
  readonly isPublic: boolean;
};

/** What kiosks load: the manifest and the files it names. */
export function blobRoutes(app: FastifyInstance, { gates, library, isPublic }: BlobRoutes): void {
  app.get(HTTP_ROUTES.manifest.path, async (request, reply) => {
    const device = await gates.device(request);
    if (!device.ok) return sendFailure(reply, device.error);
    const held = /^(?:W\/)?"([0-9a-f]{64})"$/.exec(request.headers['if-none-match'] ?? '')?.[1] ?? null;
    const { id, point } = device.value;
    const signed = await library.manifests.signed({ deviceId: id, servicePoint: point.id, unit: point.unit }, held);
    if (signed === null) return sendCode(reply, 'CONTENT_NONE');
    reply.header('etag', `"${signed.sha256}"`).header('cache-control', 'private, no-cache');
    if (signed.sha256 === held) return reply.code(304).send();
    return reply.send({ manifest: signed.manifest, signature: signed.signature });
  });

  app.route({
    method: ['GET', 'HEAD'],
    url: `${BLOBS_PATH}:sha256`,
    handler: async (request, reply) => {
      const parsed = parseHash(request.params);
      if (!parsed.ok) return sendCode(reply, 'BLOB_UNKNOWN');
      if (!isPublic && !(await isKnown(gates, request))) return sendCode(reply, 'DEVICE_UNKNOWN');
      return sendBlob(request, reply, library, parsed.value.sha256);
    },
  });
}

async function isKnown(gates: Gates, request: FastifyRequest): Promise<boolean> {
  return (await gates.device(request)).ok || (await gates.staff(request, 'viewer')).ok;
}

async function sendBlob(request: FastifyRequest, reply: FastifyReply, { blobs, typeOf }: Library, sha256: string): Promise<FastifyReply> {
  const size = await blobs.size(sha256);
  if (size === null) return sendCode(reply, 'BLOB_UNKNOWN');
  const type = (await typeOf(sha256))?.split(';')[0] ?? '';
  const shown = SHOWN.includes(type) ? type : 'application/octet-stream';
  reply
    .header('etag', `"${sha256}"`)
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('content-security-policy', NOTHING_RUNS)
    .header('cross-origin-resource-policy', 'same-origin')
    .type(shown.startsWith('text/') || shown === 'application/json' ? `${shown}; charset=utf-8` : shown);
  if (request.headers['if-none-match']?.includes(sha256) === true) return reply.code(304).send();
  // If-Range with another tag means: the whole file, if it is another one. Ours never is another one, so only a wrong tag counts.
  const isRangeMeant = request.headers['if-range'] === undefined || request.headers['if-range'] === `"${sha256}"`;
  const range = parseRange(isRangeMeant ? request.headers.range : undefined, size);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const [start, end] = range ?? [0, size - 1];
  if (range !== null) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', String(end - start + 1));
  if (request.method === 'HEAD' || size === 0) return reply.send();
  return reply.send(Readable.from(blobs.stream(sha256, start, end)));
}
