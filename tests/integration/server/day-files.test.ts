import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE, openCentre, tap, TODAY, type Centre } from './open-centre.ts';

let centre: Centre;
let cookie: string;
beforeEach(async () => {
  centre = await openCentre();
  await centre.addPoint('p1', 'xa');
  await centre.addUser('a@vi.vn', 'viewer');
  cookie = await centre.cookieOf('a@vi.vn');
  const entries = Array.from({ length: 25 }, (_, index) => tap(index < 3 ? 1 : 5, (26 - index) * 2 * MINUTE, { field: 'Hộ tịch', procedure: '1.001193' }));
  await centre.send(await centre.enrol('p1'), { first: 1, entries });
});
afterEach(() => centre.close());

test('every summary comes as CSV, as a workbook and as a page to print', async () => {
  for (const name of ['daily', 'hourly', 'procedures', 'steps', 'overview', 'week', 'heat-map', 'reasons', 'fields', 'stuck-steps']) {
    for (const [format, type, start] of [['csv', 'text/csv; charset=utf-8', '\uFEFF'], ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'], ['html', 'text/html; charset=utf-8', '<!doctype html>']] as const) {
      const answer = await centre.getAs(cookie, `/api/v1/summaries/${name}?from=${TODAY}&to=${TODAY}&format=${format}`);
      expect([name, format, answer.statusCode, answer.headers['content-type'], answer.body.startsWith(start)]).toEqual([name, format, 200, type, true]);
      expect(answer.headers['content-disposition']).toBe(`${format === 'html' ? 'inline' : 'attachment'}; filename="mot-cham-${name}-${TODAY}-${TODAY}.${format}"`);
    }
  }
});

test('a page to print runs and loads nothing', async () => {
  const answer = await centre.getAs(cookie, `/api/v1/summaries/overview?format=html&lang=en`);
  expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
  expect(answer.body).not.toContain('style="');
  expect(answer.body).toContain('Satisfied');
});

test('a published file hides what a staff file shows (E177)', async () => {
  const csv = async (audience: string): Promise<string> => (await centre.getAs(cookie, `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}&format=csv&audience=${audience}`)).body;
  expect(await csv('internal')).toContain(`${TODAY},p1,25,3,0,0,0,22`);
  expect(await csv('public')).toContain(`${TODAY},p1,25,*,*,*,*,*`);
  expect((await centre.getAs(cookie, `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}&format=csv&audience=everybody`)).statusCode).toBe(400);
});
