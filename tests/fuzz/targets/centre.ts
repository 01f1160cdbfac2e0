import type { InjectOptions } from 'fastify';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { clockAt, openCentre, tap, TEN_O_CLOCK } from '#tests/integration/server/open-centre.ts';
import { jsonTarget, mustHold, type Target } from '../target.ts';

const SPAN = 'from=2026-11-20&to=2026-11-23';
const READ = ['daily', 'hourly', 'procedures', 'steps', 'overview', 'week', 'heat-map', 'reasons', 'fields', 'stuck-steps', 'plays'].map((name) => `/api/v1/summaries/${name}?${SPAN}`);
const OTHERS = ['/api/v1/reports/annex?from=2026-11-01&to=2026-11-23&audience=public', '/api/v1/targets?unit=xa', '/api/v1/alerts?state=open', '/api/v1/audit?from=2026-11-01', '/api/v1/kiosks', '/g/khai-sinh', '/c/K7P4MX', '/api/v1/library/editions', `/api/v1/summaries/daily?${SPAN}&format=csv&audience=public&lang=en`, '/api/v1/manifest', `/api/v1/blobs/${'a'.repeat(64)}`];
const METHODS = new Set<string>(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** A whole centre with its database, asked without a port: whatever is asked, it never answers that it has met a bug. */
export const centre: Target = jsonTarget({
  name: 'centre',
  what: 'a whole centre on SQLite: any method, address, query string, header and body, by a viewer, an administrator, a kiosk and nobody',
  share: 0.5,
  largest: 16 * 1024,
  words: ['from=', 'to=', 'unit=xa', 'field=Hộ tịch', 'servicePoint=p1', 'format=xlsx', 'format=html', 'merge=unit', 'audience=public', '%', '%00', '%C3', '%2e%2e%2f', '..', '&', '&from=', '2026-02-30', '9999-12-31', '0001-01-01', '[]', 'from[]=', 'application/json', 'text/plain', 'gzip', 'bytes=0-'],
  open: async () => {
    const open = await openCentre();
    await open.addPoint('p1', 'xa');
    await open.addUser('admin@vi.vn', 'admin');
    await open.addUser('xem@vi.vn', 'viewer', 'xa');
    const kiosk = await open.enrol('p1');
    await open.send(kiosk, { first: 1, entries: [1, 2, 3, 4, 5].map((score) => tap(score, score * 120_000, { field: 'Hộ tịch', procedure: '1.001193' })) });
    const who: Readonly<Record<string, Record<string, string>>> = {
      admin: { cookie: await open.cookieOf('admin@vi.vn'), 'sec-fetch-site': 'same-origin' },
      viewer: { cookie: await open.cookieOf('xem@vi.vn') },
      kiosk: { authorization: `Bearer ${kiosk.token}` },
      nobody: {},
    };
    const batch = { stream: kiosk.stream, first: 6, clock: clockAt(TEN_O_CLOCK), entries: [tap(5, 1_000)] };
    const answer = { once: 'A'.repeat(22), slug: 'khai-sinh', outcome: 'managed', scale: 'five-v1', lang: 'vi' };
    return {
      seeds: [
        ...[...READ, ...OTHERS].map((url) => ({ who: 'admin', method: 'GET', url, headers: {} })),
        ...Object.values(HTTP_ROUTES).map(({ method, path }) => ({ who: 'admin', method, url: path.replace(':id', 'p1').replace(':slot', 'tall'), headers: {}, body: {} })),
        { who: 'kiosk', method: 'POST', url: '/api/v1/ledger', headers: {}, body: batch },
        { who: 'kiosk', method: 'POST', url: '/api/v1/heartbeat', headers: {}, body: { clock: clockAt(TEN_O_CLOCK), ledger: { stream: kiosk.stream, head: 5, days: { '2026-11-23': 5 } }, health: { faults: [], appVersion: '1' } } },
        { who: 'nobody', method: 'POST', url: '/api/v1/phone-answers', headers: { origin: 'http://localhost:80' }, body: answer },
        { who: 'nobody', method: 'POST', url: '/api/v1/enrol', headers: {}, body: { pairingCode: 'AAAA-BBBB', stream: 'stream-1', device: { name: 'k', platform: 'l', appVersion: '1', shell: 'browser' } } },
      ],
      run: async (input) => {
        const request = requestOf(input, who);
        if (request === null) return;
        const { statusCode, body } = await open.app.inject(request);
        mustHold(statusCode < 500 || statusCode === 503, `${request.method} answers ${statusCode} ${body.slice(0, 200)}`);
      },
      close: () => open.close(),
    };
  },
});

/** Null for what no program can send: an address or header with signs that HTTP has no place for. */
function requestOf(input: unknown, who: Readonly<Record<string, Record<string, string>>>): (InjectOptions & { method: NonNullable<InjectOptions['method']> }) | null {
  if (typeof input !== 'object' || input === null) return null;
  const { who: name, method, url, headers, body } = input as Record<string, unknown>;
  if (typeof method !== 'string' || !METHODS.has(method) || typeof url !== 'string' || !/^\/[\x21-\x7e]*$/.test(encodeSpaces(url))) return null;
  // Signing in is slow on purpose; an upload has a deadline on its socket, and here is none.
  if (/sign-in|password|links|users|claim|\/files\//.test(url)) return null;
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(typeof headers === 'object' && headers !== null ? headers : {})) {
    if (/^[a-z-]{1,40}$/.test(key) && !/content-length|transfer|connection|host|upgrade|expect|te$/.test(key) && typeof value === 'string' && /^[\x20-\x7e]*$/.test(value)) given[key] = value;
  }
  const asked = { method, url: encodeSpaces(url), headers: { ...given, ...(typeof name === 'string' ? who[name] : {}) } };
  if (body === undefined || method === 'GET' || method === 'HEAD') return asked;
  try {
    return { ...asked, headers: { 'content-type': 'application/json', ...asked.headers }, payload: typeof body === 'string' ? body : JSON.stringify(body) };
  } catch {
    // Deeper than it can be written.
    return asked;
  }
}

const encodeSpaces = (url: string): string => url.toWellFormed().replace(/[^\x21-\x7e]/g, (sign) => encodeURIComponent(sign));
