import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Annex } from '#contract/day.ts';
import { parserOf } from '#contract/parse.ts';
import { loadContentNames } from '#server/adapters/content-names.ts';
import { periodName } from '#server/services/files/annex-document.ts';
import { inProject } from '#build/project-root.ts';
import { entry, MINUTE, openCentre, tap, TODAY, type Centre } from './open-centre.ts';

const HEADING = { parentAgency: 'UBND TỈNH HƯNG YÊN', agency: 'UBND PHƯỜNG MỸ HÀO', numberSign: '…/BC-UBND', place: 'Mỹ Hào', signerTitle: 'CHỦ TỊCH', signer: 'Nguyễn Văn <A>', recipients: ['UBND tỉnh;', 'Lưu: VT.'] };
let centre: Centre;
let cookie: string;
beforeEach(async () => {
  centre = await openCentre({}, undefined, { names: loadContentNames(inProject('assets/pack')) });
  await centre.addPoint('p1', 'my-hao');
  await centre.addUser('a@vi.vn', 'editor', 'my-hao');
  cookie = await centre.cookieOf('a@vi.vn');
  const guide = (action: string): unknown => entry('guide', MINUTE, { procedure: '1.001193', step: 'overview', action, field: 'Hộ tịch' });
  const taps = Array.from({ length: 40 }, (_, index) => tap(index < 8 ? 2 : 5, (41 - index) * 2 * MINUTE, { field: index < 20 ? 'Đất đai' : 'Hộ tịch' }));
  const reasons = [1, 2, 3, 4, 5, 6].map((of) => entry('reasons', 0, { of, reasons: of < 6 ? ['phai-cho-lau'] : ['giay-to-kho-hieu'] }));
  await centre.send(await centre.enrol('p1'), { first: 1, entries: [...taps, ...reasons, guide('open'), guide('open'), entry('handoff', 0, { procedure: '1.001193', step: 'overview', code: 'ABC234', action: 'shown', field: 'Hộ tịch' })] });
  await centre.app.inject({ method: 'PUT', url: '/api/v1/reports/heading', headers: { cookie, 'sec-fetch-site': 'same-origin' }, payload: { unit: 'my-hao', heading: HEADING } });
});
afterEach(() => centre.close());

const annex = (query = ''): ReturnType<Centre['getAs']> => centre.getAs(cookie, `/api/v1/reports/annex?from=2026-11-01&to=2026-11-30${query}`);

test('the annex holds what kiosks know, and says where nothing is known yet', async () => {
  const body = (await annex()).json();
  expect(parserOf(Annex)(body)).toMatchObject({ ok: true });
  expect(body).toMatchObject({
    unit: { id: 'my-hao' }, heading: HEADING, servicePoints: 1, opened: 2, handoffs: 1, clips: null,
    guides: [{ field: 'Hộ tịch', procedure: '1.001193', opened: 2, handoffs: 1 }],
    ratings: { taps: 40, scores: [0, 8, 0, 0, 32], satisfied: { rate: 0.8 }, target: 1, verdict: 'not-reached' },
    kiosks: [{ name: 'Kiosk' }],
  });
  expect(body.fields.map(({ field, target, taps }: Record<string, unknown>) => [field, target, taps])).toEqual([['Đất đai', 0.85, 20], ['Hộ tịch', 1, 20]]);
  // Five and one: the one is hidden, and the five with it (E177).
  expect(body.reasons.map(({ text, taps }: Record<string, unknown>) => [text, taps])).toEqual([['Phải chờ lâu', null], ['Giấy tờ nhiều, khó hiểu', null]]);
});

test('as a page and as a document it has the two columns of an administrative paper', async () => {
  const page = await annex('&format=html');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  const archive = unzipSync(new Uint8Array((await annex('&format=docx')).rawPayload));
  const document = strFromU8(archive['word/document.xml'] ?? new Uint8Array());
  for (const text of [page.body, document]) {
    for (const words of ['UBND TỈNH HƯNG YÊN', 'UBND PHƯỜNG MỸ HÀO', 'Số: …/BC-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Mỹ Hào, ngày … tháng … năm 2026', 'Tháng 11/2026', 'Nơi nhận:', '- Lưu: VT.', 'CHỦ TỊCH', 'Nguyễn Văn &lt;A&gt;', '80,0%', 'Chưa có.', 'Phải chờ lâu']) {
      expect([words, text.includes(words)]).toEqual([words, true]);
    }
  }
  expect(Object.keys(archive)).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/styles.xml', 'word/document.xml']);
});

test('it comes as a workbook and as CSV too, and hides more when it is published', async () => {
  expect((await annex('&format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  const csv = await annex('&format=csv');
  expect(csv.headers['content-disposition']).toBe('attachment; filename="mot-cham-phu-luc-2026-11-01-2026-11-30.csv"');
  expect(csv.body).toContain('3. Lượt đánh giá theo 5 mức,4,taps,8');
  const published = (await annex('&audience=public')).json();
  // The share of the satisfied stands beside it: the two levels that it lumps together must not be found from it, nor the three others.
  expect(published.ratings.scores).toEqual([null, null, null, null, null]);
  expect(published.guides).toMatchObject([{ opened: null, handoffs: null }]);
});

test('nobody makes the annex of another unit', async () => {
  await centre.addPoint('p2', 'khac');
  expect((await annex('&unit=khac')).statusCode).toBe(403);
  expect((await annex('&format=pdf')).statusCode).toBe(400);
});

test('a month, a quarter and a year are called so, other spans by their days', () => {
  expect([periodName('2026-11-01', '2026-11-30'), periodName('2026-07-01', '2026-09-30'), periodName('2026-01-01', '2026-12-31'), periodName('2026-02-01', '2026-04-30'), periodName(TODAY, TODAY)]).toEqual([
    'Tháng 11/2026', 'Quý III/2026', 'Năm 2026', 'Từ ngày 01/02/2026 đến ngày 30/04/2026', 'Từ ngày 23/11/2026 đến ngày 23/11/2026',
  ]);
});
