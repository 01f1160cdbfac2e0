import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { DaySummary, HourSummary, KioskRow, ProcedureSummary, ServicePointList } from '#contract/summaries.ts';
import type { StaffUser } from '#contract/staff.ts';
import { daysBetween } from '#domain/calendar-day.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';

type Five = [number, number, number, number, number];
export type FakePointDay = { readonly scores: Five; readonly flagged?: number; readonly asked?: number; readonly missing?: number; readonly corrected?: number; readonly reasons?: Readonly<Record<string, number>> };

/** The centre's staff side in memory: it signs in, adds points, pairs and answers summaries like the real one. */
export type FakeCentre = {
  readonly points: ServicePointList['servicePoints'][number][];
  readonly units: { id: string; name: string; parent: string | null }[];
  readonly kiosks: KioskRow[];
  /** Service point → day → what was counted. */
  readonly days: Map<string, Map<string, FakePointDay>>;
  readonly procedures: ProcedureSummary['procedures'][number][];
  user: StaffUser;
  signedIn: boolean;
  oneTimeToken: string | null;
  password: string;
  /** While true every answer is a closed connection. */
  down: boolean;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
};

type Answer = { readonly status: number; readonly body: unknown };
const refusal = (status: number, code: string): Answer => ({ status, body: { error: { code, message: code } } });

/** `now` in ms. Starts empty: no points, no kiosks, nobody signed in. */
export function fakeCentre(now: () => number): FakeCentre {
  const centre: FakeCentre = {
    points: [],
    units: [],
    kiosks: [],
    days: new Map(),
    procedures: [],
    user: { id: 'u1', email: 'an@example.vn', role: 'admin', unit: null },
    signedIn: false,
    oneTimeToken: null,
    password: 'mat-khau-dai',
    down: false,
    handle: (request, response) => {
      const url = new URL(request.url ?? '/', 'http://centre');
      if (!url.pathname.startsWith('/api/')) return false;
      if (centre.down) {
        response.destroy();
        return true;
      }
      void readBody(request).then((body) => send(response, answer(centre, request.method ?? 'GET', url, body, now)));
      return true;
    },
  };
  return centre;
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (status === 204) response.writeHead(204).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function answer(centre: FakeCentre, method: string, url: URL, body: Readonly<Record<string, unknown>>, now: () => number): Answer {
  const found = Object.entries(HTTP_ROUTES).find(([, route]) => route.method === method && route.path === url.pathname);
  if (found === undefined) return refusal(404, 'REQUEST_NOT_FOUND');
  const [name, route] = found;
  if (route.access === 'staff' && !centre.signedIn) return refusal(401, 'STAFF_SIGNED_OUT');
  return actions(centre, url, body, now)[name]?.() ?? refusal(404, 'REQUEST_NOT_FOUND');
}

function actions(centre: FakeCentre, url: URL, body: Readonly<Record<string, unknown>>, now: () => number): Readonly<Record<string, () => Answer>> {
  const done: Answer = { status: 204, body: null };
  return {
    signIn: () => {
      if (body['email'] !== centre.user.email || body['password'] !== centre.password) return refusal(401, 'STAFF_SIGN_IN_FAILED');
      centre.signedIn = true;
      return done;
    },
    signInOnce: () => {
      if (centre.oneTimeToken === null || body['token'] !== centre.oneTimeToken) return refusal(410, 'STAFF_LINK_USED');
      centre.oneTimeToken = null;
      centre.signedIn = true;
      return done;
    },
    claim: () => {
      centre.user = { ...centre.user, email: String(body['email']) };
      centre.password = String(body['password']);
      return done;
    },
    signOut: () => {
      centre.signedIn = false;
      return done;
    },
    me: () => ({ status: 200, body: centre.user }),
    units: () => ({ status: 200, body: { units: centre.units } }),
    servicePoints: () => ({ status: 200, body: { servicePoints: centre.points } }),
    addServicePoint: () => {
      const [id, name] = [String(body['id']), String(body['name'])];
      if (centre.points.some((point) => point.id === id)) return refusal(409, 'POINT_EXISTS');
      centre.points.push({ id, name, kind: body['kind'] === 'post-office' ? 'post-office' : 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: null });
      return { status: 201, body: { id, name } };
    },
    pair: () => {
      if (!centre.points.some((point) => point.id === body['servicePoint'])) return refusal(404, 'POINT_UNKNOWN');
      return { status: 201, body: { pairingCode: 'K7P4-2MXQ', expiresAt: now() + 15 * 60_000 } };
    },
    kiosks: () => ({ status: 200, body: { kiosks: centre.kiosks } }),
    daily: () => ({ status: 200, body: { days: summaries(centre, url) } }),
    hourly: () => ({ status: 200, body: { hours: hours(centre, url) } }),
    procedures: () => ({ status: 200, body: { procedures: centre.procedures } }),
  };
}

function asked(centre: FakeCentre, url: URL): readonly { readonly day: string; readonly servicePoint: string; readonly counted: FakePointDay }[] {
  const point = url.searchParams.get('servicePoint');
  return daysBetween(url.searchParams.get('from') ?? '', url.searchParams.get('to') ?? '').flatMap((day) =>
    [...centre.days].flatMap(([servicePoint, days]) => {
      const counted = days.get(day);
      return counted === undefined || (point !== null && point !== servicePoint) ? [] : [{ day, servicePoint, counted }];
    }),
  );
}

function summaries(centre: FakeCentre, url: URL): readonly DaySummary[] {
  return asked(centre, url).map(({ day, servicePoint, counted }) => {
    const { scores, flagged = 0, missing = 0 } = counted;
    const taps = scores.reduce((total, each) => total + each, 0);
    const unflagged: Five = [scores[0], scores[1], scores[2], scores[3], scores[4] - flagged];
    return {
      day,
      servicePoint,
      taps,
      scores,
      flagged,
      asked: counted.asked ?? 0,
      satisfied: satisfactionOf(unflagged),
      satisfiedRaw: satisfactionOf(scores),
      reasons: { ...counted.reasons },
      completeness: { made: taps + missing, received: taps, missing },
      corrected: counted.corrected ?? 0,
      unplaceable: 0,
    };
  });
}

/** Spreads a day over opening hours the same way each time. */
function hours(centre: FakeCentre, url: URL): HourSummary['hours'] {
  const weights = [9, 24, 27, 22, 10, 2, 0, 19, 17, 12];
  return asked(centre, url).flatMap(({ day, servicePoint, counted }) => {
    const taps = counted.scores.reduce((total, each) => total + each, 0);
    return weights.map((weight, index) => ({ day, hour: 7 + index, servicePoint, taps: Math.round((taps * weight) / 142), scores: [0, 0, 0, 0, 0] }));
  });
}
