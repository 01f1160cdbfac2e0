import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Overview, FieldSummary, HeatMap, ReasonSummary, StuckSteps, Targets, WeekSummary } from '#contract/day.ts';
import { parserOf } from '#contract/parse.ts';
import { clockAt, entry, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, type Centre } from './open-centre.ts';

const DAY = 24 * 60 * MINUTE;
let centre: Centre;
let cookie: string;
beforeEach(async () => {
  centre = await openCentre();
  await centre.repositories.points.addUnit({ id: 'tinh', name: 'Tỉnh', parent: null });
  await centre.repositories.points.addUnit({ id: 'xa', name: 'Xã', parent: 'tinh' });
  await centre.repositories.points.addUnit({ id: 'phuong', name: 'Phường', parent: 'tinh' });
  await centre.addPoint('p1', 'xa');
  await centre.addPoint('p2', 'phuong');
  await centre.addPoint('p3', 'khac');
  await centre.addUser('quan-tri@vi.vn', 'admin');
  await centre.addUser('xa@vi.vn', 'editor', 'xa');
  await centre.addUser('tinh@vi.vn', 'admin', 'tinh');
  cookie = await centre.cookieOf('quan-tri@vi.vn');
});
afterEach(() => centre.close());

const get = (url: string, who = cookie): Promise<LightMyRequestResponse> => centre.getAs(who, `/api/v1/${url}`);
const change = (method: 'PUT' | 'POST', url: string, payload: Record<string, unknown>, who = cookie): Promise<LightMyRequestResponse> =>
  centre.app.inject({ method, url: `/api/v1/${url}`, headers: { cookie: who, 'sec-fetch-site': 'same-origin' }, payload });
/** Taps two minutes apart, so that no misuse rule marks them; `ago` is when the last was. */
const taps = (good: number, bad: number, { ago = 0, ...more }: Record<string, unknown> & { ago?: number } = {}): unknown[] =>
  Array.from({ length: good + bad }, (_, index) => tap(index < bad ? 2 : 5, ago + (good + bad - index) * 2 * MINUTE, more, centre.clock.now()));
const send = async (point: string, entries: readonly unknown[]): Promise<void> => {
  const answer = await centre.send(await centre.enrol(point), { first: 1, entries });
  expect(answer.statusCode).toBe(200);
};

test('the overview sums the tree below the unit, and holds what its schema says', async () => {
  await send('p1', [...taps(20, 5), entry('asked', 0, { about: 'visit', outcome: 'ignored' })]);
  await send('p2', taps(30, 0));
  await send('p3', taps(9, 0));
  const body = (await get(`summaries/overview?day=${TODAY}`)).json();
  expect(parserOf(Overview)(body)).toMatchObject({ ok: true });
  expect(body).toMatchObject({ from: TODAY, to: TODAY, unit: null, depth: 'all', total: { servicePoints: 3, taps: 64, scores: [0, 5, 0, 0, 59], asked: 1 } });
  expect(body.units.map(({ id, parent, taps: count, servicePoints }: Record<string, unknown>) => [id, parent, count, servicePoints])).toEqual([
    ['khac', null, 9, 1],
    ['tinh', null, 55, 2],
    ['phuong', 'tinh', 30, 1],
    ['xa', 'tinh', 25, 1],
  ]);
  expect(body.servicePoints.map(({ id, verdict, responseRate }: Record<string, unknown>) => [id, verdict, responseRate])).toEqual([
    ['p1', 'not-reached', 25 / 26],
    ['p2', 'reached', null],
    ['p3', 'too-few', null],
  ]);
});

test('an overview of a unit has that unit as its total, and one level of it when asked', async () => {
  await send('p1', taps(20, 5));
  const all = (await get('summaries/overview?unit=tinh')).json();
  expect([all.unit, all.total.taps, all.units.length, all.servicePoints.length]).toEqual(['tinh', 25, 2, 2]);
  const children = (await get('summaries/overview?depth=children')).json();
  expect([children.depth, children.units.map(({ id }: { id: string }) => id), children.servicePoints]).toEqual(['children', ['khac', 'tinh'], []]);
});

test('nobody sees a unit beside or above his own', async () => {
  await send('p2', taps(20, 5));
  const mine = await centre.cookieOf('xa@vi.vn');
  const own = (await get('summaries/overview', mine)).json();
  expect([own.unit, own.total.servicePoints, own.total.taps]).toEqual(['xa', 1, 0]);
  const urls = ['summaries/overview?unit=tinh', `summaries/week?from=${TODAY}&to=${TODAY}&unit=phuong`, `summaries/heat-map?from=${TODAY}&to=${TODAY}&servicePoint=p2`, 'targets?unit=tinh', 'alerts?unit=phuong', 'reports/heading?unit=tinh'];
  for (const url of urls) expect([url, (await get(url, mine)).statusCode]).toEqual([url, 403]);
  expect((await centre.app.inject('/api/v1/summaries/overview')).statusCode).toBe(401);
});

