import { afterEach, beforeEach, expect, test } from 'vitest';
import { clockAt, entry, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, type Centre } from './open-centre.ts';

let centre: Centre;
let cookie: string;
beforeEach(async () => {
  centre = await openCentre();
  await centre.addPoint('p1');
  await centre.addPoint('p2');
  await centre.addUser('a@vi.vn', 'viewer');
  cookie = await centre.cookieOf('a@vi.vn');
});
afterEach(() => centre.close());

async function summary(kind: string, query = ''): Promise<{ readonly status: number; readonly body: Record<string, never[]>; readonly text: string; readonly headers: Record<string, unknown> }> {
  const answer = await centre.getAs(cookie, `/api/v1/summaries/${kind}?from=${TODAY}&to=${TODAY}${query}`);
  return { status: answer.statusCode, body: answer.headers['content-type']?.toString().includes('json') === true ? answer.json() : {}, text: answer.body, headers: answer.headers };
}
const sendTaps = async (entries: readonly unknown[], point = 'p1'): Promise<void> => void (await centre.send(await centre.enrol(point), { first: 1, entries }));

test('a satisfaction carries its interval, and is left out below ten taps (E175, E176)', async () => {
  const taps = (count: number): unknown[] => Array.from({ length: count }, (_, index) => tap(index < 2 ? 1 : 5, (100 - index) * MINUTE));
  await sendTaps(taps(9), 'p1');
  await sendTaps(taps(10), 'p2');
  const { body } = await summary('daily');
  expect(body['days']).toMatchObject([
    { servicePoint: 'p1', taps: 9, satisfied: null, satisfiedRaw: null },
    { servicePoint: 'p2', taps: 10, satisfied: { rate: 0.8, low: expect.closeTo(0.4902, 3), high: expect.closeTo(0.9433, 3) } },
  ]);
});

test('days without taps are said as zeros, for every service point asked for', async () => {
  const answer = await centre.getAs(cookie, '/api/v1/summaries/daily?from=2026-11-21&to=2026-11-23&servicePoint=p2');
  expect(answer.json().days.map((day: { day: string; taps: number }) => [day.day, day.taps])).toEqual([['2026-11-21', 0], ['2026-11-22', 0], ['2026-11-23', 0]]);
  const year = await centre.getAs(cookie, '/api/v1/summaries/daily?from=2025-11-21&to=2026-11-23');
  expect(year.json().days).toEqual([]);
});

test('a field leaves out the others, but not what the kiosk counted', async () => {
  await sendTaps([tap(5, 9 * MINUTE, { field: 'Hộ tịch' }), tap(1, 5 * MINUTE, { field: 'Cư trú' }), entry('reasons', 4 * MINUTE, { of: 2, reasons: ['wait'] }), entry('asked', 0, { about: 'visit', outcome: 'ignored' })]);
  const { body } = await summary('daily', `&servicePoint=p1&field=${encodeURIComponent('Cư trú')}`);
  expect(body['days']).toMatchObject([{ taps: 1, scores: [1, 0, 0, 0, 0], reasons: { wait: 1 }, asked: 1, completeness: { received: 2 } }]);
  expect((await summary('daily', '&servicePoint=p1')).body['days']).toMatchObject([{ taps: 2, asked: 1 }]);
});

test('hours are those of the service point', async () => {
  await sendTaps([tap(5, 61 * MINUTE), tap(4, 2 * MINUTE), tap(3, 0)]);
  expect((await summary('hourly')).body['hours']).toEqual([
    { day: TODAY, hour: 8, servicePoint: 'p1', taps: 1, scores: [0, 0, 0, 0, 1] },
    { day: TODAY, hour: 9, servicePoint: 'p1', taps: 1, scores: [0, 0, 0, 1, 0] },
    { day: TODAY, hour: 10, servicePoint: 'p1', taps: 1, scores: [0, 0, 1, 0, 0] },
  ]);
});

