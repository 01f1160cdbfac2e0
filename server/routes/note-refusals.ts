import type { FastifyInstance } from 'fastify';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Clock } from '../ports.ts';
import { shortAddress } from '../services/short-address.ts';
import { makeThrottle } from '../services/throttle.ts';

/** Refused for what they are, not for what they know: a wrong password stands in the audit log. */
const NOTED: readonly number[] = [403, 429];
/** Nothing of a citizen is written down, not even that one was told to wait. */
const OF_CITIZENS: readonly string[] = [HTTP_ROUTES.phoneAnswer.path, '/c/:code', '/g/:slug'];
/** Whoever is refused on purpose must not fill the disk with it. */
const LINES = { tries: 100, refillMs: 1_000 };

/** Writes to the log who was refused what: the route's pattern and a shortened address, never what was sent. */
export function noteRefusals(app: FastifyInstance, clock: Clock): void {
  const lines = makeThrottle(LINES);
  app.addHook('onResponse', async (request, reply) => {
    if (!NOTED.includes(reply.statusCode)) return;
    const route = request.routeOptions.url ?? '';
    if (OF_CITIZENS.includes(route) || lines.take('all', clock.now()) > 0) return;
    request.log.warn({ status: reply.statusCode, method: request.method, route, address: shortAddress(request.ip) }, 'refused');
  });
}
