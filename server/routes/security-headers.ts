import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What answers scripts and kiosks is no page: should a browser be made to show it, nothing in it runs or loads. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** A year, and every host below: the centre has a host name of its own (docs/operations.md). */
const TRANSPORT = 'max-age=31536000; includeSubDomains';

export type SetSecurityHeaders = (request: FastifyRequest, reply: FastifyReply) => void;

/** The same headers on every answer: no foreign code, no frame around us, no address told to others. */
export function securityHeaders(publicUrl: string | null): SetSecurityHeaders {
  const always = publicUrl?.startsWith('https:') === true ? { ...EVERYWHERE, 'strict-transport-security': TRANSPORT } : EVERYWHERE;
  const data = { ...always, 'content-security-policy': DATA_POLICY, 'cache-control': 'no-store' };
  const page = { ...always, 'content-security-policy': PAGE_POLICY };
  return (request, reply) => void reply.headers(request.url.startsWith('/api/') ? data : page);
}

export function addSecurityHeaders(app: FastifyInstance, set: SetSecurityHeaders): void {
  app.addHook('onRequest', async (request, reply) => set(request, reply));
}
