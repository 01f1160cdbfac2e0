import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Alert, ReportHeading, SetTargetRequest, StuckSteps } from '#contract/day.ts';
import type { KioskRow, ProcedureSummary, ServicePointList } from '#contract/summaries.ts';
import type { StaffUser } from '#contract/staff.ts';
import { dayAnswers } from './fake-day-answers.ts';

export type Five = [number, number, number, number, number];
export type FakePointDay = { readonly scores: Five; readonly flagged?: number; readonly asked?: number; readonly missing?: number; readonly corrected?: number; readonly reasons?: Readonly<Record<string, number>> };

/** The centre's staff side in memory: it signs in, adds points, pairs and answers summaries like the real one. */
export type FakeCentre = {
  readonly points: ServicePointList['servicePoints'][number][];
  readonly units: { id: string; name: string; parent: string | null }[];
  readonly kiosks: KioskRow[];
  /** Service point → day → what was counted. */
  readonly days: Map<string, Map<string, FakePointDay>>;
  readonly procedures: ProcedureSummary['procedures'][number][];
  readonly guides: StuckSteps['guides'][number][];
  readonly alerts: Alert[];
  readonly targetsSet: SetTargetRequest[];
  heading: ReportHeading;
  /** Answers of other rooms' routes, by the route's name; null is answered with 204. */
  readonly more: Map<string, (asked: { readonly url: URL; readonly body: Readonly<Record<string, unknown>> }) => unknown>;
  readonly now: () => number;
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
    guides: [],
    alerts: [],
    targetsSet: [],
    heading: { parentAgency: 'UBND TỈNH HƯNG YÊN', agency: 'UBND PHƯỜNG MỸ HÀO', numberSign: '…/BC-UBND', place: 'Mỹ Hào', signerTitle: 'CHỦ TỊCH', signer: '', recipients: [] },
    more: new Map(),
    now,
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
      void readBody(request).then((body) => reply(response, centre, request.method ?? 'GET', url, body));
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

/** `/api/v1/alerts/:id/acknowledge` as an expression that such an address fits. */
const fits = (path: string, pathname: string): boolean => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(pathname);

/** A file is answered in its form with a name, as the centre does; its content is of no interest here. */
function reply(response: ServerResponse, centre: FakeCentre, method: string, url: URL, body: Readonly<Record<string, unknown>>): void {
  const format = url.searchParams.get('format');
  if (format === null || format === 'json' || !centre.signedIn) return send(response, answer(centre, method, url, body));
  response.writeHead(200, { 'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/octet-stream', 'content-disposition': `attachment; filename="${url.pathname.split('/').at(-1)}.${format}"` });
  response.end(format === 'csv' ? '\uFEFFNgày,Điểm phục vụ,Lượt\r\n2026-11-23,my-hao,142\r\n' : format === 'html' ? '<!doctype html><table><tr><th>Ngày</th><th>Điểm phục vụ</th><th>Lượt</th></tr><tr><td>23/11/2026</td><td>my-hao</td><td>142</td></tr></table>' : `${format} file`);
}

function answer(centre: FakeCentre, method: string, url: URL, body: Readonly<Record<string, unknown>>): Answer {
  const found = Object.entries(HTTP_ROUTES).find(([, route]) => route.method === method && fits(route.path, url.pathname));
  if (found === undefined) return refusal(404, 'REQUEST_NOT_FOUND');
  const [name, route] = found;
  if (route.access === 'staff' && !centre.signedIn) return refusal(401, 'STAFF_SIGNED_OUT');
  const action = actions(centre, body)[name];
  if (action !== undefined) return action();
  const given = dayAnswers(centre)[name]?.(url, body) ?? centre.more.get(name)?.({ url, body });
  if (given === undefined) return refusal(404, 'REQUEST_NOT_FOUND');
  return { status: given === null ? 204 : route.status, body: given };
}

function actions(centre: FakeCentre, body: Readonly<Record<string, unknown>>): Readonly<Record<string, () => Answer>> {
  const done: Answer = { status: 204, body: null };
  return {
    signInOptions: () => ({ status: 200, body: { oidc: null, shortestPassword: 10 } }),
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
      centre.points.push({ id, name, kind: body['kind'] === 'post-office' ? 'post-office' : 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: null, hours: null, closedAt: null });
      return { status: 201, body: { id, name } };
    },
    pair: () => {
      if (!centre.points.some((point) => point.id === body['servicePoint'])) return refusal(404, 'POINT_UNKNOWN');
      return { status: 201, body: { pairingCode: 'K7P4-2MXQ', expiresAt: centre.now() + 15 * 60_000 } };
    },
    kiosks: () => ({ status: 200, body: { kiosks: centre.kiosks } }),
  };
}
