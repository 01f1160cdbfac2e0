import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SMALL_JPEG } from '#tests/driver/fleet-centre.ts';
import { enrolBody, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, UP, type Centre, type Kiosk } from './open-centre.ts';

let centre: Centre;
let [admin, editor, viewer, communeAdmin] = ['', '', '', ''];

beforeEach(async () => {
  centre = await openCentre();
  const { points } = centre.repositories;
  await points.addUnit({ id: 'tinh', name: 'Tỉnh', parent: null });
  await points.addUnit({ id: 'xa', name: 'Xã', parent: 'tinh' });
  await points.addUnit({ id: 'phuong', name: 'Phường', parent: 'tinh' });
  await centre.addPoint('p1', 'xa');
  await centre.addPoint('p2', 'xa');
  await centre.addPoint('p3', 'phuong');
  await centre.addUser('admin@vi.vn', 'admin');
  await centre.addUser('editor@vi.vn', 'editor', 'xa');
  await centre.addUser('viewer@vi.vn', 'viewer', 'xa');
  await centre.addUser('xa@vi.vn', 'admin', 'xa');
  [admin, editor, viewer, communeAdmin] = await Promise.all(['admin@vi.vn', 'editor@vi.vn', 'viewer@vi.vn', 'xa@vi.vn'].map((email) => centre.cookieOf(email))) as [string, string, string, string];
});
afterEach(() => centre.close());

/** An answer's body, as whoever looks at it expects it. */
type Json = ReturnType<typeof JSON.parse>;
type Answer = { readonly status: number; readonly body: Json };