test('it says how many kiosks have reported, and what waits on them', async () => {
  const kiosk = await centre.enrol('p1');
  await centre.enrol('p1');
  await centre.send(kiosk, { first: 1, entries: taps(3, 0) });
  const beat = { clock: clockAt(TEN_O_CLOCK), ledger: { stream: kiosk.stream, head: 5, days: { [TODAY]: 5 } }, health: {} };
  await centre.app.inject({ method: 'POST', url: '/api/v1/heartbeat', headers: { authorization: `Bearer ${kiosk.token}` }, payload: beat });
  const { total, servicePoints } = (await get('summaries/overview')).json();
  expect(total).toMatchObject({ kiosks: 2, reported: 1, waiting: 2, completeness: { made: 5, received: 3, missing: 2 } });
  expect(servicePoints[1]).toMatchObject({ kiosks: 0, reported: 0, waiting: null, completeness: { made: null, received: 0, missing: null } });
  centre.clock.set(TEN_O_CLOCK + DAY);
  expect((await get('summaries/overview', await centre.cookieOf('quan-tri@vi.vn'))).json().total).toMatchObject({ reported: 0, kiosks: 2 });
});

test('a day is wanted in one way only, and must exist', async () => {
  for (const query of ['day=2026-02-30', `day=${TODAY}&from=${TODAY}&to=${TODAY}`, `from=${TODAY}`, `from=${TODAY}&to=2026-11-01`, 'from=2020-01-01&to=2026-01-01']) {
    expect([query, (await get(`summaries/overview?${query}`)).statusCode]).toEqual([query, 400]);
  }
});

test('week over week compares the same weekdays, from 30 taps on either side (E180, E176)', async () => {
  centre.clock.set(TEN_O_CLOCK - 7 * DAY);
  await send('p1', taps(20, 12));
  centre.clock.set(TEN_O_CLOCK);
  await send('p1', taps(30, 2));
  const body = (await get(`summaries/week?from=2026-11-17&to=${TODAY}&servicePoint=p1`)).json();
  expect(parserOf(WeekSummary)(body)).toMatchObject({ ok: true });
  expect(body.now.trend).toMatchObject({ from: '2026-11-10', to: '2026-11-16', before: 0.625, beforeTaps: 32, change: 0.3125 });
  expect(body.days).toHaveLength(7);
  expect(body.days[6]).toMatchObject({ day: TODAY, weekday: 1, taps: 32, beforeDay: '2026-11-16', beforeTaps: 32 });
  const { servicePoints } = (await get('summaries/overview')).json();
  expect([servicePoints[0].trend?.change, servicePoints[1].trend]).toEqual([0.3125, null]);
});

test('the heat map has every hour of the week, by the service points’ clocks', async () => {
  await send('p1', taps(10, 2));
  const body = (await get(`summaries/heat-map?from=2026-11-01&to=${TODAY}`)).json();
  expect(parserOf(HeatMap)(body)).toMatchObject({ ok: true });
  expect(body.cells.filter(({ taps: count }: { taps: number }) => count > 0)).toEqual([expect.objectContaining({ weekday: 1, hour: 9, taps: 12, satisfied: expect.objectContaining({ rate: 10 / 12 }) })]);
});

test('reasons come with their share, most frequent first', async () => {
  await send('p1', [...taps(0, 3), entry('reasons', 0, { of: 1, reasons: ['cho', 'khac'] }), entry('reasons', 0, { of: 2, reasons: ['cho'] })]);
  const body = (await get(`summaries/reasons?from=${TODAY}&to=${TODAY}`)).json();
  expect(parserOf(ReasonSummary)(body)).toMatchObject({ ok: true });
  expect(body).toMatchObject({ given: 3, reasons: [{ reason: 'cho', taps: 2, share: 2 / 3 }, { reason: 'khac', taps: 1 }] });
});

test('fields have the targets of their field', async () => {
  await send('p1', [...taps(90, 10, { field: 'Đất đai' }), ...taps(9, 0, { field: 'Hộ tịch', ago: 300 * MINUTE }), ...taps(1, 0, { ago: 500 * MINUTE })]);
  const body = (await get(`summaries/fields?from=2026-11-22&to=${TODAY}`)).json();
  expect(parserOf(FieldSummary)(body)).toMatchObject({ ok: true });
  expect(body.fields.map(({ field, target, verdict, taps: count }: Record<string, unknown>) => [field, target, verdict, count])).toEqual([
    [null, 1, 'too-few', 1],
    ['Đất đai', 0.85, 'too-few', 100],
    ['Hộ tịch', 1, 'too-few', 9],
  ]);
});

