import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTTP_ROUTES, type HttpRouteName } from '#contract/http-routes.ts';
import { PERSON_ONLY } from '#contract/routes/people-routes.ts';
import { ROLES, type Role } from '#contract/staff.ts';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';
import { mediaTools } from '#server/adapters/media-tools.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { roleReaches } from '#server/services/staff-access.ts';
import { openCentre, TEN_O_CLOCK, TODAY, type Centre } from './open-centre.ts';

type Asking = { readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>>; readonly body?: unknown };
type StaffRoute = { [Name in HttpRouteName]: (typeof HTTP_ROUTES)[Name]['access'] extends 'staff' ? Name : never }[HttpRouteName];
type Line = {
  /** The least role. */
  readonly role: Role;
  /** Asked of one's own unit: neither 401 nor 403. */
  readonly own?: Asking;
  /** Asked of another unit: refused or not found. 'hidden': answered without a word of it. 'none': it names no unit. */
  readonly other: Asking | 'hidden' | 'none';
};

const ids = { kiosk: '', kioskToken: '', otherKiosk: '', lost: '' };
const point = (id: string): Asking => ({ query: { from: TODAY, to: TODAY, servicePoint: id } });
const figures: Line = { role: 'viewer', own: point('p-xa'), other: point('p-khac') };
const HEADING = { parentAgency: '', agency: '', numberSign: '', place: '', signerTitle: '', signer: '', recipients: [] };
const target = (unit: string): Asking => ({ body: { unit, field: null, target: 0.9, from: TODAY } });
const user = (more: object): Asking => ({ body: { email: `u${Math.random()}@vi.vn`, name: 'Mới', role: 'viewer', mail: false, ...more } });
const kiosk = (isOther: boolean, body?: unknown): Asking => ({
  get params() {
    return { id: isOther ? ids.otherKiosk : ids.kiosk };
  },
  ...(body === undefined ? {} : { body }),
});
const nobody: Asking = { params: { id: 'nobody' } };
const draft: Line = { role: 'editor', own: nobody, other: 'none' };