test('procedures and steps show where people get stuck', async () => {
  const at = (action: string, step: string): unknown => entry('guide', MINUTE, { procedure: '1.001193', step, action });
  await sendTaps([
    at('open', 'overview'), at('step', 'papers'), at('problem', 'papers'), at('leave', 'papers'), at('open', 'overview'), at('finish', 'done'),
    entry('handoff', 0, { procedure: '1.001193', step: 'papers', code: 'ABC234', action: 'shown' }),
    tap(2, 0, { about: 'guide', procedure: '1.001193' }),
  ]);
  expect((await summary('procedures')).body['procedures']).toEqual([
    { procedure: '1.001193', opened: 2, finished: 1, left: 1, problems: 1, handoffs: 1, taps: 1, scores: [0, 1, 0, 0, 0] },
  ]);
  expect((await summary('steps')).body['steps']).toEqual([
    { procedure: '1.001193', step: 'overview', reached: 2, left: 0, problems: 0, handoffs: 0 },
    { procedure: '1.001193', step: 'papers', reached: 1, left: 1, problems: 1, handoffs: 1 },
  ]);
  expect(await centre.check()).toEqual([]);
});

test('CSV opens in a spreadsheet with its marks, and runs no formula', async () => {
  await sendTaps([tap(5, MINUTE), entry('reasons', 0, { of: 1, reasons: ['=1+1', 'chờ "lâu", quá'] })]);
  const { text, headers } = await summary('daily', '&servicePoint=p1&format=csv');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe(`attachment; filename="mot-cham-daily-${TODAY}-${TODAY}.csv"`);
  expect(text.startsWith('\uFEFFday,servicePoint,taps,')).toBe(true);
  expect(text).toContain(`${TODAY},p1,1,0,0,0,0,1,0,0,,,,,,1,,0,0,"'=1+1=*; chờ ""lâu"", quá=*"\r\n`);
  expect((await summary('hourly', '&format=csv')).text).toContain(`${TODAY},9,p1,1,0,0,0,0,1\r\n`);
});

test('a question that is not understood is refused', async () => {
  for (const query of ['from=2026-11-23', 'from=2026-02-30&to=2026-03-01', 'from=2026-11-23&to=2026-11-22', 'from=2025-01-01&to=2026-11-23', `from=${TODAY}&to=${TODAY}&to=${TODAY}`, `from=${TODAY}&to=${TODAY}&format=pdf`]) {
    const answer = await centre.getAs(cookie, `/api/v1/summaries/daily?${query}`);
    expect([query, answer.statusCode, answer.json().error.code]).toEqual([query, 400, 'REQUEST_INVALID']);
  }
  expect((await summary('procedures', '&format=pdf')).status).toBe(400);
});

test('a merged row names its reasons, and sets what kiosks made beside what they sent only when all have said it', async () => {
  const beat = async (kiosk: { readonly token: string; readonly stream: string }, taps: number): Promise<void> => {
    const payload = { clock: clockAt(TEN_O_CLOCK), ledger: { stream: kiosk.stream, head: 3, days: { [TODAY]: taps } }, health: {} };
    expect((await centre.app.inject({ method: 'POST', url: '/api/v1/heartbeat', headers: { authorization: `Bearer ${kiosk.token}` }, payload })).statusCode).toBe(200);
  };
  const [told, silent] = [await centre.enrol('p1'), await centre.enrol('p2')];
  await centre.send(told, { first: 1, entries: [tap(2, 9 * MINUTE), entry('reasons', 8 * MINUTE, { of: 1, reasons: ['wait'] }), tap(5, 7 * MINUTE)] });
  await beat(told, 2);
  expect((await summary('daily', '&merge=unit')).body['days']).toMatchObject([{ servicePoint: '', taps: 2, reasons: { wait: 1 }, completeness: { made: 2, received: 2, missing: 0 } }]);
  await centre.send(silent, { first: 1, entries: [tap(1, 9 * MINUTE), entry('reasons', 8 * MINUTE, { of: 1, reasons: ['wait', 'papers'] }), tap(5, 7 * MINUTE)] });
  expect((await summary('daily', '&merge=unit')).body['days']).toMatchObject([{ taps: 4, reasons: { wait: 2, papers: 1 }, completeness: { made: null, received: 4, missing: null } }]);
  expect((await summary('overview')).body['total']).toMatchObject({ completeness: { made: null, received: 4, missing: null } });
  await beat(silent, 5);
  expect((await summary('daily', '&merge=unit')).body['days']).toMatchObject([{ completeness: { made: 7, received: 4, missing: 3 } }]);
});

test('a unit that is not there is an error, and one without service points is empty', async () => {
  await centre.repositories.points.addUnit({ id: 'vacant', name: 'Chưa có điểm', parent: null });
  expect((await summary('daily', '&unit=misspelt')).body).toMatchObject({ error: { code: 'UNIT_UNKNOWN' } });
  expect((await summary('daily', '&unit=vacant')).body['days']).toEqual([]);
});