async function ask(cookie: string, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object): Promise<Answer> {
  const answer = await centre.app.inject({ method, url: `/api/v1/${url}`, headers: { cookie, 'sec-fetch-site': 'same-origin' }, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}

async function beat(kiosk: Kiosk, more: { readonly days?: Record<string, number>; readonly head?: number; readonly boot?: string; readonly up?: number; readonly health?: object } = {}): Promise<Answer> {
  const now = centre.clock.now();
  const answer = await centre.app.inject({
    method: 'POST',
    url: '/api/v1/heartbeat',
    headers: { authorization: `Bearer ${kiosk.token}` },
    payload: { clock: { now, up: more.up ?? UP + now - TEN_O_CLOCK, boot: more.boot ?? 'boot-a' }, ledger: { stream: kiosk.stream, head: more.head ?? 0, days: more.days ?? {} }, health: more.health ?? null },
  });
  return { status: answer.statusCode, body: answer.json() };
}

const actions = async (subject: string): Promise<readonly string[]> => (await centre.repositories.audit.list()).filter((record) => record.subject === subject).map(({ action }) => action);
const dayOfPoint = async (point: string): Promise<Json> => (await ask(admin, 'GET', `summaries/daily?from=${TODAY}&to=${TODAY}&servicePoint=${point}`)).body.days[0];

describe('units', () => {
  test('are a tree without loops, changed within what the administrator sees, and nobody moves their own', async () => {
    expect((await ask(communeAdmin, 'POST', 'units', { id: 'thon', name: 'Thôn', parent: 'xa' })).status).toBe(204);
    expect((await ask(communeAdmin, 'POST', 'units', { id: 'khac', name: 'Khác', parent: 'phuong' })).status).toBe(403);
    expect((await ask(communeAdmin, 'POST', 'units', { id: 'goc', name: 'Gốc' })).status).toBe(403);
    expect((await ask(editor, 'POST', 'units', { id: 'x', name: 'X', parent: 'xa' })).body.error.code).toBe('STAFF_NOT_ALLOWED');
    expect((await ask(communeAdmin, 'PATCH', 'units/xa', { parent: 'phuong' })).status).toBe(403);
    expect((await ask(communeAdmin, 'PATCH', 'units/xa', { name: 'Xã Mới' })).status).toBe(204);
    expect((await ask(admin, 'PATCH', 'units/tinh', { parent: 'thon' })).body.error.code).toBe('UNIT_LOOP');
    expect((await ask(admin, 'PATCH', 'units/thon', { parent: 'phuong' })).status).toBe(204);
    expect([(await ask(admin, 'POST', 'units', { id: 'thon', name: 'T' })).body.error.code, (await ask(admin, 'PATCH', 'units/nowhere', { name: 'N' })).body.error.code]).toEqual(['UNIT_EXISTS', 'UNIT_UNKNOWN']);
    expect((await ask(viewer, 'GET', 'units')).body.units).toEqual([{ id: 'xa', name: 'Xã Mới', parent: 'tinh' }]);
    expect((await ask(admin, 'GET', 'units')).body.units).toHaveLength(4);
    expect(await actions('thon')).toEqual(['add unit', 'change unit']);
  });
});

describe('a service point', () => {
  const hours = [[{ from: '07:30', until: '17:00' }], [], [], [], [], [], []];

  test('is changed by an administrator of its unit, hours and all', async () => {
    expect((await ask(communeAdmin, 'PATCH', 'service-points/p1', { name: 'Trung tâm xã', kind: 'post-office', hours, timezone: 'Asia/Bangkok' })).status).toBe(204);
    expect((await ask(viewer, 'GET', 'service-points')).body.servicePoints[0]).toEqual({ id: 'p1', name: 'Trung tâm xã', kind: 'post-office', timezone: 'Asia/Bangkok', unit: 'xa', hours, closedAt: null });
    expect((await ask(communeAdmin, 'PATCH', 'service-points/p1', { unit: 'phuong' })).status).toBe(403);
    expect((await ask(communeAdmin, 'PATCH', 'service-points/p3', { name: 'X' })).status).toBe(403);
    expect((await ask(admin, 'PATCH', 'service-points/p1', { timezone: 'Mars/Olympus' })).status).toBe(400);
    expect((await ask(admin, 'PATCH', 'service-points/p1', { hours: [[]] })).status).toBe(400);
    expect([(await ask(admin, 'PATCH', 'service-points/p1', { unit: 'nowhere' })).body.error.code, (await ask(admin, 'PATCH', 'service-points/p9', {})).body.error.code]).toEqual(['UNIT_UNKNOWN', 'POINT_UNKNOWN']);
  });

  test('is closed only when its kiosks are gone, and takes no new one then', async () => {
    const kiosk = await centre.enrol('p1');
    expect((await ask(admin, 'PATCH', 'service-points/p1', { closed: true })).body.error.code).toBe('POINT_IN_USE');
    expect((await ask(admin, 'PATCH', `kiosks/${kiosk.deviceId}`, { servicePoint: 'p2' })).status).toBe(204);
    expect((await ask(admin, 'PATCH', 'service-points/p1', { closed: true })).status).toBe(204);
    expect((await ask(editor, 'POST', 'pairing-codes', { servicePoint: 'p1' })).body.error.code).toBe('POINT_CLOSED');
    expect((await ask(admin, 'PATCH', `kiosks/${kiosk.deviceId}`, { servicePoint: 'p1' })).body.error.code).toBe('POINT_CLOSED');
    expect((await ask(admin, 'PATCH', 'service-points/p1', { closed: false })).status).toBe(204);
    expect((await ask(editor, 'POST', 'pairing-codes', { servicePoint: 'p1' })).status).toBe(201);
  });
});

describe('a kiosk', () => {
  test('that moves counts at its new place from then on; what came before stays, and nothing is missed twice', async () => {
    const kiosk = await centre.enrol('p1');
    await beat(kiosk, { days: { [TODAY]: 2 }, head: 2 });
    await centre.send(kiosk, { first: 1, entries: [tap(5, 3 * MINUTE), tap(5, 2 * MINUTE)] });
    expect((await ask(editor, 'PATCH', `kiosks/${kiosk.deviceId}`, { servicePoint: 'p2' })).status).toBe(403);
    expect((await ask(communeAdmin, 'PATCH', `kiosks/${kiosk.deviceId}`, { servicePoint: 'p3' })).status).toBe(403);
    expect((await ask(communeAdmin, 'PATCH', `kiosks/${kiosk.deviceId}`, { servicePoint: 'p2', name: 'Quầy 7' })).status).toBe(204);
    // A kiosk that drains its backlog is known for some seconds without being looked up.
    centre.clock.set(TEN_O_CLOCK + 6_000);
    // The kiosk learns where it stands now.
    expect((await beat(kiosk, { days: { [TODAY]: 5 }, head: 5 })).body.servicePoint).toEqual({ id: 'p2', name: 'Điểm p2', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', publicUrl: null });
    await centre.send(kiosk, { first: 3, entries: [tap(4, MINUTE), tap(4, 0)] });
    expect([await dayOfPoint('p1'), await dayOfPoint('p2')]).toMatchObject([
      { taps: 2, completeness: { made: 2, received: 2, missing: 0 } },
      { taps: 2, completeness: { made: 3, received: 2, missing: 1 } },
    ]);
    expect((await ask(viewer, 'GET', 'kiosks')).body.kiosks).toMatchObject([{ name: 'Quầy 7', servicePoint: 'p2', completeness: { made: 3, missing: 1 } }]);
    expect(await centre.check()).toEqual([]);
  });

  test('with a new disk is the same kiosk, and the day adds up over both', async () => {
    const old = await centre.enrol('p1');
    await beat(old, { days: { [TODAY]: 3 }, head: 3 });
    await centre.send(old, { first: 1, entries: [tap(5, 4 * MINUTE), tap(5, 3 * MINUTE)] });
    const { pairingCode } = (await ask(editor, 'POST', `kiosks/${old.deviceId}/replacement`)).body;
    const enrolled = await centre.app.inject({ method: 'POST', url: '/api/v1/enrol', payload: enrolBody(pairingCode, 'a-new-disk-0001') });
    expect(enrolled.json()).toMatchObject({ deviceId: old.deviceId, servicePoint: { id: 'p1' } });
    // The old machine works on until the new one is there.
    expect((await beat(old, { days: { [TODAY]: 3 }, head: 3 })).status).toBe(200);
    const fresh = { ...old, token: enrolled.json().token, stream: 'a-new-disk-0001' };
    centre.clock.set(TEN_O_CLOCK + MINUTE);
    expect((await beat(fresh, { days: { [TODAY]: 1 }, head: 1, boot: 'boot-b', up: 5_000 })).status).toBe(200);
    await centre.send(fresh, { first: 1, entries: [tap(4, 0)] });
    expect(await beat(old)).toMatchObject({ status: 401, body: { error: { code: 'DEVICE_UNKNOWN' } } });
    expect(await dayOfPoint('p1')).toMatchObject({ taps: 3, completeness: { made: 4, received: 3, missing: 1 } });
    const { body: detail } = await ask(viewer, 'GET', `kiosks/${old.deviceId}`);
    expect(detail.streams).toMatchObject([{ id: 'a-new-disk-0001', received: 1, head: 1 }, { id: old.stream, received: 2, head: 3 }]);
    expect(detail.kiosk.troubles).not.toContain('twin');
    expect(await actions(old.deviceId)).toEqual(['replace', 'enrol replacement', 'replacement in use']);
    expect(await centre.check()).toEqual([]);
  });

  test('that is revoked is refused at once, and shows no troubles any more', async () => {
    const kiosk = await centre.enrol('p1');
    expect((await beat(kiosk)).status).toBe(200);
    expect((await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/revoke`)).status).toBe(403);
    expect((await ask(communeAdmin, 'POST', `kiosks/${kiosk.deviceId}/revoke`)).status).toBe(204);
    expect([(await beat(kiosk)).body.error.code, (await centre.send(kiosk, { first: 1, entries: [tap(5, 0)] })).json().error.code]).toEqual(['DEVICE_REVOKED', 'DEVICE_REVOKED']);
    expect((await ask(viewer, 'GET', 'kiosks')).body.kiosks).toMatchObject([{ revoked: true, troubles: [] }]);
    expect((await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/replacement`)).body.error.code).toBe('DEVICE_REVOKED');
    expect((await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/commands`, { kind: 'reload' })).body.error.code).toBe('DEVICE_REVOKED');
  });

  test('on two machines with one disk image is seen', async () => {
    const kiosk = await centre.enrol('p1');
    for (let minute = 1; minute <= 4; minute += 1) {
      centre.clock.set(TEN_O_CLOCK + minute * MINUTE);
      for (const boot of ['first', 'second']) await beat(kiosk, { boot, up: minute * MINUTE, head: 1 });
    }
    expect((await ask(viewer, 'GET', `kiosks/${kiosk.deviceId}`)).body).toMatchObject({ kiosk: { troubles: ['twin'], faults: [{ code: 'DEVICE_TWIN' }] }, faults: [{ code: 'DEVICE_TWIN', at: TEN_O_CLOCK + 4 * MINUTE }] });
  });

  test('of another unit is nobody\'s business', async () => {
    const kiosk = await centre.enrol('p3');
    for (const [method, url, body] of [['GET', '', undefined], ['GET', '/commands', undefined], ['POST', '/replacement', undefined], ['POST', '/commands', { kind: 'reload' }]] as const) {
      expect([url, (await ask(editor, method, `kiosks/${kiosk.deviceId}${url}`, body)).status]).toEqual([url, 403]);
    }
    expect((await ask(communeAdmin, 'POST', `kiosks/${kiosk.deviceId}/revoke`)).status).toBe(403);
    expect((await ask(admin, 'GET', 'kiosks/nobody')).body.error.code).toBe('KIOSK_UNKNOWN');
    expect((await ask(editor, 'GET', 'kiosks')).body.kiosks).toEqual([]);
  });

  test('is silent in opening hours only', async () => {
    await centre.repositories.points.change('p1', { hours: JSON.stringify([[{ from: '07:30', until: '11:30' }], [], [], [], [], [], []]) });
    const kiosk = await centre.enrol('p1');
    await beat(kiosk);
    const troublesAt = async (at: number): Promise<readonly string[]> => {
      centre.clock.set(at);
      const [row] = (await ask(await centre.cookieOf('viewer@vi.vn'), 'GET', 'kiosks')).body.kiosks;
      return [...row.troubles, row.open ? 'open' : 'closed'];
    };
    expect([await troublesAt(TEN_O_CLOCK + 4 * MINUTE), await troublesAt(TEN_O_CLOCK + 6 * MINUTE), await troublesAt(TEN_O_CLOCK + 4 * 60 * MINUTE)]).toEqual([['open'], ['silent', 'open'], ['closed']]);
  });
});

describe('what is asked of a kiosk', () => {
  const commandsOf = async (kiosk: Kiosk): Promise<readonly Json[]> => (await ask(viewer, 'GET', `kiosks/${kiosk.deviceId}/commands`)).body.commands;
  const result = (kiosk: Kiosk, id: string, payload: object) => centre.app.inject({ method: 'POST', url: `/api/v1/commands/${id}/result`, headers: { authorization: `Bearer ${kiosk.token}` }, payload });

  test('goes with its heartbeats until it is answered, once; each step and each look is in the log', async () => {
    const kiosk = await centre.enrol('p1');
    expect((await ask(viewer, 'POST', `kiosks/${kiosk.deviceId}/commands`, { kind: 'screenshot' })).status).toBe(403);
    const { body: asked } = await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/commands`, { kind: 'screenshot' });
    expect(asked).toMatchObject({ kind: 'screenshot', state: 'waiting', askedBy: 'editor@vi.vn', expiresAt: TEN_O_CLOCK + 10 * MINUTE });
    // Pressing twice asks once.
    expect((await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/commands`, { kind: 'screenshot' })).body.id).toBe(asked.id);
    expect((await beat(kiosk)).body.commands).toEqual([{ id: asked.id, kind: 'screenshot', expiresAt: asked.expiresAt }]);
    expect((await beat(kiosk)).body.commands).toHaveLength(1);
    expect(await commandsOf(kiosk)).toMatchObject([{ state: 'delivered' }]);
    expect((await result(kiosk, asked.id, { outcome: 'done', picture: SMALL_JPEG })).statusCode).toBe(204);
    expect((await result(kiosk, asked.id, { outcome: 'failed', detail: 'late' })).statusCode).toBe(204);
    expect((await beat(kiosk)).body.commands).toEqual([]);
    expect(await commandsOf(kiosk)).toMatchObject([{ state: 'done', detail: null, hasPicture: true, hasLog: false }]);
    expect((await ask(viewer, 'GET', `commands/${asked.id}/answer`)).body).toEqual({ picture: { type: 'image/jpeg', base64: SMALL_JPEG }, log: null });
    expect(await actions(kiosk.deviceId)).toEqual(['command asked', 'command delivered', 'command answered', 'look at command answer']);
  });

  test('is over after ten minutes; what it brought is deleted after seven days', async () => {
    const kiosk = await centre.enrol('p1');
    const { body: log } = await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/commands`, { kind: 'send-logs' });
    await result(kiosk, log.id, { outcome: 'done', log: 'one line' });
    await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/commands`, { kind: 'reload' });
    centre.clock.set(TEN_O_CLOCK + 10 * MINUTE);
    expect((await beat(kiosk)).body.commands).toEqual([]);
    expect((await commandsOf(kiosk)).find(({ kind }) => kind === 'reload')).toMatchObject({ state: 'expired' });
    expect(await actions(kiosk.deviceId)).toContain('command expired');
    centre.clock.set(TEN_O_CLOCK + 7 * 24 * 60 * MINUTE + 1);
    const later = await centre.cookieOf('viewer@vi.vn');
    expect((await ask(later, 'GET', `commands/${log.id}/answer`)).body.error.code).toBe('COMMAND_UNKNOWN');
  });

  test('is answered by that kiosk only, with a picture that is one', async () => {
    const [kiosk, other] = [await centre.enrol('p1'), await centre.enrol('p3')];
    const { body: asked } = await ask(editor, 'POST', `kiosks/${kiosk.deviceId}/commands`, { kind: 'screenshot' });
    expect((await result(other, asked.id, { outcome: 'done' })).json().error.code).toBe('COMMAND_UNKNOWN');
    expect((await result({ ...kiosk, token: 'nobody' }, asked.id, { outcome: 'done' })).statusCode).toBe(401);
    expect((await result(kiosk, 'made-up-id', { outcome: 'done' })).statusCode).toBe(404);
    expect((await result(kiosk, asked.id, { outcome: 'done', picture: Buffer.from('<svg onload=alert(1)>').toString('base64') })).statusCode).toBe(400);
    expect((await result(kiosk, asked.id, { outcome: 'perhaps' })).statusCode).toBe(400);
    const large = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5 * 1024 * 1024)]).toString('base64');
    expect((await result(kiosk, asked.id, { outcome: 'done', picture: large })).statusCode).toBe(413);
    expect((await commandsOf(kiosk))[0]).toMatchObject({ state: 'waiting' });
    const { body: theirs } = await ask(admin, 'POST', `kiosks/${other.deviceId}/commands`, { kind: 'send-logs' });
    await result(other, theirs.id, { outcome: 'done', log: 'x' });
    expect((await ask(viewer, 'GET', `commands/${theirs.id}/answer`)).status).toBe(403);
  });
});
