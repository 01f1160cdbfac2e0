import type { FastifyRequest } from 'fastify';
import type { Clock } from '../ports.ts';
import type { Device } from '../services/device-access.ts';
import type { Gates } from './gates.ts';

/** How long a kiosk is known without being looked up, ms. */
const KNOWN_MS = 5_000;
const MOST = 20_000;

/**
 * Remembers for some seconds whose token a request carries: a kiosk that drains its backlog sends a
 * batch after the other. Only for requests whose transaction looks whether the device was revoked.
 */
export function knownSenders(clock: Clock, gates: Gates): Gates['device'] {
  const known = new Map<string, { readonly device: Device; readonly until: number }>();
  return async (request: FastifyRequest) => {
    const token = request.headers.authorization ?? '';
    const now = clock.now();
    const remembered = known.get(token);
    // A clock that was set back must not keep anybody known.
    if (remembered !== undefined && now < remembered.until && remembered.until <= now + KNOWN_MS) return { ok: true, value: remembered.device };
    const found = await gates.device(request);
    known.delete(token);
    if (found.ok) known.set(token, { device: found.value, until: now + KNOWN_MS });
    for (const [oldest] of known) {
      if (known.size <= MOST) break;
      known.delete(oldest);
    }
    return found;
  };
}