/** Who may do what: one line a route. A route without a line does not compile, and fails below. */
const LINES: Readonly<Record<StaffRoute, Line>> = {
  claim: { role: 'admin', own: { body: {} }, other: 'none' },
  signOut: { role: 'viewer', other: 'none' },
  me: { role: 'viewer', other: 'hidden' },
  changePassword: { role: 'viewer', own: { body: {} }, other: 'none' },
  sessions: { role: 'viewer', other: 'hidden' },
  endSession: { role: 'viewer', own: nobody, other: 'none' },
  users: { role: 'admin', other: 'hidden' },
  inviteUser: { role: 'admin', own: user({ unit: 'xa' }), other: user({ unit: 'khac' }) },
  changeUser: { role: 'admin', own: { params: { id: 'u-xa' }, body: { name: 'An' } }, other: { params: { id: 'u-khac' }, body: { name: 'An' } } },
  linkUser: { role: 'admin', own: { params: { id: 'u-xa' }, body: { mail: false } }, other: { params: { id: 'u-khac' }, body: { mail: false } } },
  readTokens: { role: 'admin', other: 'hidden' },
  addReadToken: { role: 'admin', own: { body: { name: 'x', unit: 'xa', expiresAt: null } }, other: { body: { name: 'x', unit: 'khac', expiresAt: null } } },
  revokeReadToken: { role: 'admin', own: { params: { id: 't-old' } }, other: { params: { id: 't-khac' } } },
  audit: { role: 'admin', other: 'hidden' },
  rawEntries: { role: 'admin', own: { query: { servicePoint: 'p-xa', day: TODAY, reason: 'phản ánh của công dân' } }, other: { query: { servicePoint: 'p-khac', day: TODAY, reason: 'phản ánh của công dân' } } },
  subscriptions: { role: 'viewer', other: 'hidden' },
  addSubscription: { role: 'viewer', own: { body: {} }, other: { body: { unit: 'khac', kinds: ['kiosk-silent'], channel: 'mail', target: 'viewer@vi.vn' } } },
  removeSubscription: { role: 'viewer', own: nobody, other: { params: { id: 's-khac' } } },
  testSubscription: { role: 'viewer', own: nobody, other: { params: { id: 's-khac' } } },

  units: { role: 'viewer', other: 'hidden' },
  addUnit: { role: 'admin', own: { body: { id: 'thon', name: 'Thôn', parent: 'xa' } }, other: { body: { id: 'thon2', name: 'Thôn', parent: 'khac' } } },
  changeUnit: { role: 'admin', own: { params: { id: 'thon' }, body: { name: 'Thôn một' } }, other: { params: { id: 'khac' }, body: { name: 'x' } } },
  servicePoints: { role: 'viewer', other: 'hidden' },
  addServicePoint: { role: 'admin', own: { body: { id: 'p-new', name: 'Mới', unit: 'xa' } }, other: { body: { id: 'p-new2', name: 'Mới', unit: 'khac' } } },
  changeServicePoint: { role: 'admin', own: { params: { id: 'p-xa' }, body: { name: 'Điểm' } }, other: { params: { id: 'p-khac' }, body: { name: 'x' } } },
  pair: { role: 'editor', own: { body: { servicePoint: 'p-xa' } }, other: { body: { servicePoint: 'p-khac' } } },
  kiosks: { role: 'viewer', other: 'hidden' },
  kiosk: { role: 'viewer', own: kiosk(false), other: kiosk(true) },
  changeKiosk: { role: 'admin', own: kiosk(false, { name: 'Kiosk' }), other: kiosk(true, { name: 'x' }) },
  replaceKiosk: { role: 'editor', own: kiosk(false), other: kiosk(true) },
  kioskCommands: { role: 'viewer', own: kiosk(false), other: kiosk(true) },
  askCommand: { role: 'editor', own: kiosk(false, { kind: 'reload' }), other: kiosk(true, { kind: 'reload' }) },
  commandAnswer: { role: 'viewer', own: nobody, other: 'none' },
  revokeKiosk: {
    role: 'admin',
    own: {
      get params() {
        return { id: ids.lost };
      },
    },
    other: kiosk(true),
  },

  daily: figures,
  hourly: figures,
  procedures: figures,
  steps: figures,
  week: figures,
  heatMap: figures,
  reasons: figures,
  fields: figures,
  stuckSteps: figures,
  plays: figures,
  // Answers from phones belong to no unit.
  phoneSummary: { role: 'viewer', own: { query: { from: TODAY, to: TODAY } }, other: 'none' },
  overview: { role: 'viewer', own: { query: { unit: 'xa' } }, other: { query: { unit: 'khac' } } },
  targets: { role: 'viewer', own: { query: { unit: 'xa' } }, other: { query: { unit: 'khac' } } },
  setTarget: { role: 'admin', own: target('xa'), other: target('khac') },
  alerts: { role: 'viewer', own: { query: { unit: 'xa' } }, other: { query: { unit: 'khac' } } },
  acknowledgeAlert: { role: 'editor', own: { ...nobody, body: { note: 'đã xem' } }, other: 'none' },
  annex: { role: 'viewer', own: { query: { from: TODAY, to: TODAY, unit: 'xa' } }, other: { query: { from: TODAY, to: TODAY, unit: 'khac' } } },
  reportHeading: { role: 'viewer', own: { query: { unit: 'xa' } }, other: { query: { unit: 'khac' } } },
  setReportHeading: { role: 'editor', own: { body: { unit: 'xa', heading: HEADING } }, other: { body: { unit: 'khac', heading: HEADING } } },

  editions: { role: 'viewer', other: 'hidden' },
  beginEdition: { role: 'editor', own: { body: {} }, other: 'none' },
  edition: { role: 'viewer', own: nobody, other: 'none' },
  editionStep: draft,
  document: { role: 'viewer', own: { ...nobody, query: { path: 'pack.json' } }, other: 'none' },
  saveDocument: draft,
  publications: { role: 'viewer', other: 'hidden' },
  publish: { role: 'editor', own: { body: {} }, other: { body: { edition: 'none', ring: { kind: 'unit', id: 'khac' } } } },
  endPublication: draft,
  coverage: { role: 'viewer', other: 'hidden' },
  clips: { role: 'viewer', other: 'hidden' },
  addClip: { role: 'editor', own: { body: {} }, other: 'none' },
  changeClip: draft,
  uploadClipFile: { role: 'editor', own: { params: { id: 'nothing', slot: 'poster' }, query: { licence: 'x' }, body: Buffer.from('no film') }, other: 'none' },
  removeClip: draft,
  notices: { role: 'viewer', other: 'hidden' },
  addNotice: { role: 'editor', own: { body: {} }, other: 'none' },
  noticeStep: draft,
  syncSettings: { role: 'viewer', other: 'hidden' },
  // The whole centre's: an administrator of a unit is refused too.
  saveSyncSettings: { role: 'admin', own: { body: {} }, other: { body: { bytesPerSecond: null, quietHours: null } } },
};