test('stuck steps say where guides are left', async () => {
  const at = (action: string, step: string): unknown => entry('guide', 0, { procedure: '1.001193', step, action, field: 'Hộ tịch' });
  await send('p1', [...Array.from({ length: 10 }, () => [at('open', 'overview'), at('step', 'papers')]).flat(), at('leave', 'papers'), at('leave', 'papers'), entry('handoff', 0, { procedure: '1.001193', step: 'papers', code: 'ABC234', action: 'shown', field: 'Hộ tịch' })]);
  const body = (await get(`summaries/stuck-steps?from=${TODAY}&to=${TODAY}`)).json();
  expect(parserOf(StuckSteps)(body)).toMatchObject({ ok: true });
  expect(body.guides).toEqual([
    {
      procedure: '1.001193', title: null, field: 'Hộ tịch', opened: 10, finished: 0, left: 2, handoffs: 1, ordered: false,
      steps: [
        { step: 'overview', name: null, reached: 10, left: 0, problems: 0, handoffs: 0, leftShare: 0 },
        { step: 'papers', name: null, reached: 10, left: 2, problems: 0, handoffs: 1, leftShare: 0.2 },
      ],
    },
  ]);
});

test('targets are the plan’s until somebody sets others, from a day on, for the unit and below', async () => {
  const plan = (await get('targets')).json();
  expect(parserOf(Targets)(plan)).toMatchObject({ ok: true });
  expect(plan.targets.map(({ field, target, source }: Record<string, unknown>) => [field, target, source])).toEqual([
    [null, 1, 'plan'], ['Đất đai', 0.85, 'plan'], ['Đầu tư', 0.85, 'plan'], ['Hoạt động xây dựng', 0.85, 'plan'],
  ]);
  const tinh = await centre.cookieOf('tinh@vi.vn');
  const set = await change('PUT', 'targets', { unit: 'tinh', field: null, target: 0.9, from: '2026-11-20' }, tinh);
  expect([set.statusCode, set.json().targets[0]]).toEqual([200, { field: null, target: 0.9, from: '2026-11-20', unit: 'tinh', source: 'set' }]);
  const below = async (day: string): Promise<unknown> => (await get(`targets?unit=xa&day=${day}`)).json().targets[0].target;
  expect([await below('2026-11-19'), await below('2026-11-20')]).toEqual([1, 0.9]);
  expect((await get('summaries/overview?unit=xa')).json().total.target).toBe(0.9);
  expect((await get('summaries/overview?unit=xa&day=2026-11-19')).json().total.target).toBe(1);
  await change('PUT', 'targets', { unit: 'tinh', field: null, target: null, from: '2026-11-22' }, tinh);
  expect(await below('2026-11-22')).toBe(1);
  expect((await get('targets?unit=tinh')).json().history.map(({ from, target }: Record<string, unknown>) => [from, target])).toEqual([['2026-11-22', null], ['2026-11-20', 0.9]]);
  expect((await centre.repositories.audit.list()).filter(({ action }) => action === 'set target')).toMatchObject([{ subject: 'tinh', detail: { target: 0.9, from: '2026-11-20' } }, { detail: { target: null } }]);
});

test('only an administrator sets targets, and only below his unit', async () => {
  const tinh = await centre.cookieOf('tinh@vi.vn');
  const ask = async (body: Record<string, unknown>, who: string): Promise<number> => (await change('PUT', 'targets', { unit: 'xa', field: null, target: 0.9, from: TODAY, ...body }, who)).statusCode;
  expect(await ask({}, await centre.cookieOf('xa@vi.vn'))).toBe(403);
  expect([await ask({ unit: null }, tinh), await ask({ unit: 'khac' }, tinh), await ask({ unit: 'nowhere' }, cookie), await ask({ target: 1.2 }, tinh), await ask({ from: '2026-02-30' }, tinh), await ask({}, tinh)]).toEqual([403, 403, 400, 400, 400, 200]);
});

test('a report heading is remembered for the unit and those below it', async () => {
  const heading = { parentAgency: 'UBND TỈNH', agency: 'UBND XÃ', numberSign: '…/BC-UBND', place: 'Mỹ Hào', signerTitle: 'CHỦ TỊCH', signer: '', recipients: ['UBND tỉnh;', ' ', 'Lưu: VT.'] };
  expect((await get('reports/heading?unit=xa')).json()).toMatchObject({ unit: 'xa', inherited: true, heading: { agency: '' } });
  expect((await change('PUT', 'reports/heading', { unit: 'tinh', heading })).statusCode).toBe(200);
  expect((await get('reports/heading?unit=xa')).json()).toEqual({ unit: 'xa', inherited: true, heading: { ...heading, recipients: ['UBND tỉnh;', 'Lưu: VT.'] } });
  expect((await change('PUT', 'reports/heading', { unit: 'tinh', heading }, await centre.cookieOf('xa@vi.vn'))).statusCode).toBe(403);
});
