import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '#contract/errors.ts';
import type { OidcSignIn } from '../services/oidc-sign-in.ts';
import { SESSION_MS } from '../services/staff-access.ts';
import type { Gates } from './gates.ts';
import { fromOf } from './session-routes.ts';

/** How long somebody may take at the provider, s. */
const MEMORY_S = 600;

/**
 * Two addresses that a browser is sent to, not asked by a script: to the provider and back. What must be remembered
 * meanwhile rides in a cookie of its own, for it has to come back with a visit from another site (Lax, not Strict).
 */
export function oidcRoutes(app: FastifyInstance, { gates, oidc, publicUrl }: { readonly gates: Gates; readonly oidc: OidcSignIn; readonly publicUrl: string | null }): void {
  const secure = publicUrl?.startsWith('https:') === true;
  const name = secure ? '__Host-oidc' : 'oidc';
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  const home = (code: ErrorCode): string => `/#oidc=${code}`;

  app.get('/oidc/start', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const begun = await oidc.begin(request.ip);
    if (!begun.ok) return reply.redirect(home(begun.error.code), 302);
    return reply.setCookie(name, begun.value.memory, { ...cookie, maxAge: MEMORY_S }).redirect(begun.value.url, 302);
  });

  app.get('/oidc/callback', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    reply.clearCookie(name, cookie);
    const memory = request.cookies[name];
    if (memory === undefined) return reply.redirect(home('OIDC_REFUSED'), 302);
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const session = await oidc.finish(query, memory, fromOf(gates, request));
    if (!session.ok) return reply.redirect(home(session.error.code), 302);
    gates.openSession(reply, session.value, SESSION_MS / 1_000);
    return reply.redirect('/', 302);
  });
}
