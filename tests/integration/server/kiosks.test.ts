import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '#domain/calendar-day.ts';
import { clockAt, enrolBody, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, type Centre, type Kiosk } from './open-centre.ts';

let centre: Centre;
beforeEach(async () => {
  centre = await openCentre({ publicUrl: null });
  await centre.addPoint('p1');
  await centre.addUser('a@vi.vn', 'admin');
});
afterEach(() => centre.close());

function enrol(code: string, stream = 'stream-0001'): ReturnType<typeof post> {
  return post('/api/v1/enrol', enrolBody(code, stream));
}
async function post(url: string, payload: Record<string, unknown>, token?: string): Promise<{ readonly status: number; readonly body: Record<string, unknown>; readonly headers: Record<string, unknown> }> {
  const answer = await centre.app.inject({ method: 'POST', url, payload, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
}
function beat(kiosk: Kiosk, days: Record<string, number>, more: Record<string, unknown> = {}): ReturnType<typeof post> {
  return post('/api/v1/heartbeat', { clock: clockAt(TEN_O_CLOCK + 700), ledger: { stream: kiosk.stream, head: 7, days }, health: {}, ...more }, kiosk.token);
}
async function days(from: string, to = TODAY): Promise<{ readonly completeness: unknown; readonly day: string }[]> {
  return (await centre.getAs(await centre.cookieOf('a@vi.vn'), `/api/v1/summaries/daily?from=${from}&to=${to}&servicePoint=p1`)).json().days;
}

test('a pairing code works once, and gives the token only then', async () => {
  const code = await centre.pairingCode('p1');
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  const first = await enrol(code);
  expect(first).toMatchObject({ status: 201, body: { servicePoint: { id: 'p1', timezone: 'Asia/Ho_Chi_Minh', publicUrl: null }, contentKey: 'key' } });
  expect(String(first.body['token']).length).toBeGreaterThanOrEqual(43);
  expect(await enrol(code, 'stream-0002')).toMatchObject({ status: 404, body: { error: { code: 'ENROL_CODE_UNKNOWN' } } });
});

test('a pairing code forgives case, spaces and hyphens, and ends after 15 minutes', async () => {
  const typed = ` ${(await centre.pairingCode('p1')).toLowerCase().replace('-', ' ')} `;
  expect((await enrol(typed)).status).toBe(201);
  const late = await centre.pairingCode('p1');
  centre.clock.set(TEN_O_CLOCK + 15 * MINUTE);
  expect((await enrol(late, 'stream-0002')).status).toBe(404);
});

test('two kiosks that try one code at once: one of them gets it', async () => {
  const code = await centre.pairingCode('p1');
  const answers = await Promise.all([enrol(code, 'stream-0001'), enrol(code, 'stream-0002')]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404]);
});

test('guessing codes is slowed down, and says how long', async () => {
  const tries = [];
  for (let index = 0; index < 25; index += 1) tries.push(await enrol('AAAA-AAA2'));
  expect(tries.at(0)).toMatchObject({ status: 404 });
  expect(tries.at(-1)).toMatchObject({ status: 429, body: { error: { code: 'REQUEST_TOO_MANY' } } });
  expect(Number(tries.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
});

test('an enrolment that is not understood says where', async () => {
  expect(await post('/api/v1/enrol', { pairingCode: 'AAAA-AAA2', stream: 'stream-0001' })).toMatchObject({ status: 400, body: { error: { code: 'REQUEST_INVALID' } } });
});

test('a stream stays with its device; a lost enrolment and a revoked device give it free', async () => {
  const lost = await enrol(await centre.pairingCode('p1'));
  // The answer never reached the kiosk: it tries again with a new code.
  const again = await enrol(await centre.pairingCode('p1'));
  expect(again.status).toBe(201);
  const kiosk = { token: String(again.body['token']), stream: 'stream-0001', deviceId: String(again.body['deviceId']) };
  expect((await centre.send({ ...kiosk, token: String(lost.body['token']) }, { first: 1, entries: [] })).statusCode).toBe(403);
  await centre.send(kiosk, { first: 1, entries: [tap(5, MINUTE)] });
  expect(await enrol(await centre.pairingCode('p1'))).toMatchObject({ status: 409, body: { error: { code: 'ENROL_STREAM_TAKEN' } } });
  await centre.repositories.devices.revoke(kiosk.deviceId, TEN_O_CLOCK);
  const third = await enrol(await centre.pairingCode('p1'));
  expect((await centre.send({ ...kiosk, token: String(third.body['token']) }, { first: 2, entries: [tap(4, 0)] })).json()).toEqual({ received: 2 });
});

test('a heartbeat lets the page say what is missing (promise 2)', async () => {
  const kiosk = await centre.enrol('p1');
  expect(await days(TODAY)).toMatchObject([{ completeness: { made: null, received: 0, missing: null } }]);
  expect(await beat(kiosk, { [TODAY]: 3 })).toMatchObject({ status: 200, body: { now: TEN_O_CLOCK, commands: [], manifest: null } });
  expect(await days(TODAY)).toMatchObject([{ completeness: { made: 3, received: 0, missing: 3 } }]);
  const retract = { kind: 'retract', at: TEN_O_CLOCK, up: 1, boot: 'boot-a', of: 1 };
  await centre.send(kiosk, { first: 1, entries: [tap(5, 3 * MINUTE), tap(5, 2 * MINUTE), retract, tap(4, 0)] });
  expect(await days(TODAY)).toMatchObject([{ taps: 2, completeness: { made: 3, received: 3, missing: 0 } }]);
});

test('completeness adds up over the kiosks and streams of a service point', async () => {
  const [one, two] = [await centre.enrol('p1'), await centre.enrol('p1')];
  await beat(one, { [TODAY]: 2 });
  await beat(two, { [TODAY]: 5 });
  await centre.send(one, { first: 1, entries: [tap(5, MINUTE), tap(5, 0)] });
  await centre.send(two, { first: 1, entries: [tap(1, 0)] });
  expect(await days(TODAY)).toMatchObject([{ completeness: { made: 7, received: 3, missing: 4 } }]);
});

test('days that a kiosk does not name are days without taps; a late beat lowers nothing', async () => {
  const kiosk = await centre.enrol('p1');
  await beat(kiosk, { [addDays(TODAY, -2)]: 9, [TODAY]: 1 });
  await beat(kiosk, { [addDays(TODAY, -2)]: 4 });
  expect((await days(addDays(TODAY, -3))).map((day) => day.completeness)).toMatchObject([{ made: null }, { made: 9 }, { made: 0, received: 0, missing: 0 }, { made: 1 }]);
});

test('taps that the centre moved to another day are not missing', async () => {
  const kiosk = await centre.enrol('p1');
  const behind = TEN_O_CLOCK - 5 * 86_400_000;
  await beat(kiosk, { '2026-11-18': 1 });
  await centre.send(kiosk, { first: 1, clock: clockAt(behind), entries: [tap(5, 0, {}, behind)] });
  expect(await days('2026-11-18', '2026-11-18')).toMatchObject([{ taps: 0, completeness: { made: 1, missing: 0 } }]);
  expect(await days(TODAY)).toMatchObject([{ taps: 1, corrected: 1, completeness: { received: 1, missing: 0 } }]);
});

test('a heartbeat is refused without a token, for a foreign stream, and when it is not understood', async () => {
  const [one, two] = [await centre.enrol('p1'), await centre.enrol('p1')];
  expect((await beat({ ...one, token: 'nobody' }, {})).status).toBe(401);
  expect(await beat({ ...one, stream: two.stream }, {})).toMatchObject({ status: 403, body: { error: { code: 'LEDGER_FOREIGN_STREAM' } } });
  expect((await beat(one, { [TODAY]: -1 })).status).toBe(400);
  expect((await beat(one, { yesterday: 1 })).status).toBe(200);
});

test('staff see a kiosk\'s health as far as it is understood, and all of it is kept', async () => {
  const kiosk = await centre.enrol('p1');
  const health = {
    framesShown: 60, pictureMoving: true, appVersion: '0.1.0', contentVersion: '7', shell: 'browser', waiting: 2,
    freeDiskBytes: null, clockOffset: 700, rendererRestarts: 0, faults: [{ code: 'CONTENT_CLIP_FAILED', at: TEN_O_CLOCK }], futureThing: { deep: 1 },
  };
  await beat(kiosk, { [TODAY]: 7 }, { health });
  const list = await centre.getAs(await centre.cookieOf('a@vi.vn'), `/api/v1/kiosks?day=${TODAY}`);
  expect(list.json().kiosks).toMatchObject([
    { name: 'Kiosk', lastSeenAt: TEN_O_CLOCK, head: 7, received: 0, waiting: 7, clockOffset: 700, contentVersion: '7', pictureMoving: true, revoked: false, faults: [{ code: 'CONTENT_CLIP_FAILED' }], completeness: { made: 7, missing: 7 } },
  ]);
  const [status] = await centre.repositories.devices.list('all');
  expect(JSON.parse(status?.health ?? '')).toEqual(health);
  await beat(kiosk, {}, { health: { pictureMoving: 'perhaps' } });
  expect((await centre.getAs(await centre.cookieOf('a@vi.vn'), '/api/v1/kiosks')).json().kiosks[0]).toMatchObject({ pictureMoving: null, faults: [] });
});