let centre: Centre;
let address = '';
const cookies = new Map<Role, string>();
const NAMES = Object.entries(HTTP_ROUTES).filter(([, route]) => route.access === 'staff').map(([name]) => name as StaffRoute);

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-centre-'));
  const blobs = diskBlobs(join(folder, 'blobs'));
  centre = await openCentre({}, folder, { content: { blobs, media: mediaTools(blobs.pathOf, process.env), sign: () => 'signature', largestUpload: 1e6 } });
  const { points, staff, notices } = centre.repositories;
  for (const unit of ['xa', 'khac']) {
    await points.addUnit({ id: unit, name: unit === 'xa' ? 'Xã ta' : 'khac-khac', parent: null });
    await centre.addPoint(`p-${unit}`, unit);
    await staff.addUser({ id: `u-${unit}`, email: `u-${unit}@vi.vn`, passwordHash: 'h', role: 'viewer', unit }, TEN_O_CLOCK);
    await staff.addReadToken({ id: `t-${unit}`, name: `t-${unit}`, unit }, nodeSecrets.hash(`token-${unit}`), TEN_O_CLOCK);
    await notices.add({ id: `s-${unit}`, unit, kinds: ['kiosk-silent'], channel: 'mail', target: `u-${unit}@vi.vn`, secret: null, createdAt: TEN_O_CLOCK, createdBy: 'x' });
  }
  await staff.addReadToken({ id: 't-old', name: 'cũ', unit: 'xa' }, 'old', TEN_O_CLOCK);
  const kioskOfOurs = await centre.enrol('p-xa');
  [ids.kiosk, ids.kioskToken] = [kioskOfOurs.deviceId, kioskOfOurs.token];
  ids.lost = (await centre.enrol('p-xa')).deviceId;
  ids.otherKiosk = (await centre.enrol('p-khac')).deviceId;
  for (const role of ROLES) await centre.addUser(`${role}@vi.vn`, role, 'xa');
  address = await centre.app.listen({ port: 0, host: '127.0.0.1' });
  for (const role of ROLES) cookies.set(role, await centre.cookieOf(`${role}@vi.vn`));
});
afterAll(() => centre.close());

type Answer = { readonly status: number; readonly body: string };
async function ask(name: StaffRoute, who: Readonly<Record<string, string>>, { params = {}, query = {}, body }: Asking = {}): Promise<Answer> {
  const { method, path } = HTTP_ROUTES[name];
  const url = `${address}${path.replaceAll(/:(\w+)/g, (_, key: string) => params[key] ?? '')}?${new URLSearchParams(query)}`;
  const isFile = body instanceof Uint8Array;
  const payload = body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) };
  const headers = { origin: address, ...who, ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }) };
  const answer = await fetch(url, { method, headers, ...payload });
  return { status: answer.status, body: await answer.text() };
}
const as = (role: Role): Record<string, string> => ({ cookie: cookies.get(role) ?? '' });

test('every staff route has its line, and no line is left over', () => {
  expect(Object.keys(LINES).toSorted()).toEqual([...NAMES].toSorted());
});

/** In one word; whatever else happened is shown as it came. */
function verdictOf({ status, body }: Answer): string {
  if (status === 403 && body.includes('STAFF_NOT_ALLOWED')) return 'refused';
  return [401, 403, 405, 500].includes(status) ? `${status} ${body}` : 'let in';
}

describe.each(NAMES.filter((name) => name !== 'signOut'))('%s', (name) => {
  const { role: needed, own, other } = LINES[name];

  test('is for the roles it is for, in their own unit', async () => {
    const found = [];
    for (const role of ROLES) found.push([role, verdictOf(await ask(name, as(role), own))]);
    expect(found).toEqual(ROLES.map((role) => [role, roleReaches(role, needed) ? 'let in' : 'refused']));
  });

  test('shows and changes nothing of another unit', async () => {
    const wrong = [];
    for (const role of ROLES.filter((each) => other !== 'none' && roleReaches(each, needed))) {
      const { status, body } = await ask(name, as(role), typeof other === 'string' ? own : other);
      const isRight = other === 'hidden' ? status === 200 && !body.includes('khac') : [403, 404].includes(status);
      if (!isRight) wrong.push([role, status, body]);
    }
    expect(wrong).toEqual([]);
  });

  test('a read token looks where viewers look; kiosks, guesses and nobody stay out', async () => {
    const mayLook = HTTP_ROUTES[name].method === 'GET' && needed === 'viewer' && !PERSON_ONLY.includes(name);
    const token = verdictOf(await ask(name, { authorization: 'Bearer token-xa' }, own));
    const strangers = [];
    for (const who of [{}, { authorization: `Bearer ${ids.kioskToken}` }, { cookie: 'session=guess' }]) strangers.push((await ask(name, who, own)).status);
    expect([token, strangers]).toEqual([mayLook ? 'let in' : 'refused', [401, 401, 401]]);
  });
});
